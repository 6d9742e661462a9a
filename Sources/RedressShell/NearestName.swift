/// The name most like a mistyped one, or nil where none is near: at most two letters amiss.
func nearest(_ typed: String, among names: [String]) -> String? {
  var best: String?
  var distance = 3
  for name in names {
    let amiss = editDistance(Array(typed.utf8), Array(name.utf8))
    if amiss < distance {
      best = name
      distance = amiss
    }
  }
  return best
}

/// Letters to add, drop, change or swap with a neighbour to make one word the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var row = [i + 1]
    for (j, y) in b.enumerated() {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (x == y ? 0 : 1))
      if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
