/// Columns a terminal gives to one scalar: 0, 1 or 2.
///
/// Controls count one column, because they are drawn as a visible mark.
package func columns(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  var low = 0
  var high = widthChanges.count
  while high - low > 1 {
    let middle = (low + high) / 2
    if widthChanges[middle] >> 2 <= value { low = middle } else { high = middle }
  }
  return Int(widthChanges[low] & 3)
}

/// Columns the text takes when drawn by `TextGrid.put`.
package func displayWidth(_ text: String) -> Int {
  var walk = ClusterWalk(text)
  var total = 0
  while let cluster = walk.next() { total += cluster.width }
  return total
}

/// The text cut to fit, ending in `ellipsis` when something was left out.
package func truncate(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
  guard columns > 0 else { return "" }
  if text.utf8.count <= columns, displayWidth(text) <= columns { return text }
  let room = columns - displayWidth(ellipsis)
  var walk = ClusterWalk(text)
  var used = 0
  var scalarsThatLeaveRoom = 0
  while let cluster = walk.next() {
    used += cluster.width
    if used > columns {
      let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(scalarsThatLeaveRoom)))
      return room < 0 ? start : start + ellipsis
    }
    if used <= max(room, 0) { scalarsThatLeaveRoom = walk.scalarsRead }
  }
  return text
}

/// The text padded with spaces on the right, or cut with an ellipsis, to exactly `columns`.
package func fitted(_ text: String, to columns: Int) -> String {
  let cut = truncate(text, to: columns)
  let missing = columns - displayWidth(cut)
  return missing > 0 ? cut + String(repeating: " ", count: missing) : cut
}
