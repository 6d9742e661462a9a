/// What is left of one read's keys after the guard against text meant for another window.
package struct BurstRuling: Hashable, Sendable {
  package var kept: [KeyEvent]
  /// How many keys were swallowed; above zero the desk says so.
  package var swallowed: Int

  package init(kept: [KeyEvent], swallowed: Int) {
    self.kept = kept
    self.swallowed = swallowed
  }
}

/// Judges the keys of one read, outside a text field.
///
/// Eight or more printable keys, at least four of them different before the first that opens a sheet, are text
/// typed or sent into the wrong window: all keys of that read are swallowed. Movement keys never count. Pastes,
/// the mouse, focus and resizing are not keys and stay.
package func ruleOnBurst(
  _ batch: [KeyEvent], isMovement: (KeyEvent) -> Bool, opensSheet: (KeyEvent) -> Bool
) -> BurstRuling {
  var printable = 0
  var different: Set<Character> = []
  var sheetSeen = false
  for event in batch {
    guard case .character(let character) = event, !isMovement(event) else { continue }
    printable += 1
    if opensSheet(event) { sheetSeen = true }
    if !sheetSeen { different.insert(character) }
  }
  guard printable >= 8, different.count >= 4 else { return BurstRuling(kept: batch, swallowed: 0) }
  let kept = batch.filter { event in
    switch event {
    case .paste, .mouse, .focus, .resized: true
    case .character, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .insert, .function, .control, .alt, .modified:
      false
    }
  }
  return BurstRuling(kept: kept, swallowed: batch.count - kept.count)
}
