import Complaints
import TextCanvas

extension Desk {
  /// Takes the keys of one read; a burst meant for another window does nothing but say so.
  mutating func read(_ batch: [KeyEvent], _ reader: RecordReader) -> [DeskEffect] {
    guard !sitting.steps.isBusy else {
      sitting.keysToCome += batch
      return []
    }
    let waiting = sitting.keysToCome
    sitting.keysToCome = []
    guard !takesText else { return press(waiting + batch, reader) }
    let keymap = reader.settings.keymap
    let ruling = ruleOnBurst(
      batch,
      isMovement: { key in keymap.command(key, in: .desk).map(DeskCommand.movements.contains) ?? false },
      opensSheet: { key in keymap.command(key, in: .desk).map(DeskCommand.openers.contains) ?? false })
    guard ruling.swallowed == 0 else {
      notice = .refused("\(ruling.swallowed) keys came at once and were ignored: meant for another window?")
      return []
    }
    return press(waiting + batch, reader)
  }

  /// Goes on with the keys that waited for an answer, once it is there.
  mutating func typedAhead(_ reader: RecordReader) -> [DeskEffect] {
    guard !sitting.steps.isBusy, !sitting.keysToCome.isEmpty else { return [] }
    let keys = sitting.keysToCome
    sitting.keysToCome = []
    let effects = press(keys, reader)
    settle(reader)
    return effects
  }

  /// Presses keys one by one, until one asks for something that must be answered before the next means anything.
  ///
  /// An Enter does not confirm a sheet that was opened and filled by the same keys: lines of text meant for
  /// another window end in Enter.
  private mutating func press(_ keys: [KeyEvent], _ reader: RecordReader) -> [DeskEffect] {
    let depth = overlays.count
    let typed = keys.count { if case .character = $0 { true } else { false } }
    var effects: [DeskEffect] = []
    for (place, key) in keys.enumerated() {
      if key == .enter, typed >= 8, overlays.count > depth, overlays.last?.isOnConfirm ?? false {
        notice = .refused("Look at the sheet, then press Enter once more: it came together with its text.")
        continue
      }
      let asked = press(key, reader)
      effects += asked
      guard asked.contains(where: \.wantsAnswer) else { continue }
      sitting.keysToCome = Array(keys[(place + 1)...])
      break
    }
    return effects
  }

  private var takesText: Bool { overlays.last.map(\.takesText) ?? queue.filter.isEditing }

  private mutating func press(_ key: KeyEvent, _ reader: RecordReader) -> [DeskEffect] {
    if case .focus = key { return [] }
    if case .mouse(let event) = key { return point(event, reader) }
    if key == .resized { return [] }
    notice = nil
    guard let overlay = overlays.last else {
      if queue.filter.isEditing { return type(key, reader) }
      if case .paste = key {
        notice = .refused(
          "Nothing was pasted: no field is open. \(reader.key(.newContact)) takes a new contact, "
            + "\(reader.key(.filter)) filters.")
        return []
      }
      guard let command = reader.settings.keymap.command(key, in: .desk) else { return [] }
      return run(command, reader)
    }
    let command = reader.settings.keymap.command(key, in: overlay.context)
    if command == .redraw { return [.redraw] }
    if command == .suspend { return [.suspend] }
    let place = overlays.count - 1
    let wishes = overlays[place].press(key, command, reader.settings.keymap, reader)
    return grant(wishes, reader)
  }

  /// Does what an overlay asks for.
  mutating func grant(_ wishes: [OverlayWish], _ reader: RecordReader) -> [DeskEffect] {
    var effects: [DeskEffect] = []
    for wish in wishes {
      switch wish {
      case .close:
        if case .dashboard(let screen) = overlays.last { sitting.figure = screen.chosen }
        effects += closeTop()
      case .keepAndClose:
        if let draft = overlays.popLast()?.draft {
          notice = .done("The \(draft.subject.words) is kept, not recorded; :drafts goes on with it.")
        }
      case .effect(let effect): effects.append(effect)
      case .resume(let draft): resume(draft, reader)
      case .run(let command): effects += run(command, reader)
      case .act(let name, let words): openSheet(name, reader, words: words)
      case .open(let number): go(to: number)
      case .letter(let kind): previewLetter(kind, reader)
      case .show(let view): show(view, reader)
      case .showSaved(let saved):
        queue.show(saved, reader)
        focus.go(to: .queue)
      case .saveView(let name): effects += saveView(name, reader)
      case .forgetView(let name): effects += forgetView(name, reader)
      case .sort(let sort): effects += self.sort(by: sort, reader)
      case .handOver(let login): handOver(from: login, reader)
      case .push(let overlay): open(overlay, reader)
      case .submit(let submission):
        if let why = reader.readOnly {
          notice = .refused("Nothing can be recorded: " + why)
        } else {
          effects += sitting.steps.start(submission)
        }
      case .say(let notice): self.notice = notice
      }
    }
    return effects
  }

