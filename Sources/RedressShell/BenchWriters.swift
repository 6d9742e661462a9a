import CaseJournal
import Clocks
import Complaints
import Glibc
import PlainText

/// What one writer of the bench measured.
struct WriterFigures {
  /// Seconds each append took, sync included.
  var times: [Double]

  func quantile(_ share: Double) -> Double {
    guard !times.isEmpty else { return 0 }
    let sorted = times.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

extension CommandRun {
  /// `bench --writers N`: that many processes append to one journal for some seconds, each line synced; then
  /// the same by `sqlite3` (WAL, synchronous=FULL), where it is installed, on the same disk.
  func benchWriters(_ writers: Int) throws(ShellFailure) {
    let seconds = try number("seconds", default: 3, in: 1...600)
    let rounds = try number("rounds", default: 1, in: 1...99)
    let path = try privateDirectory("redress-bench-")
    defer { removeDirectory(path) }
    guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
    let founding = Founding(
      landlord: "Bench", nation: .englandAndWales, profile: "manchester-2022", practice: true, service: false)
    let journal = path + "/journal"
    try createJournal(
      at: journal, founding, staff: [founding.administrator(me)], by: me, now: surroundings.clock)
    let peer = findProgram("sqlite3")
    // In turns, so that a noisy machine is noisy for both.
    for _ in 0..<rounds {
      for kind in peer == nil ? ["journal"] : ["journal", "sqlite"] {
        let figures = try run(kind, writers, seconds, in: path, peer ?? "")
        say(kind, writers, seconds, figures)
      }
    }
  }

  /// Starts the writers, waits for them and reads what they measured.
  private func run(
    _ kind: String, _ writers: Int, _ seconds: Int, in path: String, _ peer: String
  ) throws(ShellFailure) -> [WriterFigures] {
    // Begun together, once all of them are up.
    let start = systemMoment().adding(microseconds: Int64(300_000 + writers * 20_000))
    var children: [pid_t] = []
    for index in 0..<writers {
      let words = [
        "bench", "--worker", kind, "--data", path, "--start", String(start.microseconds), "--seconds",
        String(seconds), "--out", path + "/figures" + String(index), "--peer", peer,
      ]
      guard let child = spawn("/proc/self/exe", words, input: -1, output: -1) else {
        throw .storage("bench: a process could not be started")
      }
      children.append(child)
    }
    for child in children {
      var status: Int32 = 0
      // unsafe: waitpid fills the one status it is given.
      while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
    var figures: [WriterFigures] = []
    for index in 0..<writers {
      let text = String(decoding: try readFile(path + "/figures" + String(index)), as: UTF8.self)
      figures.append(
        WriterFigures(times: text.split(separator: "\n").compactMap { Int($0) }.map { Double($0) / 1e6 }))
    }
    return figures
  }

  private func say(_ kind: String, _ writers: Int, _ seconds: Int, _ figures: [WriterFigures]) {
    let counts = figures.map { Double($0.times.count) }
    let sum = counts.reduce(0, +)
    let squares = counts.reduce(0) { $0 + $1 * $1 }
    let tails = figures.map { $0.quantile(0.99) }.sorted()
    let middles = figures.map { $0.quantile(0.5) }.sorted()
    var members = [JSONMember("bench", .string("writers")), JSONMember("store", .string(kind))]
    for (name, figure) in [
      ("writers", Double(writers)), ("appendsPerSecond", sum / Double(seconds)),
      ("p50Milliseconds", (middles[middles.count / 2]) * 1000),
      ("p99MillisecondsOfTheMedianProcess", tails[tails.count / 2] * 1000),
      ("longestMilliseconds", (figures.flatMap(\.times).max() ?? 0) * 1000),
      ("fairness", squares > 0 ? sum * sum / (Double(writers) * squares) : 0),
    ] {
      members.append(JSONMember(name, .number((figure * 1000).rounded() / 1000)))
    }
    output.json(.object(members))
    output.flush()
  }

  /// One of the writers: appends until its time is up, and writes down how long each append took.
  func benchWorker(_ kind: String) throws(ShellFailure) {
    guard let path = request.options["data"], let out = request.options["out"],
      let start = request.options["start"].flatMap({ Int64($0) })
    else { throw .missingOption("data, out and start", command: "bench --worker") }
    let until = start + Int64(try number("seconds", default: 3, in: 1...600)) * 1_000_000
    var writer: JournalWriter?
    var peer: SQLitePeer?
    if kind == "sqlite" {
      peer = try SQLitePeer(request.options["peer"] ?? "", path + "/peer.db")
    } else {
      let journal = try openJournal(at: path + "/journal", asAt: nil, now: surroundings.clock)
      guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
      writer = JournalWriter(journal: journal, me: me, zone: zone)
    }
    while systemMoment().microseconds < start { usleep(200) }
    var text = ""
    while true {
      let before = systemMoment().microseconds
      if before >= until { break }
      try writer?.append()
      try peer?.append()
      text += String(systemMoment().microseconds - before) + "\n"
    }
    // unsafe: the path is a C string for the call only.
    let file = unsafe open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(file: out, why: errorWords(errno)) }
    writeAll(Array(text.utf8), to: file)
    close(file)
  }
}

/// One journal being appended to.
private struct JournalWriter {
  let journal: CaseJournal
  let me: StaffLogin
  let zone: ZoneTable

  func append() throws(ShellFailure) {
    do {
      _ = try journal.commit(by: me) { (view) throws(RecordFailure) in
        let contact = ContactReceived(channel: .phone, narrative: String(repeating: "x", count: 100))
        let reference = CaseReference(number: view.nextCase, year: zone.day(of: view.now).year)
        return [NewEvent(.contactReceived(contact), case: reference)]
      }
    } catch {
      switch error {
      case .refused(let failure): throw .storage("bench: \(failure)")
      case .journal(let failure): throw ShellFailure(failure)
      }
    }
  }
}

/// The `sqlite3` command line doing the same: one synced transaction at a time, asked through pipes.
private final class SQLitePeer {
  private let toPeer: Int32
  private let fromPeer: Int32
  private let child: pid_t

  init(_ program: String, _ database: String) throws(ShellFailure) {
    var input: [Int32] = [0, 0]
    var answers: [Int32] = [0, 0]
    // unsafe: both arrays hold the two descriptors the call fills.
    guard unsafe pipe(&input) == 0, unsafe pipe(&answers) == 0,
      let child = spawn(program, ["-interactive", database], input: input[0], output: answers[1])
    else { throw .storage("bench: sqlite3 could not be started") }
    close(input[0])
    close(answers[1])
    for descriptor in [input[1], answers[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    toPeer = input[1]
    fromPeer = answers[0]
    self.child = child
    try ask(
      ".timeout 120000\nPRAGMA journal_mode=wal;PRAGMA synchronous=FULL;"
        + "CREATE TABLE IF NOT EXISTS lines(seq INTEGER PRIMARY KEY, text TEXT);")
  }

  deinit {
    close(toPeer)
    close(fromPeer)
    var status: Int32 = 0
    // unsafe: waitpid fills the one status it is given.
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
  }

  func append() throws(ShellFailure) {
    try ask(
      "BEGIN IMMEDIATE;INSERT INTO lines(text) VALUES('" + String(repeating: "x", count: 330) + "');COMMIT;")
  }

  /// Sends statements and waits until they are done.
  private func ask(_ statements: String) throws(ShellFailure) {
    writeAll(Array((statements + "SELECT 'done';\n").utf8), to: toPeer)
    var answer: [UInt8] = []
    // Interactive, it answers line by line even through a pipe; it may say our words back, but with a quote.
    while !answer.holds("done\n") {
      let more = readSome(fromPeer)
      if more.isEmpty { throw .storage("bench: sqlite3 ended") }
      answer += more
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}

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

/// The path of a program of that name; nil where it is not installed.
func findProgram(_ name: String) -> String? {
  for folder in ["/usr/bin/", "/usr/local/bin/", "/bin/"] {
    // unsafe: the path is a C string for the call only.
    if unsafe access(folder + name, X_OK) == 0 { return folder + name }
  }
  return nil
}
