import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// One promise that is not kept yet.
struct PromiseLine: Hashable, Sendable {
  let number: CaseNumber
  let reference: CaseReference
  let promise: Int
  let due: CalendarDay?
  let owner: StaffLogin?
  let text: String
  let person: String
  /// Whether it slipped and the resident has heard nothing since.
  let isUntold: Bool
}

/// Every promise the office has made and not kept, by its day; Enter goes to its case.
///
/// A promise outlives the response and the end of its case (Code 6.6, 7.3), so that cases long closed stand here.
struct PromisesScreen: Hashable, Sendable {
  /// Each case costs a reading of its lines; the soonest are what is looked for.
  private static let mostCases = 300

  private var all: [PromiseLine] = []
  /// Cases past the most that are read.
  private var unread = 0
  private var onlyMine = false
  private var chosen = 0
  private let me: StaffLogin

  init(_ reader: RecordReader) {
    me = reader.me
    refresh(reader)
  }

  private var lines: [PromiseLine] { onlyMine ? all.filter { $0.owner == me } : all }

  /// Reads the promises anew; the one chosen stays chosen.
  mutating func refresh(_ reader: RecordReader) {
    let before = lines.indices.contains(chosen) ? lines[chosen] : nil
    let rows = reader.register.rows.filter { $0.marks.contains(.promises) && reader.mayList($0) }
      .map { (row: $0, due: $0.owes(.promise, reader.rules, on: reader.today)?.day) }
      .sorted { ($0.due ?? .distantFuture, $0.row.number) < ($1.due ?? .distantFuture, $1.row.number) }
    unread = max(0, rows.count - Self.mostCases)
    all = rows.prefix(Self.mostCases).flatMap { entry -> [PromiseLine] in
      guard let file = reader.file(entry.row.number) else { return [] }
      return Self.lines(of: file, reader)
    }
    .sorted {
      ($0.due ?? .distantFuture, $0.number, $0.promise) < ($1.due ?? .distantFuture, $1.number, $1.promise)
    }
    if let before,
      let at = lines.firstIndex(where: { $0.number == before.number && $0.promise == before.promise })
    {
      chosen = at
    }
    chosen = min(chosen, max(0, lines.count - 1))
  }

  private static func lines(of file: CaseFile, _ reader: RecordReader) -> [PromiseLine] {
    let told = file.work.lettersSent.filter { $0.letter == .promiseSlipped }
    return file.redress.openPromises.map { promise in
      let isUntold =
        promise.due.map { due in
          due < reader.today
            && !file.work.updates.contains { $0.given.promise == promise.number && $0.on.day > due }
            && !told.contains { $0.on.day > due }
        } ?? false
      return PromiseLine(
        number: file.reference.number, reference: file.reference, promise: promise.number, due: promise.due,
        owner: promise.made.owner, text: oneLine(promise.made.text), person: SheetForms.personName(file),
        isUntold: isUntold)
    }
  }

  mutating func press(_ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .help { return [.run(.help)] }
    if command == .nextPane || command == .previousPane {
      onlyMine.toggle()
      chosen = 0
      return []
    }
    if let motion = Motion(command) {
      let count = lines.count
      chosen = min(max(0, motion.target(from: chosen, count: count, height: 10)), max(0, count - 1))
      return []
    }
    guard lines.indices.contains(chosen) else { return [] }
    let line = lines[chosen]
    if command == .confirm { return [.close, .open(line.number)] }
    if command == .keepPromise { return take(.step(.promiseKept), line, reader) }
    if command == .movePromise { return take(.step(.promiseMoved), line, reader) }
    if command == .tellPromise { return take(.step(.updateSent), line, reader) }
    return []
  }