  mutating func open(_ overlay: Overlay, _ reader: RecordReader) {
    overlays.append(overlay)
    overlays[overlays.count - 1].fit(layout(sitting.size, reader).body.size)
    restoreDraft(reader)
  }

  /// Shows a case whether the view holds it or not.
  mutating func go(to number: CaseNumber) {
    queue.select(number)
    if focus.pane == .queue { focus.go(to: .detail) }
  }

  /// Types into the filter line; the list follows at once.
  private mutating func type(_ key: KeyEvent, _ reader: RecordReader) -> [DeskEffect] {
    sitting.isPassing = false
    switch key {
    case .enter: queue.filter.isEditing = false
    case .escape:
      queue.filter.clear()
      queue.choose(reader)
    case .up, .down:
      queue.move(by: key == .up ? -1 : 1)
      sitting.isPassing = true
    case .tab, .backTab:
      if let text = sitting.completion.take(key == .tab ? 1 : -1, in: queue.filter.entry.text) {
        queue.filter.entry.replace(with: text)
        queue.choose(reader)
        // The only offer is settled: the next Tab goes on behind it.
        if sitting.completion.offers.count == 1 { sitting.completion.look(text, reader) }
      }
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .character, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
      .insert, .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
      let before = queue.filter.entry.text
      _ = queue.filter.entry.press(key, columns: 80)
      if queue.filter.entry.text != before {
        queue.choose(reader)
        sitting.completion.look(queue.filter.entry.text, reader)
      }
      sitting.isPassing = true
    }
    return []
  }

  /// A click selects and focuses, the wheel scrolls; neither ever acts.
  private mutating func point(_ event: MouseEvent, _ reader: RecordReader) -> [DeskEffect] {
    let layout = self.layout(sitting.size, reader)
    let step: Int
    switch event.kind {
    case .wheelUp: step = -3
    case .wheelDown: step = 3
    case .press:
      step = 0
      sitting.grip = overlays.isEmpty ? layout.edge(at: event.point) : nil
    case .release:
      defer { sitting.grip = nil }
      guard let grip = sitting.grip, overlays.isEmpty else { return [] }
      return put(grip, at: event.point, layout, reader)
    case .drag: return []
    }
    if let place = overlays.indices.last {
      if step != 0 { overlays[place].scroll(by: step) }
      return []
    }
    guard let pane = layout.pane(at: event.point) else { return [] }
    if step != 0 {
      scroll(pane, by: step, layout, reader)
      return []
    }
    focus.go(to: pane)
    guard let inside = layout.inside(pane), inside.contains(event.point) else { return [] }
    let row = event.point.row - inside.row
    switch pane {
    case .queue:
      let places = queue.places(queue.height, reader)
      if row > 0, row <= places.count, case .row(let position) = places[row - 1] {
        queue.move(to: position)
      }
    case .timeline: timeline.move(to: timeline.top + row, height: inside.rows)
    case .detail: break
    }
    return []
  }

  /// Moves the line between panes to where the button was let go, and keeps it there.
  private func put(
    _ edge: PaneEdge, at point: TextCanvas.Point, _ layout: PaneLayout, _ reader: RecordReader
  ) -> [DeskEffect] {
    var settings = reader.settings
    switch edge {
    case .across:
      guard let share = layout.share(across: point) else { return [] }
      settings.splits.across = share
    case .down:
      guard let share = layout.share(down: point) else { return [] }
      settings.splits.down = share
    }
    return settings == reader.settings ? [] : [.keepSettings(settings)]
  }

  mutating func scroll(_ pane: PaneKind, by step: Int, _ layout: PaneLayout, _ reader: RecordReader) {
    guard let inside = layout.inside(pane) else { return }
    switch pane {
    case .queue: queue.scroll(by: step)
    case .detail: detail.scroll(by: step, lines: detailLines(inside, reader), height: inside.rows)
    case .timeline: timeline.move(by: step, height: inside.rows)
    }
  }

  func detailLines(_ inside: Rect, _ reader: RecordReader) -> Int {
    selectedFile(reader).map { DetailText.of($0, reader).wrapped(columns: inside.columns).count } ?? 0
  }
}
