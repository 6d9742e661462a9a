import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One line of a case's letters.
enum LetterLine: Hashable, Sendable {
  /// The letter its stage owes next.
  case due(LetterKind, UrgentTarget)
  case owed(LetterOwed)
  case kept(LetterOnRecord)
}

/// The letters of a case: owed, leaving within the minute, sent and stopped; Enter reads one, or its draft.
///
/// It is drawn from the record each time, so that the seconds run and a colleague's letter appears.
struct LettersScreen: Hashable, Sendable {
  let number: CaseNumber
  private let reference: String
  private var chosen = 0

  init(_ file: CaseFile) {
    number = file.reference.number
    reference = file.reference.text
  }

  /// What is owed first, then what has left or waits, the newest first.
  private func lines(_ reader: RecordReader) -> [LetterLine] {
    guard let file = reader.file(number) else { return [] }
    return stageLetter(reader) + lettersOwed(file, reader.rules, today: reader.today).map { .owed($0) }
      + file.letters.reversed().map { .kept($0) }
  }

  /// The acknowledgement or the response that is due next, where the case is a complaint.
  private func stageLetter(_ reader: RecordReader) -> [LetterLine] {
    guard let row = reader.register.row(number), row.runsComplaintClocks,
      let target = row.urgentTarget(reader.rules)
    else { return [] }
    switch target.step {
    case .acknowledge: return [.due(.acknowledgement, target)]
    case .respond: return [.due(.response, target)]
    }
  }

  mutating func press(_ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    let lines = lines(reader)
    if command == .cancel { return [.close] }
    if command == .help { return [.run(.help)] }
    if command == .confirm {
      guard lines.indices.contains(chosen), let file = reader.file(number) else { return [] }
      switch lines[chosen] {
      case .due(let kind, _): return [.push(.reading(LetterReading.draft(kind, file, reader)))]
      case .kept(let letter): return [.push(.reading(LetterReading.of(letter, file, reader)))]
      case .owed(let owed):
        guard let kind = LetterKind(rawValue: owed.letter.rawValue) else {
          return [.say(.done("Send it, then record it with :letter-sent."))]
        }
        return [.push(.reading(LetterReading.draft(kind, file, reader)))]
      }
    }
    guard let motion = Motion(command) else { return [] }
    let target = motion.target(from: chosen, count: lines.count, height: 10)
    chosen = min(max(0, target), max(0, lines.count - 1))
    return []
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    grid.fill(body)
    grid.box(body, title: "Letters ─ " + reference, focused: true)
    let inside = body.inset()
    grid.cursor = inside.origin
    let lines = lines(reader)
    guard !lines.isEmpty else {
      grid.put(
        "No letter is owed or on record; :letter KIND shows how one would read.", at: inside.origin,
        role: .dim,
        limit: inside.columns)
      return
    }
    let top = max(0, chosen - inside.rows + 1)
    for row in 0..<inside.rows where lines.indices.contains(top + row) {
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      let isChosen = top + row == chosen
      grid.put(
        [TextSpan(isChosen ? "›" : " ", .key)] + spans(lines[top + row], reader), at: area.origin,
        limit: area.columns)
      guard isChosen else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
    drawMore(on: &grid, body, top: top, lines: lines.count, height: inside.rows)
  }

  /// Each letter as it is said.
  func spoken(_ reader: RecordReader) -> [String] {
    lines(reader).map { line in
      spans(line, reader).map(\.text).joined().split(separator: " ").joined(separator: " ")
    }
  }

  private func spans(_ line: LetterLine, _ reader: RecordReader) -> [TextSpan] {
    switch line {
    case .due(let kind, let target):
      let late = target.due < reader.today
      let words = (late ? "was due " : "due ") + DaysInWords.short(target.due, today: reader.today)
      return [
        TextSpan(fitted(words, to: 22) + " ", late ? .overdue : .text),
        TextSpan(fitted(kind.rawValue, to: 22) + " "),
        TextSpan("Enter shows how it would read now.", .dim),
      ]
    case .owed(let owed):
      let since = "owed since " + DaysInWords.short(owed.since.day, today: reader.today)
      return [
        TextSpan(fitted(since, to: 22) + " ", .overdue), TextSpan(fitted(owed.letter.rawValue, to: 22) + " "),
        TextSpan(oneLine(owed.about + " (" + owed.clause.text + ")"), .dim),
      ]
    case .kept(let letter):
      let day = DaysInWords.short(reader.rules.zone.day(of: letter.releaseAt), today: reader.today)
      let standing = letter.standing(at: reader.now)
      let words =
        standing == .waiting
        ? standingWords(letter, at: reader.now) : standingWords(letter, at: reader.now) + " " + day
      let ink: Ink = standing == .waiting ? .dueToday : standing == .cancelled ? .undone : .met
      return [
        TextSpan(fitted(words, to: 22) + " ", ink), TextSpan(fitted(letter.letter.rawValue, to: 22) + " "),
        TextSpan(oneLine(letter.queued.toName + ", " + letter.queued.subject), .dim),
      ]
    }
  }
}

/// A letter to read on its own screen: as it was sent, or as it would be.
enum LetterReading {
  static func of(_ letter: LetterOnRecord, _ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    var text = ReadingText()
    text.fact("Letter", letterWords(letter.letter))
    text.fact("Standing", standingWords(letter, at: reader.now))
    if letter.standing(at: reader.now) == .waiting {
      text.add("u takes the step back, :cancel-letter stops it with a reason.", .dim)
    }
    about(letter.queued, &text)
    body(letter.queued.body, &text)
    return ReadingScreen(title: "Letter ─ \(file.reference.text) ─ line \(letter.seq)", text: text)
  }

