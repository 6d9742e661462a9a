package import TextCanvas

extension Desk {
  /// The whole screen at that size, with the cursor where the eye, a screen reader or braille should be.
  ///
  /// What cannot have changed since the `last` one, the screen before this, is taken over from it.
  package func screen(_ size: Size, _ reader: RecordReader, after last: TextGrid? = nil) -> TextGrid {
    if isPassing, let last, last.size == size { return passing(over: last, reader) }
    var grid = TextGrid(size: size)
    let layout = self.layout(size, reader)
    guard layout.arrangement != .tooSmall else {
      grid.put("needs 40×12", at: Point(column: 0, row: 0))
      grid.cursor = Point(column: 0, row: 0)
      return grid
    }
    drawBanner(on: &grid, layout.banner, reader)
    if !(overlays.last?.coversBody ?? false) { drawPanes(on: &grid, layout, reader) }
    for overlay in overlays { overlay.draw(on: &grid, in: layout.body, reader.settings.keymap, reader) }
    Footer.draw(on: &grid, in: layout.footer, keys: footerKeys(reader), notice: notice, reader)
    return grid
  }

  /// The screen while keys only move through the queue or type in its filter: nothing else is drawn anew.
  private func passing(over last: TextGrid, _ reader: RecordReader) -> TextGrid {
    var grid = last
    let layout = self.layout(last.size, reader)
    guard layout.arrangement != .tooSmall, let frame = layout.frames[.queue] else { return last }
    grid.fill(frame, role: .text)
    queue.draw(on: &grid, in: frame, hasKeys: focus.pane == .queue, reader)
    if queue.filter.isEditing {
      Footer.draw(on: &grid, in: layout.footer, keys: footerKeys(reader), notice: notice, reader)
    }
    return grid
  }

  private func drawPanes(on grid: inout TextGrid, _ layout: PaneLayout, _ reader: RecordReader) {
    let file = shownFile(reader)
    for (pane, frame) in layout.frames {
      let hasKeys = overlays.isEmpty && focus.pane == pane
      switch pane {
      case .queue: queue.draw(on: &grid, in: frame, hasKeys: hasKeys, reader)
      case .detail: detail.draw(on: &grid, in: frame, hasKeys: hasKeys, file, reader)
      case .timeline: timeline.draw(on: &grid, in: frame, hasKeys: hasKeys, file, reader)
      }
    }
    guard layout.arrangement == .stacked, let frame = layout.frames[focus.tab] else { return }
    let other = focus.tab == .detail ? "Tab: timeline" : "Tab: case"
    grid.putRight(" \(other) ", endingAt: frame.endColumn - 2, row: frame.row, role: .dim)
  }

  private func drawBanner(on grid: inout TextGrid, _ area: Rect, _ reader: RecordReader) {
    guard !area.isEmpty else { return }
    grid.fill(area, role: .banner)
    let parts = [reader.banner, reader.readOnly.map { "READ ONLY: " + $0 } ?? ""].filter { !$0.isEmpty }
    grid.put(
      truncate(parts.joined(separator: " · "), to: area.columns - 2),
      at: Point(column: area.column + 1, row: area.row), role: .banner)
  }

  /// The keys of the filter line, and what Tab would put there.
  func filterKeys() -> [FooterKey] {
    let completion = sitting.completion
    let keys = [FooterKey(key: "Enter", label: "keep"), FooterKey(key: "Esc", label: "clear")]
    guard !completion.offers.isEmpty else { return keys }
    let next = completion.taken.map { ($0 + 1) % completion.offers.count } ?? 0
    let offers = completion.offers[next...] + completion.offers[..<next]
    return keys + [FooterKey(key: "Tab", label: offers.prefix(6).joined(separator: "  "))]
  }
}
