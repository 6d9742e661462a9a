/// Everything a key or a word on the command line can ask of the desk; the raw value is that word.
package enum DeskCommand: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case down, up, top, bottom
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfDown = "half-page-down"
  case halfUp = "half-page-up"
  case open, back, leave
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case zoom
  // Choosing what is shown.
  case viewMine = "mine"
  case viewTeam = "team"
  case viewUnassigned = "unassigned"
  case viewDueToday = "due-today"
  case viewOverdue = "overdue"
  case viewSilent = "silent-longest"
  case viewStageTwo = "stage-2"
  case viewOmbudsman = "view-ombudsman"
  case viewPromises = "promises"
  case viewAtRisk = "at-risk"
  case viewLearning = "learning-owed"
  case viewRestrictions = "reviews-owed"
  case viewEvidence = "evidence-owed"
  case viewLetters = "letters-owed"
  case views, sort
  case filter
  case freeze
  case group
  case mark
  case markRange = "mark-range"
  case markAll = "mark-all"
  case lastCase = "last-case"
  case nextForMe = "next-for-me"
  case find
  // Steps on a case.
  case newContact = "new"
  case triage, acknowledge, contact, assign, extend, respond, point, decide, escalate, note, link, correct,
    close, promise
  case undo, redo
  case drafts
  case promiseList = "promise-list"
  // Reading.
  case why, forecast, dashboard
  case timeTravel = "look-back"
  case history, letters, person
  case timelineKind = "timeline-kind"
  case copyReference = "copy-reference"
  case help
  case commandLine = "command-line"
  case theme, mouse
  case splitLeft = "split-left"
  case splitRight = "split-right"
  case splitUp = "split-up"
  case splitDown = "split-down"
  case refresh, redraw
  case quit
  case quitNow = "quit-now"
  case suspend
  // Inside sheets and lists.
  case confirm, cancel
  case nextField = "next-field"
  case previousField = "previous-field"
  case addPoint = "add-point"
  case editText = "edit-text"
  case editLetter = "edit-letter"
  case complete
  // On the promises.
  case keepPromise = "keep-promise"
  case movePromise = "move-this-promise"
  case tellPromise = "tell-of-promise"

  /// Commands that move something on screen and nothing else: such keys never count as a burst.
  static let movements: Set<DeskCommand> = [
    .down, .up, .top, .bottom, .pageDown, .pageUp, .halfDown, .halfUp, .open, .back, .leave,
    .nextPane, .previousPane,
  ]

  /// Commands that put a sheet or a text field before the person.
  static let openers: Set<DeskCommand> = [
    .filter, .views, .sort, .find, .newContact, .triage, .acknowledge, .contact, .assign, .extend, .respond,
    .point,
    .decide, .escalate, .note, .link, .correct, .close, .promise, .undo, .redo, .drafts, .promiseList, .why,
    .forecast,
    .dashboard,
    .help,
    .commandLine, .timeTravel, .history, .letters, .person,
    .theme,
    .quit,
  ]
}

/// A way to move through rows or lines.
enum Motion: Hashable, Sendable {
  case down, up, top, bottom, pageDown, pageUp, halfDown, halfUp

  init?(_ command: DeskCommand?) {
    let motions: [DeskCommand: Motion] = [
      .down: .down, .up: .up, .top: .top, .bottom: .bottom, .pageDown: .pageDown, .pageUp: .pageUp,
      .halfDown: .halfDown, .halfUp: .halfUp,
    ]
    guard let command, let motion = motions[command] else { return nil }
    self = motion
  }

  /// Where it leads from a row among `count` rows, `height` of them in sight; not yet held to the ends.
  func target(from row: Int, count: Int, height: Int) -> Int {
    switch self {
    case .down: row + 1
    case .up: row - 1
    case .top: 0
    case .bottom: count - 1
    case .pageDown: row + max(1, height)
    case .pageUp: row - max(1, height)
    case .halfDown: row + max(1, height / 2)
    case .halfUp: row - max(1, height / 2)
    }
  }
}
