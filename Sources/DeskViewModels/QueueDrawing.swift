import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// Widths of the queue's columns in a pane of some width; a column of width 0 is left out.
struct QueueColumns: Hashable, Sendable {
  let reference: Int
  let step = 3
  let clock = 11
  let date: Int
  let who: Int
  let person: Int
  let place: Int
  let marks: Int
  let subject: Int

  init(width: Int) {
    // Selection, mark and urgency take four columns; each column that follows brings its gap.
    var left = width - 4 - 11 - 3 - 12
    func take(_ columns: Int, from least: Int) -> Int {
      guard width >= least else { return 0 }
      left -= columns + 1
      return columns
    }
    reference = 10
    date = take(6, from: 56)
    who = take(width >= 100 ? 10 : 8, from: 40)
    marks = take(width >= 130 ? 6 : 3, from: 74)
    person = take(width >= 110 ? 20 : 14, from: 90)
    place = take(20, from: 120)
    subject = max(0, left)
  }
}

extension QueuePane {
  /// Draws the pane; the cursor stands on the selected row when the pane has the keys.
  func draw(on grid: inout TextGrid, in frame: Rect, hasKeys: Bool, _ reader: RecordReader) {
    grid.box(frame, title: title(reader), focused: hasKeys)
    let inside = frame.inset()
    guard !inside.isEmpty else { return }
    let badge = badgeText
    if !badge.isEmpty {
      grid.putRight(" \(badge) ", endingAt: frame.endColumn - 2, row: frame.row, role: .badge)
    }
    let columns = QueueColumns(width: inside.columns)
    drawHeading(on: &grid, inside, columns)
    let rows = Rect(
      column: inside.column, row: inside.row + 1, columns: inside.columns, rows: inside.rows - 1)
    if list.isEmpty {
      grid.put(
        emptyWords, at: Point(column: rows.column + 1, row: rows.row), role: .dim, limit: rows.columns - 1)
      if hasKeys { grid.cursor = rows.origin }
    }
    for (line, place) in places(rows.rows, reader).enumerated() {
      let area = Rect(column: rows.column, row: rows.row + line, columns: rows.columns, rows: 1)
      let position: Int
      switch place {
      case .heading(let group):
        grid.put("── \(group.title) ──", at: area.origin, role: .heading, limit: area.columns)
        continue
      case .row(let at): position = at
      }
      guard let index = list.index(at: position) else { break }
      let isSelected = position == list.cursor
      drawRow(index, on: &grid, in: area, columns, isSelected: isSelected, reader)
      guard isSelected else { continue }
      grid.mark(area, role: hasKeys ? .selection : .selectionDim)
      if hasKeys { grid.cursor = area.origin }
    }
    drawFilter(on: &grid, frame)
  }

  /// The first row drawn, moved where the screen is smaller than the desk was last told.
  func shownTop(_ rows: Int) -> Int {
    if list.cursor < list.top { return list.cursor }
    return list.cursor >= list.top + rows ? max(0, list.cursor - rows + 1) : list.top
  }

  private func title(_ reader: RecordReader) -> String {
    let words = view == .atRisk ? reader.queryContext.atRiskTitle : view.title
    let count = list.count - (list.hasGhost ? 1 : 0)
    let key = reader.settings.keymap.keyText(view.command)
    var title = "Queue ─ " + (saved?.name ?? (key.isEmpty ? words : key + " " + words)) + " ─ \(count)"
    if filter.isOn { title += " match" }
    title += isFrozen ? " ─ order frozen" : " ─ \(orderWord)"
    if !marks.isEmpty { title += " ─ \(marks.count) marked" }
    return title
  }

  private var badgeText: String { list.newAbove > 0 ? "↑ \(list.newAbove) new above" : "" }

  private var emptyWords: String {
    if !savedProblem.isEmpty { return savedProblem }
    if !filter.problem.isEmpty { return filter.problem }
    if filter.isOn { return "Nothing here matches; Esc clears the filter." }
    if let saved { return "No case is found by \(saved.query)." }
    return switch view {
    case .mine: "No open case is yours. 2 shows your team, 3 what nobody has."
    case .team: "No open cases in your team."
    case .unassigned: "Every open case has a handler."
    case .dueToday: "Nothing is due today."
    case .overdue: "Nothing is overdue."
    case .silentLongest: "No open cases."
    case .stageTwo: "Nothing at stage 2."
    case .ombudsman: "The Ombudsman has to do with no open case."
    case .promises: "Every promise is kept."
    case .atRisk: "Nothing is late, or soon will be."
    case .learning: "Every lesson is implemented."
    case .restrictions: "No restriction is to be reviewed."
    case .evidence: "The Ombudsman waits for no evidence."
    case .letters: "No notice or confirmation is owed."
    }
  }

