import CaseDocuments
import Complaints
import TextCanvas

// A form as questions, one after another; the same fields as the sheet, confirmed by the same door.
extension PlainDialogue {
  private var form: Form? {
    get { desk.overlays.last?.form }
    set { if !desk.overlays.isEmpty { desk.overlays[desk.overlays.count - 1].form = newValue } }
  }

  mutating func askFirst(_ answer: inout Answer, _ reader: RecordReader) {
    ask(from: 0, &answer, reader)
  }

  /// Asks for the field there, or the next that takes an answer; after the last, whether to confirm.
  mutating func ask(from place: Int, _ answer: inout Answer, _ reader: RecordReader) {
    guard let form else {
      asking = .command
      return
    }
    var at = place
    while at < form.fields.count, !form.fields[at].takesKeys {
      if !form.fields[at].isHidden { answer.lines.append(form.fields[at].label) }
      at += 1
    }
    guard at < form.fields.count else {
      askToConfirm(&answer)
      return
    }
    let field = form.fields[at]
    var words = "\(number(of: at, in: form)). " + field.label
    if field.isRequired { words += ", required" }
    if case .area = field.input { words += ", ended by an empty line" }
    if !field.hint.isEmpty { words += " (\(field.hint))" }
    let value = field.spokenValue
    if !value.isEmpty { words += ", now: " + value }
    answer.lines.append(words)
    answer.lines += field.spokenOffers
    asking = .field(at)
  }

  private func number(of place: Int, in form: Form) -> String {
    let asked = form.fields.indices.filter { form.fields[$0].takesKeys }
    return "\((asked.firstIndex(of: place) ?? 0) + 1) of \(asked.count)"
  }

  private mutating func askToConfirm(_ answer: inout Answer) {
    guard let overlay = desk.overlays.last, let form else { return }
    if case .intake(let screen) = overlay {
      let said = screen.headline.map(\.text).joined()
      if !said.isEmpty { answer.lines.append(said) }
    }
    if case .sheet(let sheet) = overlay, sheet.name == .triage {
      answer.lines.append(sheet.headline.map(\.text).joined())
    }
    for field in form.fields where field.takesKeys && !field.spokenValue.isEmpty {
      answer.lines.append(field.label + ": " + field.spokenValue)
    }
    answer.lines.append(form.confirmLabel + "? A number goes back to that question.")
    asking = .confirm
  }

  mutating func fill(_ place: Int, _ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard var form, form.fields.indices.contains(place) else {
      asking = .command
      return
    }
    if typed.hasPrefix(":") {
      leave(place, typed, &answer, reader)
      return
    }
    guard !typed.isEmpty else {
      ask(from: place + 1, &answer, reader)
      return
    }
    if case .area = form.fields[place].input {
      setText(place, [typed])
      return
    }
    if case .fold = form.fields[place].input {
      if typed.lowercased().hasPrefix("y") { form.turnFold(place) }
      take(form, &answer, reader)
      ask(from: place + 1, &answer, reader)
      return
    }
    guard let value = form.fields[place].spokenAnswer(typed) else {
      answer.lines.append("\(typed) is none of these.")
      ask(from: place, &answer, reader)
      return
    }
    form.set(form.fields[place].name, value)
    form.isChanged = true
    take(form, &answer, reader)
    ask(from: place + 1, &answer, reader)
  }

  mutating func fillText(
    _ place: Int, _ lines: [String], _ line: String, _ answer: inout Answer, _ reader: RecordReader
  ) {
    guard form?.fields.indices.contains(place) ?? false else { return }
    guard line.trimmedBlanks.isEmpty else {
      setText(place, lines + [line])
      return
    }
    sayOfText(lines.joined(separator: "\n"), &answer)
    if let form { take(form, &answer, reader) }
    ask(from: place + 1, &answer, reader)
  }

  /// The text is back from the editor: goes on with the next question.
  mutating func sayEdited(_ text: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard case .field(let place) = asking, let form, form.fields.indices.contains(place) else { return }
    answer.lines.append("\(form.fields[place].label): \(form.fields[place].spokenValue)")
    sayOfText(text, &answer)
    take(form, &answer, reader)
    ask(from: place + 1, &answer, reader)
  }

