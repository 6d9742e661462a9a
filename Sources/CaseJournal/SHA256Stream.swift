/// SHA-256 of bytes that come in pieces.
package struct SHA256Stream {
  private let sha = SHA256()
  private var state = SHA256.start
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  /// Bytes taken.
  private(set) var length = 0

  package init() {}

  /// Takes the next bytes.
  package mutating func take(_ bytes: Span<UInt8>) {
    length += bytes.count
    var from = 0
    // Out of `self`: the rounds change it while the bytes kept are read.
    var state = self.state
    defer { self.state = state }
    if !rest.isEmpty {
      while rest.count < 64, from < bytes.count {
        rest.append(bytes[from])
        from += 1
      }
      guard rest.count == 64 else { return }
      sha.take(rest.span, from: 0, blocks: 1, into: &state)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - from) / 64
    sha.take(bytes, from: from, blocks: blocks, into: &state)
    for at in from + blocks * 64..<bytes.count { rest.append(bytes[at]) }
  }

  /// The digest of all bytes taken.
  package func digest() -> SHA256Digest {
    var state = state
    sha.finish(rest.span, from: 0, to: rest.count, length: length, &state)
    return SHA256Digest(words: state)
  }
}
