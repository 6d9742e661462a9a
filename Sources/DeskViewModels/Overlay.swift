import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// What an overlay asks of the desk when a key has been pressed in it.
indirect enum OverlayWish: Hashable, Sendable {
  case close
  case effect(DeskEffect)
  /// Run a command of the desk.
  case run(DeskCommand)
  /// Open the sheet of an action, those words in its first text.
  case act(ActionName, words: String)
  /// Go to that case.
  case open(CaseNumber)
  /// Show how that letter of the selected case would read.
  case letter(LetterKind)
  /// Show a view of the queue, or one somebody named.
  case show(QueueView)
  case showSaved(SavedView)
  case saveView(String)
  case forgetView(String)
  case sort(QueueSort)
  /// Mark all open work of somebody and open the sheet that gives it to a colleague.
  case handOver(StaffLogin)
  case push(Overlay)
  /// Leave the sheet, what was typed in it kept for later.
  case keepAndClose
  /// Go on with something begun before.
  case resume(SheetDraft)
  /// Record these steps; the overlay stays until the answer is there.
  case submit(Submission)
  case say(Notice)
}

/// What lies over the panes; the last of the desk's stack has the keys.
enum Overlay: Hashable, Sendable {
  case reading(ReadingScreen)
  case question(Question)
  case sheet(Sheet)
  case intake(IntakeScreen)
  case escalation(EscalationSheet)
  case letters(LettersScreen)
  case dashboard(DashboardScreen)
  case help(HelpScreen)
  case command(CommandLine)
  case theme(ThemePicker)
  case views(ViewsScreen)
  case finder(CallerFinder)
  case drafts(DraftsScreen)
  case promises(PromisesScreen)

  /// Where keys are looked up while this has them.
  var context: KeyContext {
    switch self {
    case .reading, .question: .reading
    case .sheet, .intake: .sheet
    case .escalation, .letters, .dashboard, .views, .drafts, .promises: .choice
    case .help, .command, .theme, .finder: .picker
    }
  }

  /// Whether letters typed here are text: then no burst is guarded against.
  var takesText: Bool {
    switch self {
    case .reading, .question, .theme, .escalation, .letters, .dashboard, .views, .drafts, .promises: false
    case .sheet, .intake, .help, .command, .finder: true
    }
  }

  /// Whether Enter would confirm now.
  var isOnConfirm: Bool {
    switch self {
    case .sheet(let sheet): sheet.form.focus == sheet.form.confirmPlace
    case .intake(let screen): screen.form.focus == screen.form.confirmPlace
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      false
    }
  }

  /// Whether nothing of the panes can be seen behind it.
  var coversBody: Bool {
    switch self {
    case .reading, .intake, .help, .letters, .dashboard, .promises: true
    case .question, .sheet, .escalation, .command, .theme, .views, .finder, .drafts: false
    }
  }

  mutating func press(
    _ key: KeyEvent, _ command: DeskCommand?, _ keymap: Keymap, _ reader: RecordReader
  ) -> [OverlayWish] {
    let wishes: [OverlayWish]
    switch self {
    case .reading(var screen):
      wishes = screen.press(command)
      self = .reading(screen)
    case .question(let question): wishes = question.press(key)
    case .sheet(var sheet):
      wishes = sheet.press(key, command, reader)
      self = .sheet(sheet)
    case .intake(var screen):
      wishes = screen.press(key, command, reader)
      self = .intake(screen)
    case .escalation(var ways):
      wishes = ways.press(command, reader)
      self = .escalation(ways)
    case .letters(var screen):
      wishes = screen.press(command, reader)
      self = .letters(screen)
    case .dashboard(var screen):
      wishes = screen.press(command, reader)
      self = .dashboard(screen)
    case .help(var screen):
      wishes = screen.press(key, command, keymap)
      self = .help(screen)
    case .command(var line):
      wishes = line.press(key, command, keymap, reader)
      self = .command(line)
    case .theme(var picker):
      wishes = picker.press(command)
      self = .theme(picker)
    case .views(var screen):
      wishes = screen.press(command)
      self = .views(screen)
    case .finder(var finder):
      wishes = finder.press(key, command, reader)
      self = .finder(finder)
    case .drafts(var screen):
      wishes = screen.press(command)
      self = .drafts(screen)
    case .promises(var screen):
      wishes = screen.press(command, reader)
      self = .promises(screen)
    }
    return wishes
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ keymap: Keymap, _ reader: RecordReader) {
    switch self {
    case .reading(let screen): screen.draw(on: &grid, in: body)
    case .question(let question): question.draw(on: &grid, in: body)
    case .sheet(let sheet): sheet.draw(on: &grid, in: body)
    case .intake(let screen): screen.draw(on: &grid, in: body, reader)
    case .escalation(let ways): ways.draw(on: &grid, in: body)
    case .letters(let screen): screen.draw(on: &grid, in: body, reader)
    case .dashboard(let screen): screen.draw(on: &grid, in: body, reader)
    case .help(let screen): screen.draw(on: &grid, in: body, keymap)
    case .command(let line): line.draw(on: &grid, in: body, keymap, reader)
    case .theme(let picker): picker.draw(on: &grid, in: body)
    case .views(let screen): screen.draw(on: &grid, in: body, keymap)
    case .finder(let finder): finder.draw(on: &grid, in: body, reader)
    case .drafts(let screen): screen.draw(on: &grid, in: body)
    case .promises(let screen): screen.draw(on: &grid, in: body, reader)
    }
  }

