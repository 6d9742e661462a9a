import CaseDocuments
import Clocks
import Complaints
import PlainText
import TextCanvas

/// Finding a caller by phone, postcode, surname or reference, in a few keys.
struct CallerFinder: Hashable, Sendable {
  private var entry = TextEntry()
  private(set) var found: [CaseNumber] = []
  private var chosen = 0

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .confirm {
      guard found.indices.contains(chosen) else { return [] }
      return [
        .close, .open(found[chosen]),
        .say(.done(beforeSpeaking(found[chosen], reader))),
      ]
    }
    if let motion = Motion(command) {
      chosen = min(
        max(0, motion.target(from: chosen, count: found.count, height: 10)), max(0, found.count - 1))
      return []
    }
    let before = entry.text
    _ = entry.press(key, columns: 60)
    if entry.text != before { look(reader) }
    return []
  }

  /// What to know before the first word: limits on contact come first.
  private func beforeSpeaking(_ number: CaseNumber, _ reader: RecordReader) -> String {
    let limits = reader.file(number).map { reader.contactLimits($0) } ?? []
    return
      (limits + [
        "Ask who is calling before saying anything of the case; \(reader.key(.contact)) logs the call."
      ]).joined(
        separator: " · ")
  }

  /// Looks again after the journal has grown; the chosen case stays chosen.
  mutating func follow(_ reader: RecordReader) {
    let kept = found.indices.contains(chosen) ? found[chosen] : nil
    look(reader)
    chosen = kept.flatMap { found.firstIndex(of: $0) } ?? 0
  }

  /// Open cases come first; ended ones are looked through when there are few.
  mutating func look(_ reader: RecordReader) {
    chosen = 0
    found = []
    let typed = entry.trimmed
    guard typed.count >= 2 else { return }
    let register = reader.register
    if let number = reader.reference(typed)?.number, register.row(number).map(reader.mayList) ?? false {
      found.append(number)
    }
    let spellings = CallerFinder.spellings(typed)
    var indexes: [UInt32] = []
    for needles in spellings { indexes += reader.arena.filter(register.live, needles: needles) }
    if indexes.count < 20, typed.count >= 4 {
      let ended = register.rows.indices.filter { !register.rows[$0].state.isLive }.map { UInt32($0) }
      for needles in spellings { indexes += reader.arena.filter(ended, needles: needles) }
    }
    var seen = Set(found)
    for index in register.withSamePersons(indexes)
    where reader.mayList(register.rows[Int(index)]) && seen.insert(CaseNumber(value: index + 1)).inserted {
      found.append(CaseNumber(value: index + 1))
      if found.count >= 100 { break }
    }
  }

  /// The words typed, and the same run together: postcodes and phone numbers are kept with and without blanks.
  private static func spellings(_ typed: String) -> [[[UInt8]]] {
    let words = typed.split(separator: " ").map { fold(String($0)) }
    guard words.count > 1 else { return [words] }
    return [words, [fold(typed.filter { !$0.isWhitespace })]]
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    let frame = body.centred(Size(columns: min(90, body.columns), rows: min(18, body.rows)))
    grid.fill(frame)
    grid.box(frame, title: "Find a caller ─ phone, postcode, surname or reference", focused: true)
    let inside = frame.inset()
    let rows = inside.rows - 1
    let top = max(0, chosen - rows + 1)
    for row in 0..<max(0, rows) {
      guard found.indices.contains(top + row) else { break }
      draw(found[top + row], isChosen: top + row == chosen, on: &grid, in: inside, row: row + 1, reader)
    }
    if found.isEmpty, entry.trimmed.count >= 2 {
      grid.put(
        "Nobody found. \(reader.key(.cancel, in: .picker)), then \(reader.key(.newContact)) takes a new contact.",
        at: Point(column: inside.column + 1, row: inside.row + 1), role: .dim, limit: inside.columns - 1)
    }
    grid.put("› ", at: inside.origin, role: .key)
    drawLine(
      entry, on: &grid,
      in: Rect(column: inside.column + 2, row: inside.row, columns: inside.columns - 2, rows: 1),
      hasKeys: true, ink: .field, hint: "07700 900123, M9 5XX, hussain, 42 …")
  }

  private func draw(
    _ number: CaseNumber, isChosen: Bool, on grid: inout TextGrid, in inside: Rect, row: Int,
    _ reader: RecordReader
  ) {
    guard let found = reader.register.row(number) else { return }
    let line = QueueLine(found, reader)
    let who = fitted(oneLine(reader.personName(found)), to: 20)
    let words =
      (isChosen ? "› " : "  ") + found.reference.text + " " + fitted(line.step, to: 3)
      + fitted(line.clock, to: 11) + who + " " + oneLine(reader.postcode(found)) + " "
      + oneLine(reader.narrative(found))
    let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
    grid.put(truncate(words, to: inside.columns), at: area.origin, role: line.ink)
    if isChosen { grid.mark(area, role: .selection) }
  }
}
