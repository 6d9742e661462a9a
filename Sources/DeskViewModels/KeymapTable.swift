import TextCanvas

extension Keymap {
  /// The keys the desk is delivered with: the contract of the handbook, and nothing that does not work yet.
  package static let standard = Keymap(panes + steps + shown + sheet + picker + choice + reading)

  private static func row(
    _ context: KeyContext, _ keys: [KeyEvent], _ command: DeskCommand, _ label: String, _ says: String,
    footer: Int? = nil
  ) -> KeyBinding {
    KeyBinding(context: context, keys: keys, command: command, label: label, says: says, footer: footer)
  }

  private static let panes: [KeyBinding] = [
    row(.desk, [.character("j"), .down], .down, "down", "Move down one row, or scroll the pane."),
    row(.desk, [.character("k"), .up], .up, "up", "Move up one row, or scroll the pane."),
    row(.desk, [.character("g"), .home], .top, "top", "Go to the first row."),
    row(.desk, [.character("G"), .end], .bottom, "end", "Go to the last row."),
    row(.desk, [.pageDown], .pageDown, "page", "Move down a page."),
    row(.desk, [.pageUp], .pageUp, "page up", "Move up a page."),
    row(.desk, [.control("d")], .halfDown, "half page", "Move down half a page."),
    row(.desk, [.control("u")], .halfUp, "half page up", "Move up half a page."),
    row(
      .desk, [.enter, .character("l"), .right], .open, "open",
      "Go into the case; in the timeline, read the whole entry."),
    row(
      .desk, [.escape, .character("h"), .left], .back, "back", "Go back, or clear the filter and the marks."),
    row(.desk, [.character("q")], .leave, "back", "Go back; at the top, ask whether to quit."),
    row(.desk, [.tab], .nextPane, "pane", "Go to the next pane."),
    row(.desk, [.backTab], .previousPane, "pane back", "Go to the previous pane."),
    row(.desk, [.modified(.left, .control)], .splitLeft, "narrower", "Make the queue narrower."),
    row(.desk, [.modified(.right, .control)], .splitRight, "wider", "Make the queue wider."),
    row(.desk, [.modified(.up, .control)], .splitUp, "lower pane", "Give the lower pane more rows."),
    row(.desk, [.modified(.down, .control)], .splitDown, "upper pane", "Give the upper pane more rows."),
    row(.desk, [.character("z")], .zoom, "zoom", "Give this pane the whole screen, or give it back."),
  ]

  private static let steps: [KeyBinding] = [
    row(.desk, [.character("n"), .function(2)], .newContact, "new", "Take a new contact.", footer: 3),
    row(.desk, [.character("i")], .triage, "triage", "Decide what a contact is, with the clause.", footer: 4),
    row(.desk, [.character("a")], .acknowledge, "acknowledge", "Acknowledge this stage.", footer: 5),
    row(.desk, [.character("c")], .contact, "contact", "Log a contact with the resident.", footer: 6),
    row(.desk, [.character("r")], .respond, "respond", "Decide the points, and respond.", footer: 7),
    row(.desk, [.character("x")], .extend, "extend", "Give a later response date.", footer: 9),
    row(
      .desk, [.character("e")], .escalate, "escalate", "Take it further: next stage, management, Ombudsman.",
      footer: 8),
    row(.desk, [.character("s")], .assign, "assign", "Give the case to a member of staff.", footer: 10),
    row(.desk, [.character("o")], .note, "note", "Add a note for colleagues.", footer: 13),
    row(
      .desk, [.character("p")], .promise, "promise", "Record what is promised, by whom and by when.",
      footer: 16),
    row(.desk, [.character("u")], .undo, "undo", "Undo your last step, as a new entry.", footer: 14),
    row(.desk, [.control("r")], .redo, "redo", "Put back the step you undid."),
    row(.desk, [], .drafts, "drafts", "List what you began to write and have not recorded yet."),
  ]

