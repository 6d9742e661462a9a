import DeskViewModels
import Testing

@Suite struct GoldenTests {
  @Test(arguments: goldenSizes) func `the queue with its case`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("2")
    try expectGolden(practice, "queue")
  }

  @Test(arguments: goldenSizes) func `the case on its own`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("lz")
    try expectGolden(practice, "case")
  }

  @Test(arguments: goldenSizes) func `the timeline`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("<tab><tab>j")
    try expectGolden(practice, "timeline")
  }

  @Test(
    arguments: goldenSizes,
    [
      ("acknowledge", "ja"), ("contact", "c"), ("assign", "s"), ("extend", "x"), ("respond", "r"),
      ("note", "o"), ("triage", "2jjji<tab><tab>y"),
      ("triage-more", "2jjji" + String(repeating: "<tab>", count: 9) + " "),
      ("close", "G:close<enter>"), ("link", ":link<enter>"),
      ("correct", ":correct<enter>"),
    ])
  func `each sheet names its case`(_ size: (columns: Int, rows: Int), _ sheet: (name: String, keys: String))
    throws
  {
    var practice = PracticeDesk.sample(size.columns, size.rows, as: sheet.name == "assign" ? "sam" : "patel")
    if sheet.name == "assign" { practice.press("2") }
    practice.press(sheet.keys)
    try expectGolden(practice, "sheet-" + sheet.name)
  }

  @Test(arguments: goldenSizes) func `escalation at the resident's wish`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("Ge<enter>")
    try expectGolden(practice, "sheet-escalate")
  }

  @Test(arguments: goldenSizes) func `the three ways further`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows, as: "okafor")
    practice.press("2Ge")
    try expectGolden(practice, "ways-further")
  }

  @Test(arguments: goldenSizes) func `a new contact with likely duplicates`(_ columns: Int, _ rows: Int)
    throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("nAmina Hussain<tab>07700 900123<tab>")
    try expectGolden(practice, "intake")
  }

  @Test(arguments: goldenSizes) func `the keys for where one is`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("?")
    try expectGolden(practice, "help")
  }

  @Test(arguments: goldenSizes) func `the views with their keys`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.settings.views = [SavedView(name: "leaks", query: "who:me kitchen")]
    practice.press("V")
    try expectGolden(practice, "views")
  }

  @Test(arguments: goldenSizes) func `the filter with what may stand there`(_ columns: Int, _ rows: Int)
    throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("2:sort person<enter>/owes:")
    try expectGolden(practice, "filter")
  }

  @Test(arguments: goldenSizes) func `the command line`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press(":es")
    try expectGolden(practice, "command")
  }

  @Test(arguments: goldenSizes) func `why a date falls there`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("w")
    try expectGolden(practice, "why")
  }

  @Test(arguments: goldenSizes) func `what is late and what falls due this week`(_ columns: Int, _ rows: Int)
    throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press(":forecast<enter>")
    try expectGolden(practice, "forecast")
  }

  @Test(arguments: goldenSizes) func `a caller is found by the end of a number`(_ columns: Int, _ rows: Int)
    throws
  {
    var practice = PracticeDesk.sample(columns, rows)
    practice.press("f900123")
    try expectGolden(practice, "find")
  }

  @Test(
    arguments: goldenSizes,
    [
      ("quit", "q"), ("discard", "oHalf a note<esc>"), ("entry", "<tab><tab><enter>"), ("letters", "L"),
      ("letter-draft", "L<enter>"), ("look-back", "T"), ("theme", "t"), ("sort", "S"),
      ("history", "H"), ("refused-sheet", "o<ctrl-s>"), ("bulk", "2*o"),
      ("outcome", "2*:acknowledge<enter>One understanding for all<tab>A repair<tab>Nothing<ctrl-s>"),
      ("undo", "oA note<ctrl-s>u"), ("promise", "p"), ("by-name", ":help restrict"),
      ("marked", "2  "), ("range", "2vjj"), ("frozen", "2P"), ("filter-wrong", "2/kitchen colour:red"),
      (
        "reading-hint",
        "2jaNotwithstanding considerations regarding contractor availability the organisation "
          + "anticipates commencement of remediation immediately subsequent to authorisation of the expenditure."
      ),
    ])
  func `each state a person can meet`(
    _ size: (columns: Int, rows: Int), _ state: (name: String, keys: String)
  ) throws {
    var practice = PracticeDesk.sample(size.columns, size.rows)
    practice.press(state.keys)
    try expectGolden(practice, "state-" + state.name)
  }

  @Test(arguments: goldenSizes) func `handing over all of somebody's work`(_ columns: Int, _ rows: Int) throws
  {
    var practice = PracticeDesk.sample(columns, rows, as: "sam")
    practice.press(":hand-over patel<enter>")
    try expectGolden(practice, "hand-over")
  }

  @Test(arguments: goldenSizes) func `the record of another time`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows)
    practice.readOnly = "this is the record of another time; T comes back to now"
    practice.press("2o")
    try expectGolden(practice, "read-only")
  }
}
