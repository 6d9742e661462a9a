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
      writer = JournalWriter(journal: journal, me: me, zone: zone, index: Int(getpid()))
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

/// One journal being appended to: notes on cases that are there, as the peer's rows are notes on cases.
struct JournalWriter {
  /// Cases there are before the writing begins.
  static let cases: UInt32 = 1_000
  let journal: CaseJournal
  let me: StaffLogin
  let zone: ZoneTable
  /// What every line says; made once, as the peer makes its own of the same length.
  private let note = Event.noteAdded(text: String(repeating: "x", count: 169))
  /// The case the next note is on; each writer goes through them by leaps of its own.
  private var place: UInt32

  init(journal: CaseJournal, me: StaffLogin, zone: ZoneTable, index: Int = 0) {
    self.journal = journal
    self.me = me
    self.zone = zone
    place = UInt32(truncatingIfNeeded: index) &* 7919
  }

  /// Opens the cases that notes will be on.
  func openCases() throws(ShellFailure) {
    let contact = ContactReceived(channel: .phone, narrative: String(repeating: "x", count: 100))
    var left = JournalWriter.cases
    do {
      _ = try journal.commitMany(by: me) { (view) throws(Never) in
        guard left > 0 else { return .done }
        left -= 1
        let reference = CaseReference(number: view.nextCase, year: zone.day(of: view.now).year)
        return .line([NewEvent(.contactReceived(contact), case: reference)])
      }
    } catch {
      throw ShellFailure(error)
    }
  }

  /// Appends one line, synced, and gives its number.
  @discardableResult
  mutating func append() throws(ShellFailure) -> UInt64 {
    place = (place &* 1_103_515_245 &+ 12_345) & 0x7FFF_FFFF
    let number = CaseNumber(value: place % JournalWriter.cases + 1)
    let seq: UInt64?
    do {
      let done = try journal.commit(by: me) { (view) throws(Never) in
        guard let row = view.row(number) else { return [] }
        return [NewEvent(note, case: row.reference)]
      }
      seq = done.seq
    } catch {
      throw ShellFailure(error)
    }
    guard let seq else { throw .storage("bench: there is no case \(number.value) to add a note to") }
    return seq
  }
}

extension ShellFailure {
  /// Nothing is refused here: only the journal can fail.
  fileprivate init(_ failure: CommitFailure<Never>) {
    switch failure {
    case .journal(let failure): self.init(failure)
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
    guard unsafe pipe(&input) == 0, unsafe pipe(&answers) == 0 else {
      throw .storage("bench: no pipes for sqlite3")
    }
    // Before it is started: with an end of its own input open it would never see that we are done.
    for descriptor in input + answers { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    guard let child = spawn(program, ["-interactive", database], input: input[0], output: answers[1]) else {
      throw .storage("bench: sqlite3 could not be started")
    }
    close(input[0])
    close(answers[1])
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
