import CaseDocuments
import Clocks
import Complaints
import TextCanvas

// What the line dialogue says of lists: the queue, the timeline, choices, help.
extension PlainDialogue {
  /// Rows said at a time.
  private static let page = 10

  mutating func sayQueue(_ answer: inout Answer, _ reader: RecordReader) {
    said = 0
    numbered = []
    let queue = desk.queue
    let name = queue.saved?.name ?? queue.view.title
    let count = queue.list.count - (queue.list.hasGhost ? 1 : 0)
    var words = "\(name): \(count) \(count == 1 ? "case" : "cases")"
    if queue.filter.isOn { words += " for \(queue.filter.entry.trimmed)" }
    answer.lines.append(words + ", sorted by \(queue.orderWord.split(separator: " ").first ?? "due").")
    if !queue.filter.problem.isEmpty { answer.lines.append(queue.filter.problem) }
    sayMore(&answer, reader)
  }

  mutating func sayMore(_ answer: inout Answer, _ reader: RecordReader) {
    let list = desk.queue.list
    let last = min(said + Self.page, list.count)
    guard said < last else {
      if said > 0 || list.isEmpty { answer.lines.append("No more.") }
      return
    }
    for place in said..<last {
      guard let index = list.index(at: place) else { break }
      numbered.append(CaseNumber(value: index + 1))
      answer.lines.append("\(numbered.count). " + PlainWords.row(index, desk.queue, reader))
    }
    said = last
    if said < list.count { answer.lines.append("\(list.count - said) more; more says them.") }
  }

  mutating func sayTimeline(_ answer: inout Answer, _ reader: RecordReader) {
    guard let file = desk.selectedFile(reader) else {
      answer.lines.append("No case is selected.")
      return
    }
    answer.lines.append("\(file.reference.text), \(file.entries.count) entries, newest first:")
    entries = Array(file.entries.indices.reversed())
    for (place, at) in entries.enumerated() {
      let filed = file.entries[at]
      let when = filed.entry.occurred ?? reader.rules.zone.occurrence(at: filed.entry.recordedAt)
      let words = (filed.undone ? "undone: " : "") + oneLine(eventText(filed.entry.event))
      answer.lines.append(
        "\(place + 1). \(DetailText.when(when, reader)), \(filed.entry.by.text): \(words)")
    }
    answer.lines.append("entry and a number reads one whole.")
  }

  mutating func sayEntry(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard let file = desk.selectedFile(reader), let number = Int(typed), entries.indices.contains(number - 1),
      file.entries.indices.contains(entries[number - 1])
    else {
      answer.lines.append("Say timeline first, then entry and a number of it.")
      return
    }
    let screen = EntryReading.of(file.entries[entries[number - 1]], in: file, reader)
    answer.lines.append(PlainWords.spoken(screen.title))
    answer.lines += PlainWords.lines(screen.text)
  }

  /// Says what lies on top: a text is read out and gone, a form asks its first field, a list its number.
  mutating func sayOverlay(_ answer: inout Answer, _ reader: RecordReader) {
    guard let overlay = desk.overlays.last else {
      asking = .command
      return
    }
    switch overlay {
    case .reading(let screen):
      answer.lines.append(PlainWords.spoken(screen.title))
      answer.lines += PlainWords.lines(screen.text)
      desk.overlays.removeLast()
      asking = .command
    case .sheet(let sheet):
      answer.lines.append(PlainWords.spoken(sheet.title))
      let said = sheet.headline.map(\.text).joined()
      if !said.isEmpty { answer.lines.append(said) }
      askFirst(&answer, reader)
    case .intake:
      answer.lines.append(
        "New contact. Empty keeps what is there; :back goes back, :done skips the rest, :cancel leaves.")
      askFirst(&answer, reader)
    case .question(let question):
      answer.lines.append(question.text)
      asking = .discard
    case .finder:
      answer.lines.append("Phone, postcode, surname or reference of the caller:")
      asking = .caller
    case .command(let line):
      asking = .rest(line.begun)
      answer.lines.append("Type the rest.")
    case .escalation, .letters, .dashboard, .views, .theme, .drafts, .promises: sayChoices(&answer, reader)
    case .help:
      desk.overlays.removeLast()
      sayHelp("", &answer, reader)
    }
  }

  private mutating func sayChoices(_ answer: inout Answer, _ reader: RecordReader) {
    guard let overlay = desk.overlays.last else { return }
    let choices = overlay.choices(reader)
    if let title = overlay.choicesTitle { answer.lines.append(title) }
    for (place, choice) in choices.enumerated() {
      answer.lines.append("\(place + 1). " + PlainWords.spoken(choice))
    }
    if choices.isEmpty {
      answer.lines.append("Nothing to choose from.")
      desk.overlays.removeLast()
      asking = .command
    } else {
      asking = .choice
    }
  }