  private static let shown: [KeyBinding] = [
    row(.desk, [.character("1")], .viewMine, "mine", "Show my cases."),
    row(.desk, [.character("2")], .viewTeam, "team", "Show my team's cases."),
    row(.desk, [.character("3")], .viewUnassigned, "unassigned", "Show cases nobody has."),
    row(.desk, [.character("4")], .viewDueToday, "due today", "Show what is due today."),
    row(.desk, [.character("5")], .viewOverdue, "overdue", "Show what is past its date."),
    row(.desk, [.character("6")], .viewSilent, "silent", "Show whom we have not spoken to for longest."),
    row(.desk, [.character("7")], .viewStageTwo, "stage 2", "Show cases at stage 2 and beyond."),
    row(
      .desk, [.character("8")], .viewOmbudsman, "Ombudsman", "Show cases the Ombudsman has to do with."),
    row(
      .desk, [.character("9")], .viewPromises, "promises",
      "Show cases with a promise to keep, ended or not."),
    row(
      .desk, [.character("m")], .promiseList, "promise list",
      "List every promise to keep by its day, whose it is and who is owed word."),
    row(
      .desk, [.character("0")], .viewAtRisk, "at risk",
      "Show what is late or soon will be: a director's late ones, a supervisor's team, else mine."),
    row(
      .desk, [], .viewLearning, "learning", "Show lessons to implement, by their date, cases ended or not."),
    row(.desk, [], .viewRestrictions, "reviews", "Show restrictions whose review falls due within a week."),
    row(.desk, [], .viewEvidence, "evidence", "Show what the Ombudsman waits for, by its day."),
    row(
      .desk, [], .viewLetters, "letters owed",
      "Show notices, confirmations and translations owed, oldest first."),
    row(
      .desk, [.character("V")], .views, "views", "List the views with their keys, and those you named."),
    row(
      .desk, [.character("S")], .sort, "sort",
      "Sort the queue by a column; the same one again turns it round."),
    row(
      .desk, [.character("/")], .filter, "filter",
      "Filter as you type: words, or field:value such as stage:2 due:<3wd.", footer: 11),
    row(
      .desk, [.character("f")], .find, "find caller",
      "Find a caller by phone, postcode, surname or reference.", footer: 12),
    row(.desk, [.character(" ")], .mark, "mark", "Mark the row; steps then go to every marked case."),
    row(.desk, [.character("v")], .markRange, "mark range", "Mark from here: move, then press it again."),
    row(.desk, [.character("*")], .markAll, "mark all", "Mark every row shown, or none."),
    row(
      .desk, [], .group, "groups",
      "Put headings into the queue: overdue, due today, within five working days, later; again without."),
    row(.desk, [.character("P")], .freeze, "freeze", "Freeze the order of the queue, or let it go."),
    row(.desk, [.control("o")], .lastCase, "last case", "Go back to the case you looked at before."),
    row(.desk, [.character("!")], .nextForMe, "next", "Go to the next of my cases that is due."),
    row(.desk, [.character("w")], .why, "why", "Show why each date falls there, day by day.", footer: 15),
    row(
      .desk, [.character("M")], .forecast, "forecast",
      "Show what is late, what falls due this week, windows that close and who heard nothing."),
    row(
      .desk, [.character("D")], .dashboard, "dashboard",
      "Show the figures of all open work; Enter goes in to the cases of one.", footer: 17),
    row(
      .desk, [.character("H")], .history, "history",
      "Show every value each field of the case had, by whom and when."),
    row(
      .desk, [.character("L")], .letters, "letters",
      "Show the letters of the case: owed, leaving, sent; Enter reads one."),
    row(
      .desk, [.character("I")], .person, "person",
      "Show who the case is about: how to reach them, what they need, all their cases."),
    row(
      .desk, [.character("K")], .timelineKind, "timeline kind",
      "Show one kind of entry in the timeline: contacts, letters, decisions, notes; again the next."),
    row(
      .desk, [.character("T")], .timeTravel, "look back",
      "Show the record as it was known at a time, read-only; again comes back."),
    row(.desk, [.character("y")], .copyReference, "copy", "Send the reference to the terminal's clipboard."),
    row(.desk, [.character("t")], .theme, "theme", "Choose the colours."),
    row(
      .desk, [], .mouse, "mouse",
      "Take clicks and the wheel, or leave them to the terminal; a click selects and never acts."),
    row(.desk, [.character(":")], .commandLine, "command", "Name any action, view or case.", footer: 2),
    row(
      .desk, [.character("?"), .function(1)], .help, "keys", "Show the keys for where you are.", footer: 1),
    row(.desk, [.function(5)], .refresh, "refresh", "Read the journal again now."),
    row(.desk, [.control("l")], .redraw, "redraw", "Draw the whole screen again."),
    row(.desk, [.control("z")], .suspend, "suspend", "Put the desk in the background; fg brings it back."),
    row(.desk, [.function(10)], .quit, "quit", "Ask whether to quit."),
    row(.desk, [.character("Q")], .quitNow, "quit", "Quit at once; everything done is already kept."),
  ]

