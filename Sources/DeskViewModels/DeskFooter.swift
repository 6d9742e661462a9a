import CaseDocuments
import Complaints

extension Desk {
  /// The keys for the foot: the way back, what is wanted at any time, the step this case waits for, then the rest.
  func footerKeys(_ reader: RecordReader) -> [FooterKey] {
    let keymap = reader.settings.keymap
    if let overlay = overlays.last { return overlay.footer(keymap) }
    if queue.filter.isEditing { return filterKeys() }
    let file = shownFile(reader)
    let always: [DeskCommand] = [.help, .commandLine, .newContact, .filter, .find]
    let needed =
      queue.marks.isEmpty
      ? always + [usualStep(reader), .contact].compactMap { $0 }
      : [.help, .commandLine, .assign, .contact, .note, .filter]
    var keys = keymap.footer(.desk, needed: needed) { refusal(of: $0, on: file, reader) != nil }
    if let label = wayBack {
      keys.insert(
        FooterKey(key: keymap.keyText(.back), label: label, isNeeded: true), at: min(1, keys.count))
    }
    return keys
  }

  /// What one step back would do; nil at the top.
  private var wayBack: String? {
    if focus.isZoomed { return "unzoom" }
    if focus.pane != .queue { return "back" }
    if queue.filter.isOn { return "clear filter" }
    return queue.rangeStart != nil || !queue.marks.isEmpty ? "unmark" : nil
  }

  /// The step the case shown waits for, by the usual course of a case.
  private func usualStep(_ reader: RecordReader) -> DeskCommand? {
    detail.number.flatMap { reader.register.row($0) }.flatMap(Desk.usualStep)
  }

  /// What usually comes next on a case; nil where nothing is usual.
  static func usualStep(_ row: CaseRow) -> DeskCommand? {
    if row.state == .untriaged { return .triage }
    guard row.state == .open, row.runsComplaintClocks else { return nil }
    if row.handler == nil { return .assign }
    return row.acknowledged == nil ? .acknowledge : .respond
  }
}
