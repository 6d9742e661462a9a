import Clocks
import Foundation
import Glibc

extension Surroundings {
  /// The real ones: this process, its account, its standard streams.
  package static func system() -> Surroundings {
    // Asked once: the password database may be far away.
    let account = accountOfProcess()
    var surroundings = Surroundings(
      arguments: Array(Swift.CommandLine.arguments.dropFirst()), environment: environmentOfProcess(),
      account: account.name, home: account.home, clock: systemMoment,
      read: { readSome(STDIN_FILENO) },
      write: { writeAll($0, to: STDOUT_FILENO) }, writeError: { writeAll($0, to: STDERR_FILENO) })
    surroundings.inputIsTerminal = isatty(STDIN_FILENO) == 1
    surroundings.outputIsTerminal = isatty(STDOUT_FILENO) == 1
    surroundings.errorIsTerminal = isatty(STDERR_FILENO) == 1
    return surroundings
  }
}

/// The machine's clock.
func systemMoment() -> Moment {
  var time = timespec()
  // unsafe: clock_gettime fills the structure it is given.
  unsafe clock_gettime(CLOCK_REALTIME, &time)
  return Moment(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
}

/// Name and home of the account that runs this process, from the password database and never from `$USER`.
private func accountOfProcess() -> (name: String, home: String) {
  // unsafe: getpwuid gives a structure of C strings that is read at once, on the only thread.
  guard let entry = unsafe getpwuid(getuid()) else { return ("", "/") }
  let name = unsafe entry.pointee.pw_name
  let home = unsafe entry.pointee.pw_dir
  return (
    unsafe name.map { unsafe String(cString: $0) } ?? "",
    unsafe home.map { unsafe String(cString: $0) } ?? "/"
  )
}

private func environmentOfProcess() -> [String: String] {
  var found: [String: String] = [:]
  for name in [
    "REDRESS_DATA", "REDRESS_NOW", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "NO_COLOR", "TERM",
    "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "SSH_ORIGINAL_COMMAND", "VISUAL", "EDITOR",
  ] {
    // unsafe: the value is copied at once; nothing in this program sets the environment.
    if let value = unsafe getenv(name) { found[name] = unsafe String(cString: value) }
  }
  return found
}

/// Forgets every variable but those that say what the terminal and the connection are.
///
/// Whoever comes in through a forced command may send others (`SendEnv`); none of them may point a library at files
/// of theirs. Called before anything else is done, while there is one thread.
func clearEnvironment() {
  let kept: Set = ["TERM", "LANG", "NO_COLOR"]
  for name in ProcessInfo.processInfo.environment.keys
  where !kept.contains(name) && !name.hasPrefix("LC_") && !name.hasPrefix("SSH_") {
    // unsafe: the name is a C string for the call only.
    _ = unsafe unsetenv(name)
  }
}
