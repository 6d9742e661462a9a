import Complaints

/// The rows shown and the row selected: the selection is a case, never a line.
///
/// New rows never move the selection or the line it is on; a selected case that leaves the list stays as a
/// ghost until the cursor moves.
struct QueueList: Hashable, Sendable {
  /// Sort keys of the rows shown, ghost included.
  private(set) var keys: [UInt64] = []
  /// Position of the selected row.
  private(set) var cursor = 0
  /// First row drawn.
  private(set) var top = 0
  /// The selected case has left the list and is shown until the cursor moves.
  private(set) var hasGhost = false
  /// Rows that arrived above the first row drawn and have not been looked at.
  private(set) var newAbove = 0
  private var selectedCase: UInt32?
  /// One bit per case index: shown or not.
  private var shown: [UInt64] = []

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }
  /// The selected case's index.
  var selected: UInt32? { selectedCase }

  /// The rows the view holds: what is shown but for a ghost.
  var keysWithoutGhost: [UInt64] {
    guard hasGhost, keys.indices.contains(cursor) else { return keys }
    var kept = keys
    kept.remove(at: cursor)
    return kept
  }

  func index(at position: Int) -> UInt32? {
    keys.indices.contains(position) ? QueueOrder.index(of: keys[position]) : nil
  }

  func holds(_ index: UInt32) -> Bool {
    let word = Int(index / 64)
    return word < shown.count && shown[word] & 1 << UInt64(index % 64) != 0
  }

  /// Takes a list the person asked for (view, filter): keeps the selected case if it is there, else the first.
  mutating func choose(_ fresh: [UInt64], height: Int) {
    take(fresh)
    newAbove = 0
    if let selectedCase, let at = position(of: selectedCase) {
      cursor = at
      top = max(0, min(top, at))
      if at >= top + height { top = at - height / 2 }
    } else {
      cursor = 0
      top = 0
      selectedCase = index(at: 0)
    }
  }

  /// Takes a list that changed under the person: the selected row keeps its line.
  mutating func follow(_ fresh: [UInt64], touched: [CaseNumber]) {
    guard let selected = selectedCase else { return choose(fresh, height: 1) }
    let line = cursor - top
    let before = shown
    let countBefore = keys.count - (hasGhost ? 1 : 0)
    let cursorBefore = cursor
    take(fresh)
    if let at = position(of: selected) {
      cursor = at
    } else {
      cursor = min(cursorBefore, keys.count)
      keys.insert(UInt64(selected), at: cursor)
      hasGhost = true
    }
    top = max(0, cursor - line)
    guard top > 0, touched.count <= 500 else {
      if top > 0 { newAbove += max(0, fresh.count - countBefore) }
      return
    }
    for number in touched {
      let index = UInt32(number.index)
      let word = number.index / 64
      let wasShown = word < before.count && before[word] & 1 << UInt64(number.index % 64) != 0
      guard !wasShown, holds(index), let at = position(of: index), at < cursor else { continue }
      newAbove += 1
    }
  }

  /// Moves the selection by rows; a ghost goes.
  mutating func move(by step: Int, height: Int) {
    var target = cursor + step
    if hasGhost {
      keys.remove(at: cursor)
      hasGhost = false
      if step > 0 { target -= 1 }
    }
    settle(at: target, height: height)
  }

  mutating func move(to position: Int, height: Int) { move(by: position - cursor, height: height) }

  /// Selects that case if it is shown.
  mutating func select(_ index: UInt32, height: Int) -> Bool {
    guard let at = position(of: index) else { return false }
    move(to: at, height: height)
    return true
  }

  /// Selects a case the list does not show: it stands as a ghost where the cursor is.
  mutating func selectGhost(_ index: UInt32, height: Int) {
    if hasGhost { keys.remove(at: cursor) }
    hasGhost = true
    selectedCase = index
    cursor = min(cursor, keys.count)
    keys.insert(UInt64(index), at: cursor)
    keepInSight(height: height)
  }

  /// Scrolls without moving the selection further than the edge.
  mutating func scroll(by step: Int, height: Int) {
    top = min(max(0, top + step), max(0, keys.count - 1))
    let kept = min(max(cursor, top), top + max(1, height) - 1)
    if kept != cursor { settle(at: kept, height: height) }
    if top == 0 { newAbove = 0 }
  }

  private mutating func settle(at target: Int, height: Int) {
    cursor = min(max(0, target), max(0, keys.count - 1))
    selectedCase = index(at: cursor)
    keepInSight(height: height)
  }

  /// Scrolls so that the selected row is drawn, by a third of the pane at a time.
  ///
  /// A pane beside others cannot be scrolled by the terminal: every row of it is sent again. So one key in many
  /// costs a pane, and the others a line each.
  mutating func keepInSight(height: Int) {
    let height = max(1, height)
    if cursor < top { top = cursor - height / 3 }
    if cursor >= top + height {
      // Never past the end, where rows would be wasted.
      top = max(cursor - height + 1, min(cursor - height + 1 + height / 3, keys.count - height))
    }
    top = max(0, top)
    if top == 0 { newAbove = 0 }
  }

  private mutating func take(_ fresh: [UInt64]) {
    keys = fresh
    hasGhost = false
    var words = (0..<shown.count).map { _ in UInt64(0) }
    for key in fresh {
      let index = Int(QueueOrder.index(of: key))
      let word = index / 64
      if word >= words.count { words.append(contentsOf: repeatElement(0, count: word - words.count + 64)) }
      words[word] |= 1 << UInt64(index % 64)
    }
    shown = words
  }

  /// Where a case stands in the list; nil when it is not shown.
  func position(of index: UInt32) -> Int? {
    guard holds(index) else { return nil }
    return keys.firstIndex { QueueOrder.index(of: $0) == index }
  }
}