  private func drawHeading(on grid: inout TextGrid, _ inside: Rect, _ columns: QueueColumns) {
    func word(_ column: QueueColumn, _ word: String, _ width: Int) -> String {
      // The column sorted by bears the arrow, where there is room for one beside its name.
      guard sort?.column == column else { return fitted(word, to: width) }
      let arrow = sort?.isDescending == true ? "▼" : "▲"
      return fitted(truncate(word, to: max(0, width - 1)) + arrow, to: width)
    }
    var text =
      "    " + word(.ref, "ref", columns.reference) + " " + word(.stage, "st", columns.step)
      + word(.due, "clock", columns.clock) + " "
    if columns.date > 0 { text += fitted("date", to: columns.date) + " " }
    for (column, name, width) in [
      (QueueColumn.who, "who", columns.who), (.marks, "", columns.marks), (.person, "person", columns.person),
      (.place, "place", columns.place),
    ] where width > 0 { text += word(column, name, width) + " " }
    grid.put(
      text + word(.subject, "subject", max(8, columns.subject)), at: inside.origin, role: .heading,
      limit: inside.columns)
  }

  private func drawRow(
    _ index: UInt32, on grid: inout TextGrid, in area: Rect, _ columns: QueueColumns, isSelected: Bool,
    _ reader: RecordReader
  ) {
    let row = reader.register.rows[Int(index)]
    let line = QueueLine(row, reader, owed: view.owed)
    let isGhost = isSelected && list.hasGhost
    let isMarked = marks.contains(index)
    let ink: Ink = isGhost ? .undone : isMarked ? .marked : .text
    // One ink from mark to clock where nothing says otherwise: each change of it costs thirty bytes to send.
    let urgency = ink == .text ? line.ink : ink
    var spans = [
      TextSpan((isSelected ? "›" : " ") + (isMarked ? "*" : index == rangeStart ? "v" : " "), ink),
      TextSpan(line.mark, line.ink),
      TextSpan(fitted(row.reference.text, to: columns.reference) + " ", urgency),
      TextSpan(fitted(line.step, to: columns.step), urgency),
      TextSpan(fitted(isGhost ? "not in view" : line.clock, to: columns.clock) + " ", line.ink),
    ]
    if columns.date > 0 { spans.append(TextSpan(fitted(line.date, to: columns.date) + " ", ink)) }
    if columns.who > 0 { spans.append(TextSpan(fitted(line.who, to: columns.who) + " ", ink)) }
    if columns.marks > 0 {
      let signs = fitted(line.signs, to: columns.marks) + " "
      spans.append(TextSpan(signs, line.signs.isEmpty ? ink : .caution))
    }
    if columns.person > 0 {
      spans.append(TextSpan(fitted(oneLine(reader.personName(row)), to: columns.person) + " ", ink))
    }
    if columns.place > 0 {
      spans.append(TextSpan(fitted(oneLine(reader.address(row)), to: columns.place) + " ", ink))
    }
    if columns.subject > 0 {
      spans.append(TextSpan(fitted(oneLine(reader.narrative(row)), to: columns.subject), ink))
    }
    grid.put(spans, at: area.origin, limit: area.columns)
  }

  /// The filter stands in the lower edge of the frame, with the cursor in it while it is typed.
  private func drawFilter(on grid: inout TextGrid, _ frame: Rect) {
    guard filter.isEditing || filter.isOn, frame.rows >= 2, frame.columns >= 12 else { return }
    let row = frame.endRow - 1
    let room = frame.columns - 6
    let start = Point(column: frame.column + 2, row: row)
    grid.put(" / ", at: start, role: .key)
    let field = Rect(column: start.column + 3, row: row, columns: room - 3, rows: 1)
    drawLine(filter.entry, on: &grid, in: field, hasKeys: filter.isEditing, ink: .field)
    guard !filter.problem.isEmpty else { return }
    let used = min(field.columns, displayWidth(filter.entry.text) + 2)
    grid.put(
      " \(filter.problem) ", at: Point(column: field.column + used, row: row), role: .refusal,
      limit: field.columns - used)
  }
}