  /// How that letter would read now, with what it lacks.
  static func draft(_ kind: LetterKind, _ file: CaseFile, _ reader: RecordReader) -> ReadingScreen {
    var text = ReadingText()
    let title = "Draft ─ \(file.reference.text) ─ \(kind.rawValue)"
    guard
      let draft = reader.letterOffice.draft(
        LetterErrand(newest: kind, in: file), about: file, by: reader.me, now: reader.now)
    else {
      text.add("There is no template for this letter.", .refusal)
      return ReadingScreen(title: title, text: text)
    }
    text.add("A draft: nothing is sent by reading it. " + sending(kind), .dim)
    for lacking in draft.lacking {
      text.add(
        "✗ it has no " + itemWords(lacking.item) + " (" + lacking.clause.text + ")", .refusal, indent: 2)
    }
    about(draft.queued, &text)
    body(draft.queued.body, &text)
    return ReadingScreen(title: title, text: text)
  }

  private static func sending(_ kind: LetterKind) -> String {
    if let action = kind.sentBy { return ":" + action + " sends it." }
    return ":send-letter sends it."
  }

  private static func about(_ queued: LetterQueued, _ text: inout ReadingText) {
    text.fact("Goes", queued.route.map(routeWords) ?? "")
    text.fact("To", queued.to)
    if queued.form == .largePrint { text.fact("Form", "large print") }
    text.gap()
  }

  private static func body(_ body: String, _ text: inout ReadingText) {
    for block in LetterText.read(body) {
      switch block {
      case .heading(_, let words): text.heading(words)
      case .paragraph(let lines): for line in lines { text.add(line) }
      case .items(let items): for item in items { text.add("• " + item, indent: 2) }
      }
      text.gap()
    }
  }
}

extension Desk {
  /// Opens the letters of the selected case.
  mutating func showLetters(_ reader: RecordReader) {
    guard let file = selectedFile(reader) else {
      notice = .refused("No case is selected.")
      return
    }
    open(.letters(LettersScreen(file)), reader)
  }

  /// Shows how a letter of the selected case would read.
  mutating func previewLetter(_ kind: LetterKind, _ reader: RecordReader) {
    guard let file = selectedFile(reader) else {
      notice = .refused("No case is selected.")
      return
    }
    open(.reading(LetterReading.draft(kind, file, reader)), reader)
  }
}
