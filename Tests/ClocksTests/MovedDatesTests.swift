import Clocks
import SettingsFiles
import Testing

@Suite struct `A change of the calendar moves exactly the dates it touches` {
  static let steps = Array(0..<CalendarSnapshot.inOrder.count - 1)

  func book(_ history: CalendarHistory, profile: String = "manchester-2022") throws -> RuleBook {
    let editions = try [profile, "code-2024"].map { name in
      ProfileEdition(
        profile: try #require(try embeddedProfile(name)), adopted: try day("2012-01-01"), seq: 0)
    }
    return try #require(
      RuleBook(
        editions: editions, codeName: "code-2024", calendars: history.editions, zone: try londonZoneTable()))
  }

  /// Working days counted one by one over a plain list of dates: the independent answer.
  func counted(_ n: Int, after start: CalendarDay, _ free: Set<CalendarDay>, _ years: ClosedRange<Int>)
    -> CalendarDay?
  {
    var left = n
    var day = start
    while left > 0 {
      day = day.adding(days: 1)
      guard years.contains(day.year) else { return nil }
      if day.weekday <= 5, !free.contains(day) { left -= 1 }
    }
    return day
  }

  @Test(arguments: steps, Nation.allCases)
  func `1,000 open cases under the older file: the list is exactly the dates that differ under the newer`(
    _ step: Int, _ nation: Nation
  ) throws {
    let older = try CalendarSnapshot.inOrder[step].holidays(nation)
    let newer = try CalendarSnapshot.inOrder[step + 1].holidays(nation)
    var before = CalendarHistory()
    #expect(before.take(.published(older), on: try day("2012-01-01"), version: "older"))
    var after = before
    #expect(after.take(.published(newer), on: try day("2012-01-02"), version: "newer"))
    let (old, new) = (try book(before), try book(after))
    // The years only the older file covers stay its own.
    let kept = older.holidays.filter { !newer.coveredYears.contains($0.day.year) }
    let years =
      min(older.coveredYears.lowerBound, newer.coveredYears.lowerBound)...newer.coveredYears.upperBound
    let oldFree = Set(older.holidays.map(\.day))
    let newFree = Set((kept + newer.holidays).map(\.day))
    let first = try day("\(newer.coveredYears.lowerBound + 1)-01-01")
    let span = try day("\(older.coveredYears.upperBound)-12-20").days(since: first)
    let facts = (0..<1000).map { number in
      let start = Occurrence(day: first.adding(days: number * span / 1000))
      return CaseFacts(received: start, stages: [StageFacts(stage: 1, started: start)])
    }
    let moved = movedDates(facts, from: old, to: new, now: Moment(seconds: 0))
    var expected: [MovedDate] = []
    for (index, facts) in facts.enumerated() {
      let start = facts.received.day
      let counts = [
        ("stage1.acknowledge", ClockTarget.landlord, [5]), ("stage1.respond", .landlord, [10]),
        ("stage1.acknowledge", .code, [5]), ("stage1.respond", .code, [5, 10]),
      ]
      for (clock, target, parts) in counts {
        func due(_ free: Set<CalendarDay>, _ years: ClosedRange<Int>) -> CalendarDay? {
          var day: CalendarDay? = start
          for part in parts { day = day.flatMap { counted(part, after: $0, free, years) } }
          return day
        }
        let (was, becomes) = (due(oldFree, older.coveredYears), due(newFree, years))
        guard was != becomes else { continue }
        expected.append(MovedDate(index: index, clock: clock, target: target, old: was, new: becomes))
      }
    }
    #expect(Set(moved) == Set(expected))
    #expect(moved.count == expected.count)
    // The old rules still give the old dates: the record as it was known then.
    for date in moved.prefix(50) {
      let clocks = old.clocks(of: facts[date.index], now: Moment(seconds: 0), explain: false)
      #expect(clocks.first { $0.clock == date.clock && $0.target == date.target }?.due == date.old)
    }
  }

