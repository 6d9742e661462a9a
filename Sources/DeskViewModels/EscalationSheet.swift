import Complaints
import TextCanvas

/// One sheet of three lines: next stage, management, Ombudsman; Enter opens the few fields a line needs.
struct EscalationSheet: Hashable, Sendable {
  let target: SheetTarget
  private let title: String
  private(set) var ways: [EscalationWay]
  private var chosen: Int

  /// The sheet of a case, on the first way that is open; nil where the case cannot be read.
  init?(_ number: CaseNumber, _ reader: RecordReader) {
    guard let row = reader.register.row(number), let file = reader.file(number) else { return nil }
    target = SheetTarget(number: number, reference: row.reference, revision: row.revision)
    title = "Escalate ─ " + row.reference.text + " ─ " + SheetForms.personName(file)
    ways = EscalationWays.of(file, reader)
    chosen = ways.firstIndex { $0.refusal.isEmpty } ?? 0
  }

  mutating func press(_ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .confirm { return take(reader) }
    if command == .help { return [.run(.help)] }
    guard let motion = Motion(command) else { return [] }
    chosen = min(max(0, motion.target(from: chosen, count: ways.count, height: ways.count)), ways.count - 1)
    return []
  }

  /// Each way as it is said, with what it needs or why it is shut.
  var spoken: [String] {
    ways.map { way in
      let more = way.refusal.isEmpty ? way.needs.joined(separator: " ") : "not now: " + way.refusal
      return way.title + (more.isEmpty ? "" : ". " + more)
    }
  }

  /// Opens the sheet of the chosen way on the case this one was opened for.
  private func take(_ reader: RecordReader) -> [OverlayWish] {
    let way = ways[chosen]
    guard way.refusal.isEmpty else { return [.say(.refused("Not now: " + way.refusal))] }
    guard var sheet = SheetForms.sheet(way.action, [target.number], reader) else {
      return [.close, .say(.refused("This case cannot be read."))]
    }
    sheet.goToWhatIsMissing(reader)
    return [.close, .push(.sheet(sheet))]
  }

  /// Looks at the record again: a colleague's step may open or shut a way.
  mutating func refresh(_ reader: RecordReader) {
    if let file = reader.file(target.number) { ways = EscalationWays.of(file, reader) }
  }

  /// Every way with what it needs below it; in little room the ways first, then the needs of the chosen one.
  private func text(whole: Bool) -> (text: ReadingText, heads: [Int]) {
    var text = ReadingText()
    var heads: [Int] = []
    for (place, way) in ways.enumerated() {
      heads.append(text.lines.count)
      let isOpen = way.refusal.isEmpty
      text.add([
        TextSpan(place == chosen ? "› " : "  ", .key),
        TextSpan((isOpen ? "" : "✗ ") + way.title, isOpen ? .heading : .keyRefused),
      ])
      if whole { details(way, indent: 4, &text) }
    }
    if !whole { details(ways[chosen], indent: 0, &text) }
    return (text, heads)
  }

  private func details(_ way: EscalationWay, indent: Int, _ text: inout ReadingText) {
    let gap = String(repeating: " ", count: indent)
    guard way.refusal.isEmpty else {
      text.add([TextSpan(gap + way.refusal, .keyRefused)], indent: indent)
      return
    }
    for need in way.needs { text.add([TextSpan(gap + need)], indent: indent) }
  }

  func draw(on grid: inout TextGrid, in body: Rect) {
    let columns = min(body.columns, 96)
    var (text, heads) = text(whole: true)
    if text.wrapped(columns: columns - 4).count > body.rows - 2 { (text, heads) = self.text(whole: false) }
    let lines = text.wrapped(columns: columns - 4)
    let frame = body.centred(Size(columns: columns, rows: min(body.rows, lines.count + 2)))
    grid.fill(frame)
    grid.box(frame, title: title, focused: true)
    let inside = frame.inset()
    let area = Rect(
      column: inside.column + 1, row: inside.row, columns: inside.columns - 2, rows: inside.rows)
    drawReading(text, on: &grid, in: area, from: 0)
    let head = headRow(heads[chosen], text, columns: columns - 4)
    guard head < area.rows else { return }
    let line = Rect(column: area.column, row: area.row + head, columns: area.columns, rows: 1)
    grid.mark(line, role: .selection)
    grid.cursor = line.origin
  }

  /// The row at which a line of the text is drawn, those before it wrapped.
  private func headRow(_ line: Int, _ text: ReadingText, columns: Int) -> Int {
    var before = ReadingText()
    for line in text.lines.prefix(line) { before.add(line.spans, indent: line.indent) }
    return before.lines.isEmpty ? 0 : before.wrapped(columns: columns).count
  }
}

extension Desk {
  /// Opens the ways further for the selected case, or for the one that is marked.
  mutating func escalate(_ reader: RecordReader) {
    if let why = reader.readOnly {
      notice = .refused("Nothing can be recorded: " + why)
      return
    }
    guard queue.marks.count < 2 else {
      notice = .refused("Escalate is done case by case; Esc takes the marks away.")
      return
    }
    guard let number = queue.marked.first ?? queue.selected else {
      notice = .refused("No case is selected.")
      return
    }
    guard let sheet = EscalationSheet(number, reader) else {
      notice = .refused("This case cannot be read.")
      return
    }
    queue.visit()
    open(.escalation(sheet), reader)
  }
}
