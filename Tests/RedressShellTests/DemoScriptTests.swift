import Clocks
import Complaints
import RedressShell
import SettingsFiles
import Testing

@Suite struct `The demo's landlord` {
  let rules: RuleBook
  let you: StaffLogin

  init() throws {
    let profile = try #require(try embeddedProfile("manchester-2022"))
    rules = try embeddedRuleBook(profile: profile, nation: .englandAndWales, zone: try londonZoneTable())
    you = try #require(StaffLogin("visitor"))
  }

  /// An ordinary Friday, the Monday after Easter Monday, a Sunday, New Year's Day, a day after a clock change.
  static let todays = ["2026-11-20", "2026-04-07", "2026-11-22", "2027-01-01", "2026-03-30"]

  @Test(arguments: todays) func `every step is one the rules accept, in time order`(_ text: String) throws {
    let landlord = try DemoLandlord(today: try #require(CalendarDay(text)), cases: 60, rules: rules, you: you)
    #expect(landlord.files.count == 60)
    #expect(landlord.refusals == [])
    #expect(landlord.moments == landlord.moments.sorted())
    let last = try #require(landlord.moments.last)
    #expect(rules.zone.day(of: last) < landlord.today)
  }

  @Test(arguments: todays) func `there is a case in every state, kind of contact and view`(_ text: String)
    throws
  {
    let landlord = try DemoLandlord(today: try #require(CalendarDay(text)), cases: 60, rules: rules, you: you)
    let states = Set(landlord.files.map(\.state))
    #expect(states.isSuperset(of: [.untriaged, .open, .responded, .closed]))
    let kinds = Set(landlord.files.compactMap(\.kind))
    #expect(kinds == Set(Kind.allCases))
    let context = QueryContext(me: you, today: landlord.today, staff: landlord.staff, rules: rules)
    for view in QueueView.allCases {
      let held = landlord.rows.filter { view.holds($0, due: $0.urgentTarget(rules)?.due, context: context) }
      #expect(!held.isEmpty, "nothing in \(view.title)")
    }
    let mine = landlord.files.filter { $0.handler == you && $0.state.isLive }
    #expect(mine.count >= 6)
  }

  @Test(arguments: todays)
  func `every word of owes finds a case, and so do a hold, a group and published praise`(
    _ text: String
  ) throws {
    let landlord = try DemoLandlord(today: try #require(CalendarDay(text)), cases: 60, rules: rules, you: you)
    for kind in OwedKind.allCases {
      #expect(
        landlord.rows.contains { $0.owes(kind, rules, on: landlord.today) != nil }, "owes:\(kind.rawValue)")
    }
    #expect(landlord.rows.contains { $0.marks.contains(.held) })
    #expect(landlord.rows.contains { $0.marks.contains(.group) })
    #expect(landlord.files.contains { !$0.work.published.isEmpty })
    #expect(landlord.files.contains { $0.ombudsman.orders.contains { $0.made.due != nil } })
  }

  @Test func `a working day has letters due, overdue and some days off, for you too`() throws {
    let landlord = try DemoLandlord(
      today: try #require(CalendarDay("2026-11-20")), cases: 60, rules: rules, you: you)
    let mine = landlord.rows.filter { $0.handler == you }.compactMap { $0.urgentTarget(rules)?.due }
    #expect(mine.contains { $0 < landlord.today })
    #expect(mine.contains(landlord.today))
    #expect(mine.contains { $0 > landlord.today })
  }

  @Test func `the second stage is never answered by who answered the first`() throws {
    let landlord = try DemoLandlord(
      today: try #require(CalendarDay("2026-11-20")), cases: 60, rules: rules, you: you)
    let reviewed = landlord.files.filter { $0.stages.count == 2 && $0.stages[1].responded != nil }
    #expect(reviewed.count >= 3)
    for file in reviewed { #expect(file.stages[0].respondedBy != file.stages[1].respondedBy) }
  }

  @Test func `more cases than the stock are varied, the same for one seed`() throws {
    let today = try #require(CalendarDay("2026-11-20"))
    let landlord = try DemoLandlord(today: today, cases: 400, rules: rules, you: you)
    #expect(landlord.files.count == 400)
    #expect(landlord.refusals == [])
    let again = try DemoLandlord(today: today, cases: 400, rules: rules, you: you)
    #expect(landlord.files == again.files)
    #expect(Set(landlord.files.map(\.contact.person.name)).count > 150)
  }

  @Test func `somebody of the landlord's own name runs the demo as themselves`() throws {
    let meera = try #require(StaffLogin("meera.patel"))
    let landlord = try DemoLandlord(
      today: try #require(CalendarDay("2026-11-20")), cases: 60, rules: rules, you: meera)
    #expect(landlord.refusals == [])
    #expect(landlord.staff.members.count { $0.login == meera } == 1)
  }

  @Test func `the staff include every role a complaint needs`() {
    let roles = Set(demoStaff(you: you).flatMap(\.roles))
    #expect(
      roles.isSuperset(of: [.handler, .investigator, .reviewer, .director, .supervisor, .administrator]))
  }
}

/// The demo's script put through the rules, step by step, without a disk.
private struct DemoLandlord {
  let today: CalendarDay
  private(set) var staff = StaffTable()
  private(set) var files: [CaseFile] = []
  private(set) var rows: [CaseRow] = []
  private(set) var refusals: [String] = []
  private(set) var moments: [Moment] = []

  init(today: CalendarDay, cases: Int, rules: RuleBook, you: StaffLogin) throws {
    self.today = today
    for member in demoStaff(you: you) { staff.list(member) }
    var lines: [[Entry]] = []
    var seq: UInt64 = 0
    for step in try demoScript(today: today, rules: rules, cases: cases, seed: 7, you: you) {
      moments.append(step.at)
      let occasion = Occasion(by: step.by, staff: staff, rules: rules, now: step.at, occurred: step.occurred)
      let events: [NewEvent]
      do {
        switch step.what {
        case .intake(let intake):
          let number = CaseNumber(value: UInt32(lines.count + 1))
          lines.append([])
          events = try receive(
            intake, as: CaseReference(number: number, year: rules.zone.day(of: step.at).year),
            newPerson: PersonNumber(value: number.value), on: occasion)
        case .act(let index, let action):
          let file = try #require(CaseFile(lines[index], zone: rules.zone))
          events = try decide(action, about: file, on: occasion)
        }
      } catch let refusal as Refusal {
        refusals.append("\(step.what): \(refusal)")
        continue
      }
      seq += 1
      for (part, event) in events.enumerated() {
        let entry = Entry(
          seq: seq, part: part, recordedAt: step.at, occurred: event.occurred, by: step.by,
          caseReference: event.caseReference, event: event.event)
        let index = try #require(event.caseReference).number.index
        lines[index].append(entry)
      }
    }
    for entries in lines {
      let file = try #require(CaseFile(entries, zone: rules.zone))
      files.append(file)
      rows.append(CaseRow(of: file, profileIndex: { _ in 0 }))
    }
  }
}
