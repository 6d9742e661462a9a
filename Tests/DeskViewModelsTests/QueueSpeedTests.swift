import Clocks
import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct QueueSpeedTests {
  /// A desk on so many cases, of which every `liveEvery`th is open.
  static func large(_ cases: Int, liveEvery: Int) -> (desk: Desk, reader: RecordReader) {
    let small = PracticeDesk.sample()
    var register = CaseRegister()
    var arena = SearchArena()
    for entry in small.lines where entry.caseReference == nil { register.apply(entry.event) }
    let first = day("2026-08-03")
    for index in 0..<cases {
      let number = CaseNumber(value: UInt32(index + 1))
      let received = first.adding(days: index % 100)
      var row = CaseRow(
        number: number, year: 2026, fact: ReceivedFact(channel: .phone), at: EntryTimes(on: received),
        seq: UInt64(index + 1)
      )
      _ = row.apply(.triaged(.complaint, profile: 0), at: EntryTimes(on: received), seq: 1)
      _ = row.apply(
        .assigned(login(["patel", "okafor", "hana", "sam"][index % 4])), at: EntryTimes(on: received), seq: 1)
      if index % 3 == 0 { _ = row.apply(.acknowledged, at: EntryTimes(on: received), seq: 1) }
      if index % liveEvery != 0 { _ = row.apply(.closed, at: EntryTimes(on: received), seq: 1) }
      let opened = register.open(row)
      precondition(opened)
      arena.begin(index)
      arena.add(.narrative, folded: Array("water through the ceiling of flat \(index), reported twice".utf8))
      arena.end()
    }
    var reader = small.reader
    reader.register = register
    reader.arena = arena
    return (Desk(), reader)
  }

  @Test func `a large queue answers each key at once`() {
    let (cases, liveEvery) = (20_000, 4)
    var (desk, reader) = QueueSpeedTests.large(cases, liveEvery: liveEvery)
    let clock = ContinuousClock()
    let size = Size(columns: 160, rows: 50)
    func timed(_ what: String, _ step: () -> Void) -> Duration {
      let spent = clock.measure(step)
      if showsTimes { print(what, spent) }
      return spent
    }
    _ = timed("first frame") {
      _ = desk.receive(.resized(size), reader)
      _ = desk.screen(size, reader)
    }
    let team = timed("2") { _ = desk.receive(.keys([.character("2")]), reader) }
    let move = timed("j") { _ = desk.receive(.keys([.character("j")]), reader) }
    let draw = timed("draw") { _ = desk.screen(size, reader) }
    _ = timed("5") { _ = desk.receive(.keys([.character("5")]), reader) }
    _ = timed("6") { _ = desk.receive(.keys([.character("6")]), reader) }
    _ = timed("2") { _ = desk.receive(.keys([.character("2")]), reader) }
    _ = timed("/") { _ = desk.receive(.keys([.character("/")]), reader) }
    let type = timed("t") { _ = desk.receive(.keys([.character("t")]), reader) }
    _ = timed("w") { _ = desk.receive(.keys([.character("w")]), reader) }
    let grow = timed("growth") { _ = desk.receive(.journalGrew(touched: [CaseNumber(value: 5)]), reader) }
    _ = timed("tick") { _ = desk.receive(.tick, reader) }
    // Far above what a release build takes (see the bench), far below what a sort per key would.
    #expect(move < team / 2 || move < .milliseconds(2))
    #expect(draw < .milliseconds(200))
    #expect(type < .seconds(2))
    #expect(grow < .seconds(2))
  }

  @Test(arguments: [
    "water", "flat 12", "state:closed twice", "state:open,closed w -twice", "state:closed 1 2",
    "who:sam flat 3",
    "narrative:water -who:sam", "stage:1 re", "wxyz",
  ])
  func `a filter typed key by key finds what it finds typed at once`(_ filter: String) {
    let (fresh, reader) = QueueSpeedTests.large(300, liveEvery: 3)
    let size = Size(columns: 120, rows: 60)
    func opened() -> Desk {
      var desk = fresh
      _ = desk.receive(.resized(size), reader)
      _ = desk.receive(.keys([.character("2"), .character("/")]), reader)
      return desk
    }
    var typed = opened()
    var text = ""
    for character in filter {
      text.append(character)
      _ = typed.receive(.keys([.character(character)]), reader)
      var whole = opened()
      _ = whole.receive(.keys([.paste(text)]), reader)
      _ = typed.receive(.keys([.home]), reader)
      _ = typed.receive(.keys([.end]), reader)
      #expect(
        typed.screen(size, reader).plainRows.dropLast() == whole.screen(size, reader).plainRows.dropLast())
    }
  }
}

/// Whether the times are printed: for measuring by hand.
private let showsTimes = false
