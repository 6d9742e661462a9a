/// Lines of a stream of bytes, counted from 1; LF or CRLF ends a line.
struct LineSource {
  private let read: () -> [UInt8]
  private var waiting: [UInt8] = []
  private var start = 0
  private var ended = false
  /// Number of the line last given.
  private(set) var number = 0

  init(_ read: @escaping () -> [UInt8]) { self.read = read }

  /// The next line without its end, or nil after the last.
  mutating func next() -> [UInt8]? {
    var searched = start
    while true {
      if let end = waiting[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(waiting[start..<end])
      }
      if ended {
        guard start < waiting.count else { return nil }
        defer { start = waiting.count }
        return line(waiting[start...])
      }
      waiting.removeFirst(start)
      start = 0
      searched = waiting.count
      let more = read()
      if more.isEmpty { ended = true }
      waiting += more
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    number += 1
    return Array(bytes.last == 0x0D ? bytes.dropLast() : bytes)
  }
}

/// Everything that is left of a stream.
func readAll(_ read: () -> [UInt8]) -> [UInt8] {
  var all: [UInt8] = []
  while true {
    let more = read()
    if more.isEmpty { return all }
    all += more
  }
}
