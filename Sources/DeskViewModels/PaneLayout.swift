import TextCanvas

/// The three panes of the desk.
enum PaneKind: Int, CaseIterable, Hashable, Sendable {
  case queue, detail, timeline

  var title: String {
    switch self {
    case .queue: "Queue"
    case .detail: "Case"
    case .timeline: "Timeline"
    }
  }
}

/// Which pane has the keys, and how the screen is shared.
struct DeskFocus: Hashable, Sendable {
  var pane = PaneKind.queue
  var isZoomed = false
  /// The pane shown below the queue when there is room for one.
  var tab = PaneKind.detail

  mutating func go(to pane: PaneKind) {
    self.pane = pane
    if pane != .queue { tab = pane }
  }

  mutating func step(_ step: Int) {
    let count = PaneKind.allCases.count
    go(to: PaneKind(rawValue: (pane.rawValue + step + count) % count) ?? .queue)
  }
}

/// A line between panes that can be moved.
enum PaneEdge: Hashable, Sendable { case across, down }

/// Where everything stands on a screen of some size.
struct PaneLayout: Hashable, Sendable {
  /// How many panes share the screen.
  enum Arrangement: Hashable, Sendable { case tooSmall, one, stacked, three }

  let arrangement: Arrangement
  /// Frame of each pane that is shown.
  private(set) var frames: [PaneKind: Rect] = [:]
  /// The line for banners, above the panes; empty when there is none.
  private(set) var banner = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The line at the foot, with keys, clock and login.
  private(set) var footer = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Everything between banner and footer.
  private(set) var body = Rect(column: 0, row: 0, columns: 0, rows: 0)

  static let smallest = Size(columns: 40, rows: 12)

  /// The shares in use, in percent.
  private(set) var splits = PaneSplits(across: 50, down: 60)

  init(_ size: Size, _ focus: DeskFocus, hasBanner: Bool, splits: PaneSplits = PaneSplits()) {
    guard size.columns >= PaneLayout.smallest.columns, size.rows >= PaneLayout.smallest.rows else {
      arrangement = .tooSmall
      return
    }
    var rest = Rect(size)
    if hasBanner { (banner, rest) = rest.splitAt(rows: 1) }
    (body, footer) = rest.splitAt(rows: rest.rows - 1)
    if focus.isZoomed || size.columns < 80 {
      arrangement = .one
      frames[focus.pane] = body
    } else if size.columns < 120 {
      arrangement = .stacked
      let down = splits.down ?? 55
      self.splits = PaneSplits(down: down)
      let cut = body.splitAt(rows: min(max(7, body.rows * down / 100), body.rows - 4))
      frames[.queue] = cut.top
      frames[focus.tab] = cut.bottom
    } else {
      arrangement = .three
      let wide = size.columns >= 170 ? size.columns * 11 / 20 : size.columns / 2
      let queue = splits.across.map { size.columns * $0 / 100 } ?? min(wide, 120)
      let cut = body.splitAt(columns: min(max(40, queue), size.columns - 30))
      let down = splits.down ?? 60
      self.splits = PaneSplits(across: (cut.left.columns * 100 + size.columns / 2) / size.columns, down: down)
      let right = cut.right.splitAt(rows: min(max(4, cut.right.rows * down / 100), cut.right.rows - 4))
      frames[.queue] = cut.left
      frames[.detail] = right.top
      frames[.timeline] = right.bottom
    }
  }

  /// The inside of a pane's frame; nil when the pane is not shown.
  func inside(_ pane: PaneKind) -> Rect? { frames[pane].map { $0.inset() } }

  /// Rows of the queue's inside that hold cases: its heading takes one.
  var queueHeight: Int { max(1, (inside(.queue)?.rows ?? 2) - 1) }

  /// The pane under a place, for the mouse.
  func pane(at point: Point) -> PaneKind? { PaneKind.allCases.first { frames[$0]?.contains(point) ?? false } }

  /// The line between panes at a place: either of the two frames that meet there; nil elsewhere.
  func edge(at point: Point) -> PaneEdge? {
    guard let queue = frames[.queue], body.contains(point) else { return nil }
    switch arrangement {
    case .tooSmall, .one: return nil
    case .stacked: return point.row == queue.endRow - 1 || point.row == queue.endRow ? .down : nil
    case .three:
      if point.column == queue.endColumn - 1 || point.column == queue.endColumn { return .across }
      guard point.column > queue.endColumn, let detail = frames[.detail] else { return nil }
      return point.row == detail.endRow - 1 || point.row == detail.endRow ? .down : nil
    }
  }

  /// The queue's share of the columns that puts the line between panes there, in percent.
  func share(across point: Point) -> Int? {
    guard arrangement == .three, body.columns > 0 else { return nil }
    return PaneSplits.held((point.column * 100 + body.columns / 2) / body.columns)
  }

  /// The upper pane's share of the rows that puts the line between panes there, in percent.
  func share(down point: Point) -> Int? {
    guard arrangement == .three || arrangement == .stacked, body.rows > 0 else { return nil }
    // Rounded up, since the layout rounds down.
    return PaneSplits.held(((point.row - body.row) * 100 + body.rows - 1) / body.rows)
  }
}
