import Clocks
import Complaints
import DeskViewModels
import TextCanvas
import Testing

/// The states of each screen beyond its first sight: open lists, folds, refusals, drafts, nothing there.
@Suite struct GoldenStateTests {
  /// A state by its name, who sits there and the keys that lead to it.
  struct State: Sendable, CustomTestStringConvertible {
    let name: String
    var who = "patel"
    let keys: String
    var testDescription: String { name }

    init(_ name: String, _ keys: String, as who: String = "patel") {
      self.name = name
      self.keys = keys
      self.who = who
    }
  }

  static let states: [State] = [
    State("person", "I"), State("timeline-kind", "K"),
    State("saved-view", "2/kitchen<enter>:save-view leaks<enter>"),
    State("empty-view", "8"), State("filter-none", "2/zeppelin"), State("filter-kept", "2/damp<enter>"),
    State("find-nobody", "fzeppelin"), State("find-empty", "f"),
    State("command-refused", ":ackno"), State("command-unknown", ":zeppelin<enter>"),
    State("command-names", ":letter "), State("command-cases", ":as-at "),
    State("pick-open", "2jsoka", as: "sam"), State("pick-offers", "2js", as: "sam"),
    State("criteria", ":1<enter>:escalate-management<enter>"),
    State("restrict", ":1<enter>:restrict<enter>", as: "okafor"),
    State("refuse-ground", ":2<enter>:refuse<enter>", as: "okafor"),
    State("needs", ":2<enter>:need<enter>y", as: "hana"),
    State("management", "e<enter>", as: "sam"),
    State("point-over-response", "r<ctrl-n>The seal had failed"),
    State("points", "r<ctrl-n>The seal had failed<ctrl-s>"),
    State("missing-field", "r<ctrl-n><ctrl-s>"),
    State("drafts", "oHalf a note<esc>kpA new seal<esc>k:drafts<enter>"),
    State("draft-back", "oHalf a note<esc>ko"),
    State("none-begun", ":drafts<enter>"),
    State("intake-empty", "n"), State("intake-more", "n<tab><tab><tab><tab><tab><tab><tab><tab><tab> "),
    State("intake-answered", "nTom<tab><tab><tab><tab>Water<tab><tab><tab><tab><tab><tab>nny"),
    State("intake-refused", "nTom<ctrl-s>"), State("intake-discard", "nTom<esc>"),
    State("no-promises", "m"), State("dashboard-part", "D<tab><tab>"),
    State("cannot", ":1<enter>a"), State("recorded", "oA note<ctrl-s>"),
    State("help-searched", "?escal"), State("stacked-timeline", "l<tab>z"),
  ]

  @Test(arguments: goldenSizes, states) func `each further state a person can meet`(
    _ size: (columns: Int, rows: Int), _ state: State
  ) throws {
    var practice = PracticeDesk.sample(size.columns, size.rows, as: state.who)
    practice.press(state.keys)
    try expectGolden(practice, "state-" + state.name)
  }

  @Test(arguments: goldenSizes) func `a letter that was sent`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows, as: "sam")
    practice.queueLetter("- The roofer comes on Monday.")
    practice.press("LG<enter>")
    try expectGolden(practice, "state-letter-sent")
  }

  @Test(arguments: goldenSizes) func `words that may be misspelled`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("oWe recieved it<tab>")
    practice.send(.spelled(["recieved"]))
    try expectGolden(practice, "state-spelling")
  }

  @Test(arguments: goldenSizes) func `keys that came at once, and a paste into no field`(
    _ columns: Int, _ rows: Int
  )
    throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.burst("2026-45 G* 1234 please")
    try expectGolden(practice, "state-burst")
    practice.paste("text")
    try expectGolden(practice, "state-paste")
  }

  @Test(arguments: goldenSizes) func `new cases above the one being read`(_ columns: Int, _ rows: Int) throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("3j")
    practice.contact("No heating at all", from: "Ivo Brand", on: "2026-01-02", kind: .complaint)
    practice.send(.journalGrew(touched: [CaseNumber(value: 7)]))
    try expectGolden(practice, "state-new-above")
  }

  @Test func `a screen too small for anything says what it needs`() {
    for size in [Size(columns: 39, rows: 12), Size(columns: 40, rows: 11), Size(columns: 1, rows: 1)] {
      let practice = PracticeDesk.sample(size.columns, size.rows)
      #expect(practice.row(0).contains("needs 40×12".prefix(size.columns)))
    }
  }
}