  /// Tells the overlay how much room it has.
  mutating func fit(_ size: Size) {
    switch self {
    case .reading(var screen):
      screen.size = size
      self = .reading(screen)
    case .sheet(var sheet):
      sheet.fit(size)
      self = .sheet(sheet)
    case .intake(var screen):
      screen.fit(size)
      self = .intake(screen)
    case .dashboard(var screen):
      screen.size = size
      self = .dashboard(screen)
    case .help(var screen):
      screen.fit(size)
      self = .help(screen)
    case .question, .escalation, .letters, .command, .theme, .views, .finder, .drafts, .promises: break
    }
  }

  /// The journal has grown: what stands here may be read anew; what was typed stays.
  mutating func refresh(_ reader: RecordReader) {
    switch self {
    case .sheet(var sheet):
      sheet.renew(reader)
      self = .sheet(sheet)
    case .intake(var screen):
      screen.refresh(reader)
      self = .intake(screen)
    case .escalation(var ways):
      ways.refresh(reader)
      self = .escalation(ways)
    case .dashboard(var screen):
      screen.refresh(reader)
      self = .dashboard(screen)
    case .finder(var finder):
      finder.follow(reader)
      self = .finder(finder)
    case .promises(var screen):
      screen.refresh(reader)
      self = .promises(screen)
    case .reading, .question, .letters, .help, .command, .theme, .views, .drafts: break
    }
  }

  /// Time has passed: what was counted for another day is counted anew.
  mutating func turn(_ reader: RecordReader) {
    guard case .dashboard(var screen) = self else { return }
    screen.turn(reader)
    self = .dashboard(screen)
  }

  /// The steps asked for were not all recorded.
  mutating func refused(_ why: String, _ reader: RecordReader) {
    switch self {
    case .sheet(var sheet):
      sheet.refused(why, reader)
      self = .sheet(sheet)
    case .intake(var screen):
      screen.refused(why)
      self = .intake(screen)
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      break
    }
  }

  /// Takes the text back from the person's editor.
  mutating func edited(_ text: String, _ reader: RecordReader) -> [OverlayWish] {
    switch self {
    case .sheet(var sheet):
      sheet.form.takeText(text)
      self = .sheet(sheet)
    case .intake(var screen):
      screen.form.takeText(text)
      screen.refresh(reader)
      self = .intake(screen)
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      break
    }
    return []
  }

  /// Shows which words may be spelled otherwise.
  mutating func spelled(_ words: [String]) {
    switch self {
    case .sheet(var sheet):
      sheet.form.spelling = words
      self = .sheet(sheet)
    case .intake(var screen):
      screen.form.spelling = words
      self = .intake(screen)
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      break
    }
  }

  /// The keys of a form: those that mean nothing where one is are left out.
  private static func footer(_ keymap: Keymap, _ form: Form, addsPoints: Bool, sendsLetter: Bool)
    -> [FooterKey]
  {
    var idle: Set<String> = []
    if !addsPoints { idle.insert(keymap.keyText(.addPoint, in: .sheet)) }
    if form.text == nil { idle.insert(keymap.keyText(.editText, in: .sheet)) }
    if !sendsLetter { idle.insert(keymap.keyText(.editLetter, in: .sheet)) }
    return keymap.footer(.sheet).filter { !idle.contains($0.key) }.enumerated().map { place, key in
      var key = key
      // Before the clock: whoever is in a sheet has to find the way on and the way out.
      key.isNeeded = place < 5
      return key
    }
  }

  func footer(_ keymap: Keymap) -> [FooterKey] {
    switch self {
    case .question(let question): [FooterKey(key: String(question.yesKey), label: question.yesLabel)]
    case .sheet(let sheet):
      Overlay.footer(
        keymap, sheet.form, addsPoints: sheet.name == .respond,
        sendsLetter: sheet.name.sendsLetter && !sheet.isBulk)
    case .intake(let screen): Overlay.footer(keymap, screen.form, addsPoints: false, sendsLetter: false)
    case .dashboard: keymap.footer(context)
    case .promises: PromisesScreen.footer(keymap)
    case .reading, .escalation, .letters, .help, .command, .theme, .views, .finder, .drafts:
      keymap.footer(context).filter { $0.key != keymap.keyText(.nextPane, in: .choice) || context != .choice }
    }
  }

  /// The wheel scrolls what is to be read and nothing else.
  mutating func scroll(by step: Int) {
    guard case .reading(var screen) = self else { return }
    for _ in 0..<abs(step) { screen.scroll(step) }
    self = .reading(screen)
  }
}
