import Glibc

/// Starts a program with those streams, -1 for ours; nil where it cannot be started.
func spawn(_ program: String, _ words: [String], input: Int32, output: Int32) -> pid_t? {
  // unsafe throughout: every pointer lives until the spawn has returned.
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  if input >= 0 { unsafe posix_spawn_file_actions_adddup2(&actions, input, 0) }
  if output >= 0 { unsafe posix_spawn_file_actions_adddup2(&actions, output, 1) }
  var arguments: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + words).map { unsafe strdup($0) }
  unsafe arguments.append(nil)
  defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
  // Nothing of our surroundings: what a writer needs stands in its words.
  var settings: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
  var child: pid_t = 0
  return unsafe posix_spawn(&child, program, &actions, nil, arguments, &settings) == 0 ? child : nil
}

/// Waits until that program has ended.
func waitFor(_ child: pid_t) {
  var status: Int32 = 0
  // unsafe: waitpid fills the one status it is given.
  while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
}

/// The path of a program of that name; nil where it is not installed.
func findProgram(_ name: String) -> String? {
  for folder in ["/usr/bin/", "/usr/local/bin/", "/bin/"] {
    // unsafe: the path is a C string for the call only.
    if unsafe access(folder + name, X_OK) == 0 { return folder + name }
  }
  return nil
}

/// What a peer said, and how long it took from being started to its end.
struct PeerRun {
  var said: String
  var seconds: Double
}

/// Runs another program to its end; nil where it cannot be started.
func runPeer(_ program: String, _ words: [String]) -> PeerRun? {
  var answers: [Int32] = [0, 0]
  // unsafe: the array holds the two descriptors the call fills.
  guard unsafe pipe(&answers) == 0 else { return nil }
  _ = fcntl(answers[0], F_SETFD, FD_CLOEXEC)
  let watch = BenchWatch()
  let child = spawn(program, words, input: -1, output: answers[1])
  close(answers[1])
  defer { close(answers[0]) }
  guard let child else { return nil }
  var said: [UInt8] = []
  while true {
    let more = readSome(answers[0])
    if more.isEmpty { break }
    said += more
  }
  waitFor(child)
  return PeerRun(said: String(decoding: said, as: UTF8.self), seconds: watch.seconds)
}
