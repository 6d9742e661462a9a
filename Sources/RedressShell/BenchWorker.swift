import CaseJournal
import Clocks
import Complaints
import Glibc

// The processes that `bench --writers` starts.
extension CommandRun {
  /// One of the writers: appends until its time is up, and writes down how long each append took.
  func benchWorker(_ kind: String) throws(ShellFailure) {
    guard let path = request.options["data"], let out = request.options["out"],
      let start = request.options["start"].flatMap({ Int64($0) })
    else { throw .missingOption("data, out and start", command: "bench --worker") }
    let until = start + Int64(try number("seconds", default: 3, in: 1...600)) * 1_000_000
    if kind == "follow" { return try benchFollower(path, out) }
    var writer: JournalWriter?
    var peer: SQLitePeer?
    if kind == "sqlite" {
      peer = try SQLitePeer(request.options["peer"] ?? "", path + "/peer.db")
    } else {
      let journal = try openJournal(at: path + "/journal", asAt: nil, now: surroundings.clock)
      guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
      writer = JournalWriter(journal: journal, me: me, zone: zone)
    }
    waitUntil(start)
    var times: [Int64] = []
    while true {
      let before = systemMoment().microseconds
      if before >= until { break }
      try writer?.append()
      try peer?.append()
      times.append(systemMoment().microseconds - before)
    }
    try writeFile(out, times.map { String($0) + "\n" }.joined())
  }
}

/// Waits for that moment: asleep for the most of it, since those who are early must not slow down the others.
func waitUntil(_ start: Int64) {
  while true {
    let left = start - systemMoment().microseconds
    if left <= 0 { return }
    usleep(UInt32(clamping: left > 2000 ? left - 1000 : 100))
  }
}

/// One journal being appended to.
struct JournalWriter {
  let journal: CaseJournal
  let me: StaffLogin
  let zone: ZoneTable
  /// What every line says; made once, as the peer makes its own.
  private let contact = ContactReceived(channel: .phone, narrative: String(repeating: "x", count: 100))

  init(journal: CaseJournal, me: StaffLogin, zone: ZoneTable) {
    self.journal = journal
    self.me = me
    self.zone = zone
  }

  /// Appends one line, synced, and gives its number.
  @discardableResult
  func append() throws(ShellFailure) -> UInt64 {
    do {
      let done = try journal.commit(by: me) { (view) throws(RecordFailure) in
        let reference = CaseReference(number: view.nextCase, year: zone.day(of: view.now).year)
        return [NewEvent(.contactReceived(contact), case: reference)]
      }
      return done.seq ?? 0
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