/// What a queue row says about its case, worked out when it is drawn.
struct QueueLine: Hashable, Sendable {
  var mark = "  "
  var ink = Ink.text
  /// `1A` acknowledgement owed, `1R` response owed, `2=` answered, `?A` not triaged, `SR` a service request.
  var step: String
  var clock: String
  var date = ""
  /// The handler; with `@` whoever has claimed the case just now.
  let who: String
  /// Needs, group, representative, linked: a letter each; what the need is stands in the case only.
  let signs: String

  /// The row in a view of what is owed: that day stands where the next letter's would.
  init(_ row: CaseRow, _ reader: RecordReader, owed kind: OwedKind?) {
    self.init(row, reader)
    guard let kind, let owed = row.owes(kind, reader.rules, on: reader.today) else { return }
    guard let day = owed.day else {
      (mark, ink, clock, date) = ("  ", .text, "no date", "")
      return
    }
    date = DaysInWords.short(day, today: day)
    guard kind != .letter else {
      (mark, ink, clock) = ("! ", .dueToday, "\(reader.today.days(since: day)) d owed")
      return
    }
    let distance = ClockDistance(to: day, today: reader.today, calendar: reader.rules.calendar)
    (mark, ink, clock) = (distance.mark, distance.ink, distance.words)
  }

  init(_ row: CaseRow, _ reader: RecordReader) {
    let claim = row.claim.flatMap { $0.holds(at: reader.now) && $0.by != reader.me ? $0.by : nil }
    who = claim.map { "@" + $0.text } ?? row.handler?.text ?? "–"
    signs = QueueLine.signs(row, reader)
    let stage = row.stage.map { String($0.number) } ?? "?"
    switch row.state {
    case .untriaged, .open:
      guard let urgent = row.urgentTarget(reader.rules) else {
        step = row.kind.map(kindCode) ?? stage
        clock = "open"
        return
      }
      let distance = ClockDistance(to: urgent.due, today: reader.today, calendar: reader.rules.calendar)
      (mark, ink, clock) = (distance.mark, distance.ink, distance.words)
      let letter = (row.state == .untriaged ? "?" : stage) + (urgent.step == .acknowledge ? "A" : "R")
      step = row.kindClocks.isEmpty ? letter : row.kind.map(kindCode) ?? letter
      date = DaysInWords.short(urgent.due, today: urgent.due)
    case .responded:
      step = stage + "="
      clock = "answered"
      ink = .met
      if let responded = row.responded { date = DaysInWords.short(responded, today: responded) }
    case .closed, .refused, .withdrawn, .merged:
      step = row.kind == .complaint ? stage + "·" : row.kind.map(kindCode) ?? "?"
      clock = row.state.rawValue
      ink = .dim
      if let closed = row.closed { date = DaysInWords.short(closed, today: closed) }
    }
  }

  private static func signs(_ row: CaseRow, _ reader: RecordReader) -> String {
    let marks = row.marks
    var signs = ""
    if marks.contains(.needs) { signs += "n" }
    if marks.contains(.group) { signs += "g" }
    if marks.contains(.representative) { signs += "r" }
    if marks.contains(.hazard) { signs += "h" }
    if marks.contains(.promises) { signs += "p" }
    if marks.contains(.ombudsman) { signs += "o" }
    if marks.contains(.restricted) { signs += "x" }
    if marks.contains(.management) { signs += "^" }
    if marks.contains(.evidence) { signs += "e" }
    if row.owes(.letter, reader.rules, on: reader.today) != nil { signs += "l" }
    if row.owes(.restriction, reader.rules, on: reader.today) != nil { signs += "v" }
    if marks.contains(.learning) { signs += "i" }
    if marks.contains(.linked) { signs += "&" }
    if marks.contains(.newer) { signs += "~" }
    return signs
  }
}

/// Two letters for a kind, where a stage would stand.
func kindCode(_ kind: Kind) -> String {
  switch kind {
  case .serviceRequest: "SR"
  case .complaint: "CO"
  case .compliment: "TY"
  case .comment: "CM"
  case .enquiry: "EN"
  case .asb: "AS"
  case .accident: "AC"
  case .survey: "SV"
  case .claim: "CL"
  case .dataProtection: "DP"
  case .otherBody: "OB"
  }
}

/// A text on one line: newlines and runs of blanks become one blank.
func oneLine(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 }) || text.contains("  ") else { return text }
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