  /// What may help whoever writes: how a letter reads, and by and by words that may be spelled otherwise.
  private func sayOfText(_ text: String, _ answer: inout Answer) {
    if let form, form.isOutward, let hint = PlainLanguage(text).hint { answer.lines.append(hint) }
    answer.effects.append(.spell(text))
  }

  /// Puts the lines so far into the form: a line lost here would be lost with the call.
  private mutating func setText(_ place: Int, _ lines: [String]) {
    form?.fields[place].set(lines.joined(separator: "\n"))
    form?.isChanged = true
    asking = .text(place, lines)
  }

  /// Puts the form back and lets the sheet look at what was said: proposals, duplicates, drafts.
  private mutating func take(_ form: Form, _ answer: inout Answer, _ reader: RecordReader) {
    self.form = form
    guard let last = desk.overlays.indices.last else { return }
    switch desk.overlays[last] {
    case .sheet(var sheet):
      sheet.refreshHeadline(reader)
      desk.overlays[last] = .sheet(sheet)
    case .intake(var screen):
      let before = screen.duplicates.cases
      screen.refresh(reader)
      if screen.duplicates.cases != before, !screen.duplicates.cases.isEmpty {
        answer.lines.append("Already here?")
        answer.lines += screen.duplicates.cases.prefix(5).map {
          "  " + PlainWords.row(UInt32($0.index), QueuePane(), reader)
        }
      }
      desk.overlays[last] = .intake(screen)
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      break
    }
  }

  /// The words with a colon: they leave the question.
  private mutating func leave(
    _ place: Int, _ typed: String, _ answer: inout Answer, _ reader: RecordReader
  ) {
    guard let form else { return }
    switch typed {
    case ":back":
      let before = form.fields.indices.last { $0 < place && form.fields[$0].takesKeys } ?? place
      ask(from: before, &answer, reader)
    case ":done": askToConfirm(&answer)
    case ":fields":
      for at in form.fields.indices where form.fields[at].takesKeys {
        answer.lines.append(
          "\(number(of: at, in: form)). \(form.fields[at].label): \(form.fields[at].spokenValue)")
      }
    case ":clear":
      var cleared = form
      cleared.fields[place].set("")
      take(cleared, &answer, reader)
      ask(from: place + 1, &answer, reader)
    case ":edit":
      guard case .area = form.fields[place].input else {
        answer.lines.append("The editor is for texts of several lines.")
        return
      }
      self.form?.goTo(form.fields[place].name)
      answer.effects.append(.edit(form.fields[place].value))
    case ":letter": sayLetter(&answer, reader)
    case ":cancel":
      guard form.isChanged else {
        close(&answer)
        return
      }
      answer.lines.append("Discard what was typed? yes, no, or keep for later.")
      asking = .discard
    default:
      answer.lines.append("\(typed) is none of :back, :done, :fields, :clear, :edit, :letter, :cancel.")
    }
  }

  /// Reads the letter of the sheet as it would go, and asks for its words.
  private mutating func sayLetter(_ answer: inout Answer, _ reader: RecordReader) {
    guard let last = desk.overlays.indices.last, case .sheet(var sheet) = desk.overlays[last] else {
      answer.lines.append("No letter goes by this step.")
      return
    }
    let wishes = sheet.showLetter(reader)
    desk.overlays[last] = .sheet(sheet)
    answer.effects += desk.grant(wishes, reader)
    sayNotice(&answer)
    guard let at = form?.fields.firstIndex(where: { $0.name == Sheet.letterText }) else {
      sayProblem(&answer, reader)
      return
    }
    answer.lines += (form?.fields[at].value ?? "").split(separator: "\n").map(String.init)
    answer.lines.append("Empty leaves it so; :edit changes it in your editor, or say it anew line by line.")
    asking = .field(at)
  }

  private mutating func close(_ answer: inout Answer) {
    answer.effects += desk.closeTop()
    asking = .command
    answer.lines.append("Left; nothing was recorded.")
  }

