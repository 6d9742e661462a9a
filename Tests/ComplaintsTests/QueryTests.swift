import Clocks
import Complaints
import PlainText
import Testing

@Suite struct QueryTests {
  let rules = scenarioRules("manchester-2022")
  var context: QueryContext {
    QueryContext(me: login("patel"), today: day("2026-11-20"), staff: Scenario().staff, rules: rules)
  }

  func row(_ change: (inout CaseRow) -> Void = { _ in }) -> CaseRow {
    var row = CaseRow(
      number: CaseNumber(value: 1), year: 2026, fact: ReceivedFact(channel: .phone),
      at: EntryTimes(on: day("2026-11-02")),
      seq: 1)
    change(&row)
    return row
  }

  func holds(_ text: String, _ row: CaseRow, due: String? = nil) throws -> Bool {
    var arena = SearchArena()
    arena.begin(0)
    arena.add(.person, folded: fold("Siân Llŷr"))
    arena.add(.narrative, folded: fold("Damp in the children's bedroom"))
    arena.end()
    return try Query(text, context: context).holds(row, due: due.map(day), context: context, arena: arena)
  }

  @Test(arguments: [
    ("sian", true), ("SIÂN damp", true), ("damp -bedroom", false), ("\"damp in the\"", true),
    ("person:llyr", true), ("person:damp", false), ("who:me", true), ("who:none", false),
    ("stage:1", true), ("stage:2", false), ("kind:complaint,asb", true), ("due:overdue", true),
    ("due:today", false), ("due:<3wd", true), ("-state:closed", true), ("state:open", true),
    ("received:2026-11-01..2026-11-05", true), ("received:<5d", false), ("silent:>10d", true),
    ("silent:>18d", false), ("ref:1", true), ("ref:c26-000001", true), ("points:0", true),
    ("points:>0", false),
    ("step:acknowledge", true), ("step:respond", false), ("open:yes", true), ("open:no", false),
    ("promised:..2026-11-20", false), ("vulnerable:no", true), ("hazard:yes", false),
    ("channel:web,phone", true),
  ])
  func `a query finds what it says`(text: String, found: Bool) throws {
    let row = row {
      $0.handler = login("patel")
      $0.kind = .complaint
      $0.stage = .one
      $0.state = .open
    }
    #expect(try holds(text, row, due: "2026-11-16") == found, "\(text)")
  }

  @Test func `cases are found by the day they ended, and asking for it looks at the ended ones`() throws {
    let ended = row {
      $0.state = .closed
      $0.closed = day("2026-11-18")
    }
    #expect(try holds("closed:2026-11-16..", ended))
    #expect(try !holds("closed:2026-11-19..", ended))
    #expect(try !holds("closed:2026-11-16..", row { $0.state = .open }))
    #expect(try Query("closed:2026-11-16..", context: context).looksAtEnded)
  }

  @Test(arguments: [
    ("damp colour:red", 6, "no field \"colour\""), ("due:soon", 1, "due cannot be \"soon\""),
    ("x \"damp", 3, "a quote is not closed"), ("stage:9", 1, "stage cannot be \"9\""),
    ("who:A!", 1, "who cannot be \"A!\""), ("kind:", 1, "kind cannot be \"\""),
    ("step:close", 1, "step cannot be \"close\""), ("open:maybe", 1, "open cannot be \"maybe\""),
  ])
  func `a bad query says where and what is allowed`(text: String, column: Int, what: String) {
    do throws(QueryError) {
      _ = try Query(text, context: context)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.column == column)
      #expect(error.what == what)
      #expect(!error.allowed.isEmpty)
    }
  }

  @Test func `a name is found without its accents, and never across two fields`() throws {
    #expect(try holds("llyr", row()))
    #expect(try !holds("llyrdamp", row()))
  }
}