  @Test func `some steps move nothing`() throws {
    let moves = try Self.steps.map { step in
      try Nation.allCases.map { nation in
        let pair = try [step, step + 1].map { try CalendarSnapshot.inOrder[$0].holidays(nation) }
        let common = pair[0].coveredYears.clamped(to: pair[1].coveredYears)
        let lists = pair.map { $0.holidays.map(\.day).filter { common.contains($0.year) } }
        return Set(lists[0]).symmetricDifference(lists[1]).count
      }
    }
    #expect(
      moves == [
        [2, 0, 2], [0, 2, 0], [0, 0, 0], [0, 0, 0], [1, 1, 1], [0, 0, 0], [1, 1, 1], [0, 0, 0], [0, 1, 0],
        [0, 1, 0],
      ])
  }

  @Test func `a running clock moves with a late holiday; one that ended keeps the calendar of that day`()
    throws
  {
    var history = CalendarHistory()
    let before = try CalendarSnapshot.inOrder[4].holidays(.englandAndWales)
    let after = try CalendarSnapshot.inOrder[5].holidays(.englandAndWales)
    #expect(history.take(.published(before), on: try day("2022-01-04"), version: "before"))
    let old = try book(history)
    #expect(history.take(.published(after), on: try day("2022-09-09"), version: "after"))
    let new = try book(history)
    let received = Occurrence(day: try day("2022-08-25"))
    let answered = StageFacts(
      stage: 1, started: received, acknowledged: received, responded: Occurrence(day: try day("2022-09-08")))
    let open = StageFacts(stage: 1, started: Occurrence(day: try day("2022-09-06")))
    let facts = [
      CaseFacts(received: received, stages: [answered]), CaseFacts(received: open.started, stages: [open]),
    ]
    let moved = movedDates(facts, from: old, to: new, now: try #require(Moment("2022-09-09T12:00Z")))
    #expect(
      moved.map {
        "\($0.index) \($0.clock) \($0.target) \($0.old?.description ?? "-") \($0.new?.description ?? "-")"
      } == [
        "1 stage1.respond landlord 2022-09-20 2022-09-21", "1 stage1.respond code 2022-09-27 2022-09-28",
      ])
    let versions = new.clocks(of: facts[0], now: Moment(seconds: 1_662_800_000), explain: false).map {
      "\($0.clock) \($0.target) \($0.calendarVersion)"
    }
    #expect(versions.contains("stage1.respond landlord before"))
    #expect(versions.contains("stage2.window landlord after"))
  }

  @Test func `a closure moves open dates by name and a removed holiday brings them back`() throws {
    var history = CalendarHistory()
    #expect(
      history.take(
        .published(try embeddedHolidays(.englandAndWales)), on: try day("2026-01-01"), version: "a"))
    let plain = try book(history)
    let closed = history.changes.adding(try day("2026-12-29"), name: "Offices closed")
    #expect(try parseCalendarChanges(closed.text, file: "changes") == closed)
    #expect(history.take(.changed(closed), on: try day("2026-11-22"), version: "b"))
    let start = Occurrence(day: try day("2026-12-21"))
    let facts = [CaseFacts(received: start, stages: [StageFacts(stage: 1, started: start)])]
    let closedBook = try book(history)
    #expect(
      movedDates(facts, from: plain, to: closedBook, now: Moment(seconds: 0)).map { $0.new?.description }
        == ["2026-12-31", "2027-01-08", "2026-12-31", "2027-01-15"])
    let days = closedBook.clocks(of: facts[0], now: Moment(seconds: 0), explain: true)[0].days
    #expect(days.contains(CountedDay(day: try day("2026-12-29"), counted: false, why: "Offices closed")))
    let published = try #require(history.published)
    let open = history.changes.removing(try day("2026-12-29"), published: published)
      .removing(try day("2026-12-28"), published: published)
    #expect(open == CalendarChanges(removed: [try day("2026-12-28")]))
    #expect(history.take(.changed(open), on: try day("2026-11-23"), version: "c"))
    #expect(try book(history).calendar.isWorking(day("2026-12-28")))
    // A new official file says itself which of its holidays stand.
    #expect(history.take(.published(published), on: try day("2026-11-24"), version: "d"))
    #expect(try !book(history).calendar.isWorking(day("2026-12-28")))
  }

  @Test func `years missing between two official files are refused`() throws {
    let whole = try embeddedHolidays(.scotland)
    func part(_ years: ClosedRange<Int>) -> HolidayCalendar {
      HolidayCalendar(
        nation: .scotland, holidays: whole.holidays.filter { years.contains($0.day.year) },
        coveredYears: years,
        version: "")
    }
    var history = CalendarHistory()
    #expect(history.take(.published(part(2012...2015)), on: try day("2015-01-01"), version: "a"))
    let before = history
    #expect(!history.take(.published(part(2018...2020)), on: try day("2018-01-01"), version: "b"))
    #expect(history == before)
    #expect(history.take(.published(part(2016...2020)), on: try day("2018-01-01"), version: "c"))
    #expect(history.published?.coveredYears == 2012...2020)
  }
}

