import CaseDocuments
import TextCanvas

extension Form {
  /// A drawn line of the form: part of a field, an offer under it, or a remark.
  private enum Line {
    case field(Int)
    /// A further row of a field above.
    case more
    case offer(PickOption, chosen: Bool)
    case problem(String)
  }

  /// Columns for labels in a form of that width.
  static func labelColumns(_ width: Int) -> Int {
    width >= 74 ? 28 : width >= 60 ? 22 : max(8, width * 2 / 5)
  }

  static func inputColumns(_ width: Int) -> Int { max(1, width - labelColumns(width) - 2) }

  /// Rows the fields need, for a sheet that is no larger than it must be.
  func neededRows(columns: Int) -> Int { lines(columns).count + 1 + footLines(columns).count }

  /// Draws the fields, scrolled so that the one with the keys shows, and the buttons at the foot.
  func draw(on grid: inout TextGrid, in area: Rect) {
    guard area.rows >= 1 else { return }
    let footRows = area.rows >= 6 ? 1 + footLines(area.columns).count : 1
    let (body, foot) = area.splitAt(rows: max(0, area.rows - footRows))
    let lines = self.lines(area.columns)
    let focusLine = lines.firstIndex { line in
      if case .field(let at) = line { at == focus } else { false }
    }
    let height = fields.indices.contains(focus) ? fields[focus].rows + offerCount(focus) : 1
    var top = 0
    if let focusLine {
      // A row below it shows too, where there is one: nothing goes out of sight that would fit.
      top = max(0, min(focusLine, focusLine + height + 1 - body.rows, lines.count - body.rows))
    } else if isOnButtons {
      top = max(0, lines.count - body.rows)
    }
    var row = 0
    for line in lines.dropFirst(top) {
      guard row < body.rows else { break }
      let area = Rect(column: body.column, row: body.row + row, columns: body.columns, rows: body.rows - row)
      draw(line, on: &grid, in: area)
      row += 1
    }
    drawFoot(on: &grid, in: foot)
  }

  private func offerCount(_ at: Int) -> Int {
    guard at == focus, case .pick(let pick) = fields[at].input else { return 0 }
    return min(6, pick.offers.count)
  }

  /// What stands above the buttons: a blank, the question whether to discard, or what is wrong.
  private func footLines(_ columns: Int) -> [String] {
    if asksToDiscard {
      let keeps = keepsDrafts ? ", k keeps it for later" : ""
      return wrap("Discard what was typed? y discards\(keeps), any other key stays.", columns: columns)
    }
    guard problem.isEmpty else { return Array(wrap(problem, columns: columns).prefix(3)) }
    let remark = remark(columns)
    return remark.isEmpty ? [""] : Array(wrap(remark, columns: columns).prefix(2))
  }

  /// The whole label of the field that has the keys, where it stands cut off in front of it.
  private func cutLabel(_ columns: Int) -> String? {
    guard fields.indices.contains(focus) else { return nil }
    switch fields[focus].input {
    case .question, .fold: return nil
    case .line, .area, .choice, .pick, .heading: break
    }
    let label = fields[focus].label + (fields[focus].isRequired ? " *" : "")
    return displayWidth(label) + 2 > Form.labelColumns(columns) ? fields[focus].label + "." : nil
  }

  /// What may help whoever writes a letter: how it reads, and words that may be spelled otherwise.
  private func remark(_ columns: Int) -> String {
    let reads = isOutward ? text.flatMap { PlainLanguage($0).hint } : nil
    let spells = spelling.isEmpty ? nil : "Spelling? " + spelling.joined(separator: ", ")
    return [cutLabel(columns), reads, spells].compactMap { $0 }.joined(separator: " ")
  }

  private func lines(_ columns: Int) -> [Line] {
    var lines: [Line] = []
    for (at, field) in fields.enumerated() where !field.isHidden {
      lines.append(.field(at))
      for _ in 1..<max(1, field.rows) { lines.append(.more) }
      if at == focus, case .pick(let pick) = field.input {
        let offers = pick.offers
        let first = max(0, min(pick.chosen - 2, offers.count - 6))
        for (place, offer) in offers.enumerated().dropFirst(first).prefix(6) {
          lines.append(.offer(offer, chosen: place == pick.chosen))
        }
      }
      guard !field.problem.isEmpty else { continue }
      lines += wrap("✗ " + field.problem, columns: max(8, columns - 2)).prefix(3).map { .problem($0) }
    }
    return lines
  }