  private static let sheet: [KeyBinding] = [
    row(.sheet, [.control("s")], .confirm, "confirm", "Do what the sheet says.", footer: 1),
    row(.sheet, [.escape], .cancel, "cancel", "Leave; what was typed is asked about first.", footer: 2),
    row(.sheet, [.tab], .nextField, "next field", "Go to the next field.", footer: 3),
    row(.sheet, [.backTab], .previousField, "field before", "Go to the field before.", footer: 8),
    row(.sheet, [.control("n")], .addPoint, "add a point", "In the response sheet: add a point.", footer: 7),
    row(
      .sheet, [.control("x")], .editText, "editor",
      "Write the text under the cursor in your own editor ($VISUAL, $EDITOR).", footer: 5),
    row(
      .sheet, [.control("o"), .function(4)], .editLetter, "letter",
      "Where a letter goes: see it as it would go, and change its words before it is confirmed.", footer: 4),
    row(.sheet, [.function(1)], .help, "keys", "Show these keys.", footer: 6),
    row(.sheet, [.control("l")], .redraw, "redraw", "Draw the whole screen again."),
    row(.sheet, [.control("z")], .suspend, "suspend", "Put the desk in the background; fg brings it back."),
  ]

  private static let picker: [KeyBinding] = [
    row(.picker, [.enter], .confirm, "take", "Take what is selected.", footer: 1),
    row(.picker, [.escape], .cancel, "back", "Leave without choosing.", footer: 2),
    row(.picker, [.down, .control("n")], .down, "down", "Select the next.", footer: 3),
    row(.picker, [.up, .control("p")], .up, "up", "Select the one before.", footer: 4),
    row(.picker, [.tab], .complete, "complete", "Complete the word.", footer: 5),
    row(.picker, [.pageDown], .pageDown, "page", "Move down a page."),
    row(.picker, [.pageUp], .pageUp, "page up", "Move up a page."),
    row(.picker, [.control("l")], .redraw, "redraw", "Draw the whole screen again."),
    row(.picker, [.control("z")], .suspend, "suspend", "Put the desk in the background; fg brings it back."),
  ]

  private static let choice: [KeyBinding] = [
    row(.choice, [.enter, .character("l"), .right], .confirm, "take", "Take what is selected.", footer: 1),
    row(
      .choice, [.escape, .character("q"), .character("h"), .left], .cancel, "back",
      "Leave without choosing.", footer: 2),
    row(.choice, [.character("j"), .down], .down, "down", "Select the next.", footer: 3),
    row(.choice, [.character("k"), .up], .up, "up", "Select the one before.", footer: 4),
    row(.choice, [.character("g"), .home], .top, "top", "Select the first."),
    row(.choice, [.character("G"), .end], .bottom, "end", "Select the last."),
    row(.choice, [.pageDown, .control("d")], .pageDown, "page", "Select one a page further down."),
    row(.choice, [.pageUp, .control("u")], .pageUp, "page up", "Select one a page further up."),
    row(.choice, [.tab], .nextPane, "part", "On the dashboard: go to the next part.", footer: 6),
    row(.choice, [.backTab], .previousPane, "part back", "On the dashboard: go to the part before."),
    row(
      .choice, [.character("f")], .keepPromise, "kept", "On the promises: mark it kept, with what shows it."),
    row(.choice, [.character("x")], .movePromise, "move", "On the promises: give it another date."),
    row(
      .choice, [.character("c")], .tellPromise, "tell them",
      "On the promises: tell the resident how it stands."),
    row(.choice, [.character("?"), .function(1)], .help, "keys", "Show these keys.", footer: 5),
    row(.choice, [.control("l")], .redraw, "redraw", "Draw the whole screen again."),
    row(.choice, [.control("z")], .suspend, "suspend", "Put the desk in the background; fg brings it back."),
  ]

  private static let reading: [KeyBinding] = [
    row(.reading, [.character("j"), .down], .down, "down", "Scroll down.", footer: 2),
    row(.reading, [.character("k"), .up], .up, "up", "Scroll up.", footer: 3),
    row(
      .reading, [.pageDown, .character(" "), .control("d")], .pageDown, "page", "Scroll down a page.",
      footer: 4),
    row(.reading, [.pageUp, .control("u")], .pageUp, "page up", "Scroll up a page."),
    row(.reading, [.character("g"), .home], .top, "top", "Go to the beginning."),
    row(.reading, [.character("G"), .end], .bottom, "end", "Go to the end."),
    row(
      .reading, [.escape, .character("q"), .character("h"), .left, .enter], .cancel, "back", "Go back.",
      footer: 1),
    row(.reading, [.control("l")], .redraw, "redraw", "Draw the whole screen again."),
    row(.reading, [.control("z")], .suspend, "suspend", "Put the desk in the background; fg brings it back."),
  ]
}
