import Foundation
import Glibc

/// A process started by `posix_spawn`.
///
/// Foundation's `Process` waits until every descendant has closed a socket they inherit, and so for ever
/// where the program leaves a server behind, as tmux does.
struct SpawnedProcess {
  struct CannotStart: Error {
    let program: String
    let code: Int32
  }

  let id: pid_t

  /// Starts a program with its three streams on those files.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: String, output: String,
    errors: String
  ) throws {
    // C calls below: every pointer lives until the spawn has returned.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    var settings: [UnsafeMutablePointer<CChar>?] = unsafe environment.map {
      unsafe strdup($0.key + "=" + $0.value)
    }
    unsafe settings.append(nil)
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe settings.indices { unsafe free(settings[index]) }
    }
    var id: pid_t = 0
    let code = unsafe posix_spawn(&id, program, &actions, nil, words, settings)
    guard code == 0 else { throw CannotStart(program: program, code: code) }
    self.id = id
  }

  /// Waits for its end: the exit status, or 128 and the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  func kill(_ signal: Int32) { _ = Glibc.kill(id, signal) }
}
