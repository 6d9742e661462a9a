import Complaints
import TextCanvas

/// Everything begun and not yet recorded; Enter goes on with one.
struct DraftsScreen: Hashable, Sendable {
  private let drafts: [SheetDraft]
  private var chosen = 0

  init(_ drafts: [SheetDraft]) { self.drafts = drafts }

  mutating func press(_ command: DeskCommand?) -> [OverlayWish] {
    if command == .cancel { return [.close] }
    if command == .help { return [.run(.help)] }
    if command == .confirm {
      return drafts.indices.contains(chosen) ? [.close, .resume(drafts[chosen])] : [.close]
    }
    guard let motion = Motion(command), !drafts.isEmpty else { return [] }
    chosen = min(max(0, motion.target(from: chosen, count: drafts.count, height: 10)), drafts.count - 1)
    return []
  }

  /// Each draft as it is said.
  var spoken: [String] { drafts.map { $0.subject.words + ": " + $0.gist } }

  func draw(on grid: inout TextGrid, in body: Rect) {
    let rows = max(3, min(drafts.count + 2, body.rows))
    let frame = body.centred(Size(columns: min(96, body.columns), rows: rows))
    grid.fill(frame)
    grid.box(frame, title: "Begun and not recorded", focused: true)
    let inside = frame.inset()
    grid.cursor = inside.origin
    let top = max(0, chosen - inside.rows + 1)
    for row in 0..<inside.rows where drafts.indices.contains(top + row) {
      let draft = drafts[top + row]
      let isChosen = top + row == chosen
      let area = Rect(column: inside.column, row: inside.row + row, columns: inside.columns, rows: 1)
      let words = inside.columns >= 60 ? 32 : 20
      grid.put(
        [
          TextSpan(isChosen ? "› " : "  ", .key), TextSpan(fitted(draft.subject.words, to: words) + " "),
          TextSpan(draft.gist, .dim),
        ], at: area.origin, limit: area.columns)
      guard isChosen else { continue }
      grid.mark(area, role: .selection)
      grid.cursor = area.origin
    }
  }
}

extension Desk {
  /// Lists what was begun and kept.
  mutating func showDrafts(_ reader: RecordReader) {
    guard !sitting.drafts.isEmpty else {
      notice = .done("Nothing is begun and left: every sheet was recorded or dropped.")
      return
    }
    open(.drafts(DraftsScreen(sitting.drafts)), reader)
  }
}
