import Foundation
import Glibc

/// A program of the person's own, started without a shell and in our process group, so that it may use the terminal.
struct ChildProcess {
  let id: pid_t

  /// Starts the program that name finds on the path; nil where there is none, or it cannot be started.
  ///
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - files: descriptors of the child and what stands behind each; the rest are as ours.
  init?(_ words: [String], files: [(child: Int32, ours: Int32)] = []) {
    guard let name = words.first else { return nil }
    // C calls below: every pointer lives until the spawn has returned.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for file in files { unsafe posix_spawn_file_actions_adddup2(&actions, file.ours, file.child) }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What we ignore while it runs is its own business again.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    var settings: [UnsafeMutablePointer<CChar>?] = unsafe ProcessInfo.processInfo.environment.map {
      unsafe strdup($0.key + "=" + $0.value)
    }
    unsafe settings.append(nil)
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe settings.indices { unsafe free(settings[index]) }
    }
    var id: pid_t = 0
    guard unsafe posix_spawnp(&id, name, &actions, &attributes, arguments, settings) == 0 else { return nil }
    self.id = id
  }

  /// What became of it.
  enum State: Hashable {
    case running
    /// Stopped by ^Z.
    case stopped
    /// Ended, with its status; a signal counts as 128 and its number.
    case ended(Int32)
  }

  /// Looks without waiting.
  func state() -> State {
    var status: Int32 = 0
    // unsafe: waitpid writes the status it is given.
    let found = unsafe waitpid(id, &status, WNOHANG | WUNTRACED)
    if found == 0 { return .running }
    guard found == id else { return .ended(127) }
    if status & 0xFF == 0x7F { return .stopped }
    return .ended(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
  }
}

/// Where a program of that name lies on the path; nil where it does not.
func programOnPath(_ name: String) -> String? {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  return path.split(separator: ":").map { $0 + "/" + name }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