  /// Opens the sheet of a step on that promise.
  private func take(_ action: ActionName, _ line: PromiseLine, _ reader: RecordReader) -> [OverlayWish] {
    guard let file = reader.file(line.number),
      var sheet = SheetForms.sheet(action, [line.number], reader)
    else { return [.say(.refused("This case cannot be read."))] }
    if let refusal = StepProbe.refusal(of: action, on: file, reader) {
      return [.say(.refused("Not now: " + reader.words(refusal)))]
    }
    sheet.form.set("promise", String(line.promise))
    sheet.form.markOpened()
    sheet.goToWhatIsMissing(reader)
    return [.push(.sheet(sheet))]
  }

  /// Its keys: what may be done with a promise before what only moves.
  static func footer(_ keymap: Keymap) -> [FooterKey] {
    let commands: [(DeskCommand, String)] = [
      (.confirm, "case"), (.cancel, "back"), (.keepPromise, "kept"), (.movePromise, "move"),
      (.tellPromise, "tell"), (.nextPane, "mine"), (.help, "keys"),
    ]
    return commands.map { FooterKey(key: keymap.keyText($0.0, in: .choice), label: $0.1) }
  }

  /// Each promise as it is said.
  func spoken(_ reader: RecordReader) -> [String] {
    lines.map { line in
      [dueWords(line, reader), line.reference.text, line.person, line.owner?.text ?? "nobody", line.text]
        .joined(separator: ", ")
    }
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    grid.fill(body)
    let whose = onlyMine ? "mine" : "all"
    grid.box(body, title: "Promises to keep ─ \(whose) ─ \(lines.count)", focused: true)
    let inside = body.inset()
    grid.cursor = inside.origin
    let lines = lines
    guard !lines.isEmpty else {
      grid.put(
        onlyMine ? "You have none to keep; Tab shows everybody's." : "Every promise is kept.",
        at: inside.origin, role: .dim, limit: inside.columns)
      return
    }
    let rows = inside.rows - (unread > 0 ? 1 : 0)
    let top = max(0, chosen - rows + 1)
    for row in 0..<max(0, rows) where lines.indices.contains(top + row) {
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      let isChosen = top + row == chosen
      grid.put(
        [TextSpan(isChosen ? "›" : " ", .key)] + spans(lines[top + row], inside.columns, reader),
        at: area.origin, limit: area.columns)
      guard isChosen else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
    if unread > 0 {
      grid.put(
        "and those of \(unread) cases more, due later; 9 shows the cases.",
        at: Point(column: inside.column, row: inside.endRow - 1), role: .dim, limit: inside.columns)
    }
    drawMore(on: &grid, body, top: top, lines: lines.count, height: rows)
  }

  private func dueWords(_ line: PromiseLine, _ reader: RecordReader) -> String {
    guard let due = line.due else { return "no day" }
    let day = DaysInWords.short(due, today: reader.today)
    if due == reader.today { return "today " + day }
    return due < reader.today ? "was due " + day : day
  }

  private func spans(_ line: PromiseLine, _ columns: Int, _ reader: RecordReader) -> [TextSpan] {
    let isLate = line.due.map { $0 < reader.today } ?? false
    let isToday = line.due == reader.today
    let mark = isLate ? "!!" : isToday ? "! " : "  "
    let ink: Ink = isLate ? .overdue : isToday ? .dueToday : .text
    var spans = [
      TextSpan(mark + fitted(dueWords(line, reader), to: columns >= 60 ? 15 : 14) + " ", ink),
      TextSpan(line.reference.text + " "),
    ]
    if columns >= 60 { spans.append(TextSpan(fitted(line.owner?.text ?? "–", to: 8) + " ")) }
    if columns >= 110 { spans.append(TextSpan(fitted(line.person, to: 22) + " ")) }
    if line.isUntold { spans.append(TextSpan("not told · ", .caution)) }
    spans.append(TextSpan(line.text))
    return spans
  }
}

extension CalendarDay {
  /// Behind every day that can be promised.
  fileprivate static let distantFuture = CalendarDay(number: .max)
}
