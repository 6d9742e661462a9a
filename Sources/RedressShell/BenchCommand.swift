import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import Glibc
import PlainText

extension CommandRun {
  /// `bench`: a journal of invented events, measured and thrown away; JSON lines.
  func bench() throws(ShellFailure) {
    if let kind = request.options["worker"] { return try benchWorker(kind) }
    let writers = try number("writers", default: 0, in: 0...500)
    if writers > 0 { return try benchWriters(writers) }
    let followers = try number("followers", default: 0, in: 0...500)
    if followers > 0 { return try benchFollow(followers) }
    let narratives = try number("narratives", default: 0, in: 0...5_000_000)
    if narratives > 0 { return try benchSearch(narratives) }
    let events = try number("events", default: 100_000, in: 1000...5_000_000)
    let seed = UInt64(try number("seed", default: 1, in: 0...Int(Int32.max)))
    let path = try privateDirectory("redress-bench-")
    defer { removeDirectory(path) }
    guard let me = StaffLogin(surroundings.account) ?? StaffLogin("bench") else { return }
    try generate(events, seed: seed, at: path, me)
    let journal = try benchReading(path, rounds: try number("rounds", default: 15, in: 1...99))
    say("memory", [("residentMegabytes", Double(residentBytes()) / 1_000_000)])
    let record = try OpenRecord(journal, zone: zone, me: me, now: surroundings.clock)
    try benchStart(at: path, cases: journal.register.rows.count)
    try queries(record)
    try appends(record)
  }

  private func generate(_ events: Int, seed: UInt64, at path: String, _ me: StaffLogin) throws(ShellFailure) {
    let watch = BenchWatch()
    let founding = Founding(
      landlord: "Bench", nation: .englandAndWales, profile: "manchester-2022", practice: true, service: false)
    let now = surroundings.clock()
    let clock = DemoClock(now.adding(seconds: -86_400 * 120))
    let journal = try createJournal(at: path, founding, staff: [founding.administrator(me)], by: me) {
      clock.now
    }
    let staff = [me] + ["amira", "jdoe", "t.okafor", "svc-desk2", "p.kaur"].compactMap { StaffLogin($0) }
    var cases = BenchCases(seed: seed, staff: staff, zone: zone)
    let step = max(1, 86_400 * 119 * 1_000_000 / Int64(events))
    var made = 0
    do {
      _ = try journal.commitMany(by: me) { (view) throws(RecordFailure) in
        guard made < events else { return .done }
        made += 1
        clock.now = Moment(microseconds: clock.now.microseconds + step)
        return .line(
          cases.next(
            nextCase: view.next.number, person: view.next.person, seq: journal.lastSeq + 1, now: clock.now))
      }
    } catch {
      switch error {
      case .refused(let failure): throw .storage("bench: \(failure)")
      case .journal(let failure): throw ShellFailure(failure)
      }
    }
    say(
      "generate",
      [
        ("events", Double(events)), ("cases", Double(journal.register.rows.count)),
        ("megabytes", Double(journal.byteCount) / 1_000_000), ("seconds", watch.seconds),
      ])
  }

  private func queries(_ record: OpenRecord) throws(ShellFailure) {
    for text in [
      "", "due:overdue", "damp", "-state:closed \"back bedroom\"", "stage:2 who:nobody", "state:closed mould",
    ] {
      let context = record.queryContext
      let query: Query
      do { query = try Query(text, context: context) } catch { throw .query(error) }
      let watch = BenchWatch()
      let found = listed(query, record, context)
      say("list", query: text, [("found", Double(found.count)), ("milliseconds", watch.seconds * 1000)])
    }
  }

  private func appends(_ record: OpenRecord) throws(ShellFailure) {
    var times: [Double] = []
    let watch = BenchWatch()
    while times.count < 200 {
      let one = BenchWatch()
      do throws(RecordFailure) {
        _ = try record.perform(
          .note(text: "A note of the bench."), on: CaseNumber(value: 1), occurred: nil, sawRevision: nil)
      } catch {
        throw record.shellFailure(error, "append")
      }
      times.append(one.seconds)
    }
    let seconds = watch.seconds
    times.sort()
    say(
      "append",
      [
        ("appendsPerSecond", Double(times.count) / seconds),
        ("p50Milliseconds", times[times.count / 2] * 1000),
        ("p99Milliseconds", times[times.count * 99 / 100] * 1000),
      ])
  }
}
