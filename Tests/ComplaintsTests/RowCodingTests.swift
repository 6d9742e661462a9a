import Clocks
import Testing

@testable import Complaints

/// Bytes in memory, in the place of a mapped file.
private final class BytesInMemory: SnapshotBytes {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }
  var count: Int { bytes.count }
  var isTrusted: Bool { true }
  func distrust() {}
  func span(_ places: Range<Int>, _ use: (Span<UInt8>) -> Void) {
    let lent = Array(bytes[places])
    use(lent.span)
  }
  func copy(_ words: Int, from place: Int, into record: inout RecordWords) -> Bool {
    guard place >= 0, words * 8 <= bytes.count - place else { return false }
    for index in 0..<words {
      var word: UInt64 = 0
      for byte in 0..<8 { word |= UInt64(bytes[place + index * 8 + byte]) << (8 * UInt64(byte)) }
      record[index] = word
    }
    return true
  }
}

@Suite struct RowCodingTests {
  /// A row of which no field is what a new row has.
  private var full: CaseRow {
    var row = CaseRow.blank
    let day = given(CalendarDay(year: 2026, month: 11, day: 22))
    let time = SecondOfDay(raw: 4711)
    row.number = CaseNumber(value: 3)
    row.year = 2026
    row.state = .merged
    row.kind = .otherBody
    row.channel = .sms
    row.tenure = .other
    row.marks = [.needs, .formOwed]
    row.stage = .two
    row.outcome = .outside
    row.profile = 2
    row.points = 7
    row.decided = 5
    row.rearranged = true
    row.claim = Claim(by: login("sam"), at: Moment(seconds: 1_767_604_200))
    row.undecided = 5
    row.tally.take(3, .partlyUpheld)
    _ = row.promises.take(1, due: day)
    var found = false
    _ = row.hazards.take(.reported, number: nil, emergency: true, found: &found)
    row.hasSentLetters = true
    row.handler = login("patel")
    row.received = day
    row.receivedTime = time
    row.stageStarted = day.adding(days: 1)
    row.stageStartedTime = SecondOfDay(raw: -1)
    row.stageLogged = day.adding(days: 2)
    row.stageLoggedTime = SecondOfDay(raw: 86_399)
    row.stageSeq = 9
    row.allocated = day.adding(days: 3)
    row.allocatedTime = time
    row.acknowledged = day.adding(days: 4)
    row.acknowledgedTime = time
    row.responded = day.adding(days: 5)
    row.respondedTime = time
    row.arrived = day.adding(days: 6)
    row.arrivedTime = time
    row.severity = "serious"
    row.extendedTo = day.adding(days: 7)
    row.extensionMade = day.adding(days: 8)
    row.closed = day.adding(days: 9)
    row.lastHeard = day.adding(days: 10)
    row.person = PersonNumber(value: 11)
    row.personName = TextPlace(offset: 12, length: 13, escaped: true)
    row.narrative = TextPlace(offset: 14, length: 15, escaped: false)
    row.address = TextPlace(offset: 16, length: 17, escaped: true)
    row.postcode = TextPlace(offset: 18, length: 19, escaped: false)
    row.category = TextPlace(offset: 20, length: 21, escaped: true)
    row.owed.handlerChange = day.adding(days: 11)
    row.owed.separateHandling = day.adding(days: 12)
    row.owed.writtenConfirmation = day.adding(days: 13)
    row.owed.translation = day.adding(days: 14)
    row.owed.handover = day.adding(days: 15)
    row.owed.form = day.adding(days: 16)
    row.owed.slips = day.adding(days: 15)
    row.owed.promise = day.adding(days: 16)
    row.owed.callback = day.adding(days: 17)
    row.owed.learning = day.adding(days: 18)
    row.owed.review = day.adding(days: 19)
    row.owed.asked = day.adding(days: 20)
    row.owed.told = day.adding(days: 21)
    row.sourceHash = .max
    row.rowHash = 22
    row.revision = 23
    return row
  }

  private func written(_ rows: [CaseRow]) -> (bytes: [UInt8], names: RecordNames) {
    var writer = RecordWriter()
    var bytes: [UInt8] = []
    for var row in rows {
      writer.begin()
      row.code(&writer)
      writer.end()
      bytes += writer.bytes
    }
    return (bytes, writer.names)
  }

  private func read(_ bytes: [UInt8], _ names: RecordNames) throws -> SnapshotRows {
    let section = try #require(
      RecordSection(
        BytesInMemory(bytes), start: 0, length: bytes.count, words: RowShape.rowWords))
    return SnapshotRows(section: section, names: names, lastSeq: 1000)
  }

  @Test func `every field of a row comes back from its record, whichever fields it grows`() throws {
    let (blank, full) = (CaseRow.blank, full)
    // A field the row above leaves as it is would be one that this test cannot see.
    let fields = zip(Mirror(reflecting: blank).children, Mirror(reflecting: full).children)
    let owed = zip(Mirror(reflecting: blank.owed).children, Mirror(reflecting: full.owed).children)
    for (one, other) in Array(fields) + Array(owed) {
      #expect("\(one.value)" != "\(other.value)", "give \(one.label ?? "") another value in `full`")
    }
    let (bytes, names) = written([blank, blank, full])
    let rows = try read(bytes, names)
    #expect(rows[2] == full)
    var first = blank
    first.number = CaseNumber(value: 1)
    #expect(rows[0] == first)
  }

  @Test func `no value a snapshot writes down has grown a field that it leaves out`() {
    for (name, expected, found) in RowShape.fieldCounts {
      #expect(
        found == expected,
        "give the new field of \(name) its line in RowCoding or RegisterCoding, then count it")
    }
  }

  @Test func `a record fits what is read at once`() {
    #expect(RowShape.rowWords <= 56)
    #expect(RowShape.personWords <= 56)
  }

  @Test func `any bytes in the place of a row are a row or refused, and end nobody`() throws {
    var random = RowFoldTests.Seeded(state: 5)
    let (bytes, names) = written([full, full])
    for _ in 0..<5000 {
      var bad = bytes
      for _ in 0..<4 {
        bad[Int.random(in: 0..<bad.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var row = try read(bad, names)[1]
      let times = EntryTimes(
        occurred: Occurrence(day: row.received), recorded: Occurrence(day: row.stageLogged))
      _ = row.apply(.pointAdded(8), at: times, seq: 1)
      _ = row.apply(.pointDecided(point: 1, .upheld, .two), at: times, seq: 1)
      _ = row.reference.text + row.received.description
      _ = row.stageFacts
      _ = row.claim?.holds(at: Moment(seconds: 0))
    }
  }
}