  mutating func choose(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard let overlay = desk.overlays.last, !typed.isEmpty else {
      if !desk.overlays.isEmpty { desk.overlays.removeLast() }
      asking = .command
      answer.lines.append("Left.")
      return
    }
    let count = overlay.choices(reader).count
    guard let number = Int(typed), (1...max(1, count)).contains(number) else {
      answer.lines.append("A number from 1 to \(count), or nothing.")
      return
    }
    let depth = desk.overlays.count
    var wishes: [OverlayWish] = []
    var keys = [KeyEvent](repeating: .up, count: count) + [KeyEvent](repeating: .down, count: number - 1)
    keys.append(.enter)
    for key in keys {
      let command: DeskCommand = key == .up ? .up : key == .down ? .down : .confirm
      wishes = desk.overlays[depth - 1].press(key, command, reader.settings.keymap, reader)
    }
    asking = .command
    answer.effects += desk.grant(wishes, reader)
    desk.settle(reader)
    sayNotice(&answer)
    if desk.overlays.count > depth || (desk.overlays.count == depth && wishes.contains(.close)) {
      sayOverlay(&answer, reader)
      // A letter was read out: its list is left too, so that nothing waits unseen.
      if case .command = asking { desk.overlays = [] }
    } else if desk.overlays.isEmpty {
      if wishes.contains(where: \.showsQueue) { sayQueue(&answer, reader) }
      if wishes.contains(where: { if case .open = $0 { true } else { false } }) { sayCase(&answer, reader) }
    } else {
      asking = .choice
    }
  }

  mutating func findCaller(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard !typed.isEmpty, case .finder = desk.overlays.last else {
      desk.overlays = []
      asking = .command
      answer.lines.append("Left.")
      return
    }
    var finder = CallerFinder()
    for character in typed { _ = finder.press(.character(character), nil, reader) }
    desk.overlays[desk.overlays.count - 1] = .finder(finder)
    if finder.found.isEmpty {
      desk.overlays = []
      asking = .command
      answer.lines.append("Nobody found for \(typed). new takes a new contact.")
      return
    }
    sayChoices(&answer, reader)
  }

  /// Every command by name, those on the selected case that would be refused with the reason.
  mutating func sayHelp(_ about: String, _ answer: inout Answer, _ reader: RecordReader) {
    if about.isEmpty {
      answer.lines += [
        "A number opens a case of the list last said; a reference opens any.",
        "list QUERY, more: the queue. show, timeline, entry N: the case. find TEXT: a caller. new: a contact.",
        "In a form: empty keeps what is there; :back, :done, :cancel, :fields. quit leaves.",
        "help WORD explains commands with that word. All of them by name:",
      ]
    }
    let refusals = desk.stepRefusals(reader)
    let entries = CommandEntry.matches(about, reader.settings.keymap, reader)
    if about.isEmpty {
      answer.lines.append(entries.map(\.name).joined(separator: ", "))
      return
    }
    for entry in entries.prefix(20) {
      answer.lines.append(entry.name + ": " + entry.says)
      if let why = refusals[entry.name] { answer.lines.append("  not now: " + why) }
    }
    if entries.isEmpty { answer.lines.append("No command has to do with \(about).") }
  }
}

extension OverlayWish {
  /// Whether it changes which cases are listed.
  fileprivate var showsQueue: Bool {
    switch self {
    case .show, .showSaved, .sort: true
    case .close, .effect, .run, .act, .open, .letter, .saveView, .forgetView, .handOver, .push, .keepAndClose,
      .resume,
      .submit, .say:
      false
    }
  }
}

extension Overlay {
  /// The lines to choose from, as they are said.
  fileprivate func choices(_ reader: RecordReader) -> [String] {
    switch self {
    case .escalation(let sheet): sheet.spoken
    case .letters(let screen): screen.spoken(reader)
    case .dashboard(let screen): screen.spoken(reader)
    case .views(let screen): screen.spoken
    case .drafts(let screen): screen.spoken
    case .promises(let screen): screen.spoken(reader)
    case .theme(let picker): picker.themes
    case .finder(let finder): finder.found.map { PlainWords.row(UInt32($0.index), QueuePane(), reader) }
    case .reading, .question, .sheet, .intake, .help, .command: []
    }
  }

  fileprivate var choicesTitle: String? {
    switch self {
    case .escalation: "Ways further:"
    case .letters: "Letters:"
    case .dashboard: "Dashboard; a number goes to its cases:"
    case .views: "Views:"
    case .drafts: "Begun and not recorded:"
    case .promises: "Promises to keep; a number goes to its case:"
    case .theme: "Themes (they colour the full screen):"
    case .finder: "Found:"
    case .reading, .question, .sheet, .intake, .help, .command: nil
    }
  }
}