@Suite struct `A stage keeps the edition in force when it began` {
  func book(_ texts: [(text: String, adopted: String, seq: UInt64)]) throws -> RuleBook {
    var editions = try texts.map { edition in
      ProfileEdition(
        profile: try parseProfile(edition.text, file: "mine.json"), adopted: try day(edition.adopted),
        seq: edition.seq)
    }
    editions.append(
      ProfileEdition(
        profile: try #require(try embeddedProfile("code-2024")), adopted: try day("2024-04-01"), seq: 1))
    let calendar = CalendarEdition(
      calendar: WorkingCalendar(holidays: try embeddedHolidays(.englandAndWales)), version: "x",
      from: try day("2024-04-01"))
    return try #require(
      RuleBook(
        editions: editions, codeName: "code-2024", calendars: [calendar], zone: try londonZoneTable()))
  }

  func texts() throws -> (old: String, new: String) {
    let old = try #require(embeddedProfileText("manchester-2022"))
    return (old, old.replacing("\"within\": 10, \"unit\"", with: "\"within\": 8, \"unit\""))
  }

  func due(_ book: RuleBook, _ stage: StageFacts) throws -> String? {
    let facts = CaseFacts(received: stage.started, stages: [stage])
    let clocks = book.clocks(of: facts, now: Moment(seconds: 0), explain: false)
    let clock = clocks.first { $0.clock == "stage\(stage.stage).respond" && $0.target == .landlord }
    let urgent = book.urgent(of: stage, profile: "", received: stage.started)
    if stage.acknowledged != nil { #expect(urgent?.landlordDue == clock?.due) }
    return clock?.due?.description
  }

  @Test func `by the day it began, and on the day of adoption by which was recorded first`() throws {
    let (old, new) = try texts()
    let book = try book([(old, "2026-01-05", 2), (new, "2026-11-16", 40)])
    func stage(_ start: String, _ seq: UInt64) throws -> StageFacts {
      let at = Occurrence(day: try day(start))
      return StageFacts(stage: 1, started: at, acknowledged: at, recordedSeq: seq)
    }
    #expect(try due(book, stage("2026-11-13", 30)) == "2026-11-27")
    // Received before the adoption, typed in after it: the version in force then.
    #expect(try due(book, stage("2026-11-13", 50)) == "2026-11-27")
    #expect(try due(book, stage("2026-11-16", 39)) == "2026-11-30")
    #expect(try due(book, stage("2026-11-16", 41)) == "2026-11-26")
    #expect(try due(book, stage("2026-11-17", 41)) == "2026-11-27")
    // Older than any edition: the first.
    #expect(try due(book, stage("2025-11-17", 41)) == "2025-12-01")
  }

  @Test func `stage 2 falls under the edition of its own beginning, its window under stage 1's`() throws {
    let (old, new) = try texts()
    let changed = new.replacing("\"within\": 28", with: "\"within\": 14")
    let book = try book([(old, "2026-01-05", 2), (changed, "2026-11-16", 40)])
    let first = StageFacts(
      stage: 1, started: Occurrence(day: try day("2026-11-02")),
      acknowledged: Occurrence(day: try day("2026-11-02")),
      responded: Occurrence(day: try day("2026-11-12")), recordedSeq: 30)
    let second = StageFacts(stage: 2, started: Occurrence(day: try day("2026-11-20")), recordedSeq: 60)
    let clocks = book.clocks(
      of: CaseFacts(received: first.started, stages: [first, second]), now: Moment(seconds: 0), explain: false
    )
    func due(_ name: String) -> String? {
      clocks.first { $0.clock == name && $0.target == .landlord }?.due?.description
    }
    #expect(due("stage1.respond") == "2026-11-16")
    #expect(due("stage2.window") == "2026-12-10")
    #expect(due("stage2.respond") == "2026-12-02")
  }

  @Test func `a profile that names its first day binds from that day, and the preview lists what moves`()
    throws
  {
    let (old, new) = try texts()
    let early = new.replacing(
      "\"published\"", with: "\"inForce\": \"2026-11-09\", \"published\"", maxReplacements: 1)
    let before = try book([(old, "2026-01-05", 2)])
    let quiet = try book([(old, "2026-01-05", 2), (new, "2026-11-16", 40)])
    let loud = try book([(old, "2026-01-05", 2), (early, "2026-11-16", 40)])
    let start = Occurrence(day: try day("2026-11-10"))
    let facts = [
      CaseFacts(received: start, stages: [StageFacts(stage: 1, started: start, recordedSeq: 20)])
    ]
    #expect(movedDates(facts, from: before, to: quiet, now: Moment(seconds: 0)) == [])
    #expect(
      movedDates(facts, from: before, to: loud, now: Moment(seconds: 0)) == [
        MovedDate(
          index: 0, clock: "stage1.respond", target: .landlord, old: try day("2026-11-24"),
          new: try day("2026-11-20"))
      ])
  }
}