  private func draw(_ line: Line, on grid: inout TextGrid, in area: Rect) {
    let labels = Form.labelColumns(area.columns)
    switch line {
    case .more: break
    case .field(let at): draw(fields[at], hasKeys: at == focus, on: &grid, in: area, labels)
    case .offer(let offer, let chosen):
      let words =
        (chosen ? "› " : "  ") + offer.label + (offer.barred.isEmpty ? "" : " – not: " + offer.barred)
      grid.put(
        truncate(words, to: area.columns - labels), at: Point(column: area.column + labels, row: area.row),
        role: offer.barred.isEmpty ? (chosen ? .selectionDim : .completion) : .keyRefused)
    case .problem(let why):
      grid.put(
        why, at: Point(column: area.column + 2, row: area.row), role: .refusal, limit: area.columns - 2)
    }
  }

  private func draw(_ field: FormField, hasKeys: Bool, on grid: inout TextGrid, in area: Rect, _ labels: Int)
  {
    let label = (hasKeys ? "›" : " ") + field.label + (field.isRequired ? " *" : "")
    if field.input == .heading {
      grid.put(truncate(field.label, to: area.columns), at: area.origin, role: .heading)
      return
    }
    var input = Rect(
      column: area.column + labels, row: area.row, columns: area.columns - labels - 1,
      rows: min(field.rows, area.rows))
    let ink: Ink = field.problem.isEmpty ? .field : .fieldWrong
    switch field.input {
    case .line(let entry):
      grid.put(truncate(label, to: labels - 1), at: area.origin, role: .label)
      drawLine(entry, on: &grid, in: input, hasKeys: hasKeys, ink: ink, hint: field.hint)
    case .area(let entry, _):
      grid.put(truncate(label, to: labels - 1), at: area.origin, role: .label)
      drawArea(entry, on: &grid, in: input, hasKeys: hasKeys, ink: ink, hint: field.hint)
    case .pick(let pick):
      grid.put(truncate(label, to: labels - 1), at: area.origin, role: .label)
      drawLine(pick.entry, on: &grid, in: input, hasKeys: hasKeys, ink: ink, hint: field.hint)
    case .choice(let options, let chosen):
      grid.put(truncate(label, to: labels - 1), at: area.origin, role: .label)
      let word = options.indices.contains(chosen) ? options[chosen].label : ""
      grid.put(
        truncate("‹ " + word + " ›", to: input.columns), at: input.origin,
        role: hasKeys ? .fieldFocused : .field)
      if hasKeys { grid.cursor = Point(column: min(input.column + 2, input.endColumn - 1), row: input.row) }
    case .question(let answer):
      input.column = area.column
      let mark = answer.map { $0 ? "[yes] " : "[no ] " } ?? "[   ] "
      grid.put(
        [
          TextSpan(hasKeys ? "›" : " ", .label), TextSpan(mark, hasKeys ? .fieldFocused : ink),
          TextSpan(truncate(field.label, to: area.columns - 8)),
        ], at: area.origin, limit: area.columns)
      if hasKeys { grid.cursor = Point(column: area.column + 2, row: area.row) }
    case .fold(let isOpen):
      let mark = isOpen ? "[ - ] " : "[ + ] "
      let hint = hasKeys && !isOpen ? "Space opens: " : ""
      grid.put(
        [
          TextSpan(hasKeys ? "›" : " ", .label), TextSpan(mark, hasKeys ? .fieldFocused : .label),
          TextSpan(truncate(hint + field.label, to: area.columns - 8), .dim),
        ], at: area.origin, limit: area.columns)
      if hasKeys { grid.cursor = Point(column: area.column + 2, row: area.row) }
    case .heading: break
    }
  }

  private func drawFoot(on grid: inout TextGrid, in foot: Rect) {
    guard foot.rows > 0 else { return }
    if foot.rows > 1 || asksToDiscard {
      for (row, line) in footLines(foot.columns).enumerated() where row < foot.rows {
        grid.put(
          line, at: Point(column: foot.column, row: foot.row + row),
          role: asksToDiscard ? .caution : problem.isEmpty ? .dim : .refusal,
          limit: foot.columns)
      }
    }
    if asksToDiscard { grid.cursor = foot.origin }
    guard foot.rows > 1 || !asksToDiscard else { return }
    let row = foot.endRow - 1
    let cancel = "[ Cancel ]"
    let confirm = "[ \(confirmLabel) ]"
    let used = grid.put(
      cancel, at: Point(column: foot.column, row: row),
      role: focus == cancelPlace ? .buttonFocused : .button, limit: foot.columns)
    grid.put(
      truncate(confirm, to: foot.columns - used - 1), at: Point(column: foot.column + used + 1, row: row),
      role: focus == confirmPlace ? .buttonFocused : .button)
    guard !asksToDiscard else { return }
    if focus == cancelPlace { grid.cursor = Point(column: foot.column + 2, row: row) }
    if focus == confirmPlace { grid.cursor = Point(column: foot.column + used + 3, row: row) }
  }
}