  mutating func discard(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    let isYes = typed.lowercased().hasPrefix("y")
    if case .question(let question) = desk.overlays.last {
      asking = .command
      answer.effects += desk.grant(isYes ? [.close] + question.yes : [.close], reader)
      return
    }
    guard !isYes else {
      close(&answer)
      return
    }
    if typed.lowercased().hasPrefix("k") {
      answer.effects += desk.keepDrafts() + desk.grant([.keepAndClose], reader)
      asking = .command
      sayNotice(&answer)
      return
    }
    askToConfirm(&answer)
  }

  mutating func confirm(_ typed: String, _ answer: inout Answer, _ reader: RecordReader) {
    guard let form, let last = desk.overlays.indices.last else {
      asking = .command
      return
    }
    let asked = form.fields.indices.filter { form.fields[$0].takesKeys }
    if let number = Int(typed), asked.indices.contains(number - 1) {
      ask(from: asked[number - 1], &answer, reader)
      return
    }
    guard typed.lowercased().hasPrefix("y") else {
      if typed.lowercased().hasPrefix("n") || typed == ":cancel" {
        answer.lines.append("Discard what was typed? yes, no, or keep for later.")
        asking = .discard
      } else {
        answer.lines.append("yes records it, no leaves, a number goes back to that question.")
      }
      return
    }
    let wishes = desk.overlays[last].press(.control("s"), .confirm, reader.settings.keymap, reader)
    answer.effects += desk.grant(wishes, reader)
    sayNotice(&answer)
    let isSent = wishes.contains { if case .submit = $0 { true } else { false } }
    if isSent { asking = .confirm } else { sayProblem(&answer, reader) }
  }

  /// Says what stands in the way and asks that question again.
  mutating func sayProblem(_ answer: inout Answer, _ reader: RecordReader) {
    guard let form else { return }
    if !form.problem.isEmpty { answer.lines.append("Refused: " + form.problem) }
    guard let at = form.fields.firstIndex(where: { !$0.problem.isEmpty }) else {
      askToConfirm(&answer)
      return
    }
    answer.lines.append("Refused: " + form.fields[at].problem)
    ask(from: at, &answer, reader)
  }
}

extension FormField {
  /// The value as it is said.
  var spokenValue: String {
    switch input {
    case .choice(let options, let chosen):
      options.indices.contains(chosen) && !options[chosen].value.isEmpty ? options[chosen].label : ""
    case .line, .area, .pick, .question, .heading, .fold: oneLine(value)
    }
  }

  /// What can be answered, numbered.
  var spokenOffers: [String] {
    switch input {
    case .choice(let options, _):
      options.enumerated().map {
        "  \($0.offset + 1). " + ($0.element.label == "–" ? "none" : $0.element.label)
      }
    case .pick(let pick):
      pick.options.filter(\.barred.isEmpty).prefix(12).enumerated().map {
        "  \($0.offset + 1). " + $0.element.label.split(separator: " ").joined(separator: " ")
      }
    case .question: ["  yes, no, or empty where it was not asked"]
    case .fold(let isOpen): [isOpen ? "  yes closes them" : "  yes asks these too; empty passes them by"]
    case .line, .area, .heading: []
    }
  }

  /// What was typed as a value of the field: a number or a word of what is offered; nil where it is neither.
  func spokenAnswer(_ typed: String) -> String? {
    switch input {
    case .choice(let options, _):
      if let number = Int(typed), options.indices.contains(number - 1) { return options[number - 1].value }
      let word = typed.lowercased()
      return
        (options.first { $0.value.lowercased() == word || $0.label.lowercased() == word }
        ?? options.first { $0.label.lowercased().hasPrefix(word) })?.value
    case .pick(let pick):
      let free = pick.options.filter(\.barred.isEmpty)
      if let number = Int(typed), free.indices.contains(number - 1), number <= 12 {
        return free[number - 1].value
      }
      var pick = pick
      pick.entry = TextEntry(typed)
      return pick.value
    case .question:
      if typed.lowercased().hasPrefix("y") { return "yes" }
      return typed.lowercased().hasPrefix("n") ? "no" : nil
    case .line, .area: return typed
    case .heading, .fold: return nil
    }
  }
}
