import Clocks
package import Complaints
import TextCanvas

/// The desk as a dialogue of lines, for speech, braille and terminals that cannot place a cursor.
///
/// The same desk, sheets and command table as on the full screen: what is typed runs a command by its name, what
/// would be drawn is said as lines, a choice is a number. Nothing said is ever drawn over.
package struct PlainDialogue: Sendable {
  /// What the next line answers.
  enum Asking: Hashable, Sendable {
    case command
    /// The rest of a command begun with these words: `as-at `, `sort `.
    case rest(String)
    case field(Int)
    /// More lines of a text, ended by an empty one.
    case text(Int, [String])
    case confirm
    case discard
    case choice
    case caller
  }

  /// What to say and what to do.
  package struct Answer: Sendable {
    package var lines: [String] = []
    package var effects: [DeskEffect] = []
  }

  var desk = Desk()
  var asking = Asking.command
  /// The cases numbered last, for a number typed at the prompt.
  var numbered: [CaseNumber] = []
  /// How many rows of the queue have been said.
  var said = 0
  /// Entries of the timeline numbered last.
  var entries: [Int] = []
  /// The case whose record was said last.
  package private(set) var spoken: CaseNumber?

  package init() {}

  /// The prompt for the next line.
  package var prompt: String {
    switch asking {
    case .command: "redress> "
    case .rest(let begun): begun
    case .field: "answer> "
    case .text: "more, empty to end> "
    case .confirm, .discard: "yes or no> "
    case .choice: "number, empty to leave> "
    case .caller: "caller> "
    }
  }

  /// What is being typed, to keep when the line is lost.
  package var drafts: [SheetDraft] { desk.drafts }

  /// The first words: where one is, what there is, how to go on.
  package mutating func begin(_ reader: RecordReader) -> Answer {
    var answer = Answer()
    _ = desk.receive(.resized(Size(columns: 100, rows: 40)), reader)
    if !reader.banner.isEmpty { answer.lines.append(reader.banner) }
    if let why = reader.readOnly { answer.lines.append("Read only: " + why) }
    sayQueue(&answer, reader)
    answer.lines.append("Type a number, a command, or help.")
    return answer
  }

  /// Something happened: a step was recorded or refused, the journal grew.
  package mutating func receive(_ input: DeskInput, _ reader: RecordReader) -> Answer {
    var answer = Answer()
    let before = desk.overlays.count
    answer.effects = desk.receive(input, reader)
    switch input {
    case .edited(let text):
      sayNotice(&answer)
      sayEdited(text, &answer, reader)
    case .notice:
      sayNotice(&answer)
      // Whoever is being asked something is asked again, where they were.
      if case .field(let place) = asking { ask(from: place, &answer, reader) }
    case .done, .refused, .failed, .recordReplaced, .draftsFound:
      sayNotice(&answer)
      follow(before, &answer, reader)
    case .spelled(let words):
      if !words.isEmpty { answer.lines.append("Spelling? " + words.joined(separator: ", ")) }
    case .journalGrew, .keys, .rested, .tick, .resized: break
    }
    return answer
  }

  /// Takes a line that was typed.
  package mutating func take(_ line: String, _ reader: RecordReader) -> Answer {
    var answer = Answer()
    let typed = line.trimmedBlanks
    desk.notice = nil
    switch asking {
    case .command: run(typed, &answer, reader)
    case .rest(let begun):
      asking = .command
      desk.overlays = []
      if typed.isEmpty { answer.lines.append("Left as it was.") } else { run(begun + typed, &answer, reader) }
    case .field(let place): fill(place, typed, &answer, reader)
    case .text(let place, let lines): fillText(place, lines, line, &answer, reader)
    case .confirm: confirm(typed, &answer, reader)
    case .discard: discard(typed, &answer, reader)
    case .choice: choose(typed, &answer, reader)
    case .caller: findCaller(typed, &answer, reader)
    }
    answer.effects = desk.keepDrafts() + answer.effects
    return answer
  }

  /// Runs what was typed at the prompt: a number, a word of this dialogue, or anything the command line takes.
  private mutating func run(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    let words = typed.split(separator: " ").map(String.init)
    guard let first = words.first else {
      answer.lines.append("Type a number, a command, or help.")
      return
    }
    let rest = words.dropFirst().joined(separator: " ")
    if let number = Int(first), words.count == 1, numbered.indices.contains(number - 1) {
      desk.go(to: numbered[number - 1])
      _ = desk.receive(.tick, reader)
      sayCase(&answer, reader)
      return
    }
    switch first {
    case "list":
      filter(rest, reader)
      sayQueue(&answer, reader)
    case "more": sayMore(&answer, reader)
    case "show": show(rest, &answer, reader)
    case "timeline": sayTimeline(&answer, reader)
    case "entry": sayEntry(rest, &answer, reader)
    case "find" where !rest.isEmpty:
      desk.open(.finder(CallerFinder()), reader)
      findCaller(rest, &answer, reader)
    case "help", "?": sayHelp(rest, &answer, reader)
    default: runCommand(typed, &answer, reader)
    }
  }

  private mutating func filter(_ query: String, _ reader: RecordReader) {
    desk.queue.filter.clear()
    if !query.isEmpty { desk.queue.filter.entry.replace(with: query) }
    desk.queue.choose(reader)
    desk.settle(reader)
  }

  /// Anything the command line of the desk takes, by the same table.
  private mutating func runCommand(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    let listBefore = desk.queue.list.keys
    let viewBefore = (desk.queue.view, desk.queue.saved)
    let depth = desk.overlays.count
    var line = CommandLine(typed.hasPrefix(":") ? String(typed.dropFirst()) : typed)
    let wishes = line.press(.enter, .confirm, reader.settings.keymap, reader)
    answer.effects += desk.grant(wishes.filter { $0 != .close }, reader)
    desk.settle(reader)
    sayNotice(&answer)
    if desk.overlays.count > depth {
      sayOverlay(&answer, reader)
      return
    }
    if viewBefore != (desk.queue.view, desk.queue.saved) || listBefore != desk.queue.list.keys {
      sayQueue(&answer, reader)
    }
    if let selected = desk.queue.selected, selected != spoken, wishes.contains(.open(selected)) {
      sayCase(&answer, reader)
    }
  }

  /// Says what lies on top after something was recorded or left: the next sheet, or the prompt again.
  mutating func follow(_ before: Int, _ answer: inout Answer, _ reader: RecordReader) {
    guard !desk.overlays.isEmpty else {
      asking = .command
      return
    }
    if desk.overlays.count == before, desk.overlays.last?.form != nil {
      sayProblem(&answer, reader)
    } else {
      sayOverlay(&answer, reader)
    }
  }

  mutating func sayNotice(_ answer: inout Answer) {
    if let notice = desk.notice { answer.lines.append(notice.text) }
    desk.notice = nil
  }

  /// The selected case, first the sentence to read aloud.
  mutating func sayCase(_ answer: inout Answer, _ reader: RecordReader) {
    guard let file = desk.selectedFile(reader) else {
      answer.lines.append("This case cannot be read.")
      return
    }
    spoken = file.reference.number
    answer.lines.append(PlainWords.headline(file, reader))
    // The first line is the sentence just said.
    answer.lines += PlainWords.lines(DetailText.of(file, reader)).dropFirst().prefix(6)
    answer.lines.append("show says all of it; timeline what has happened; help what can be done.")
  }

  private mutating func show(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    if !typed.isEmpty {
      guard let reference = reader.reference(typed) else {
        answer.lines.append("There is no case \(typed).")
        return
      }
      desk.go(to: reference.number)
      desk.settle(reader)
    }
    guard let file = desk.selectedFile(reader) else {
      answer.lines.append("No case is selected.")
      return
    }
    spoken = file.reference.number
    answer.lines.append(PlainWords.headline(file, reader))
    answer.lines += PlainWords.lines(DetailText.of(file, reader)).dropFirst()
  }
}

extension Overlay {
  /// The form of a sheet or of a new contact; nil for everything else.
  var form: Form? {
    get {
      switch self {
      case .sheet(let sheet): return sheet.form
      case .intake(let screen): return screen.form
      case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
        .drafts, .promises:
        return nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .sheet(var sheet):
        sheet.form = newValue
        self = .sheet(sheet)
      case .intake(var screen):
        screen.form = newValue
        self = .intake(screen)
      case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
        .drafts, .promises:
        break
      }
    }
  }
}
