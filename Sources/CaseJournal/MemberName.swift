/// The name of a member with what follows it up to the value, `name":`, compared as two words.
struct MemberName: Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var firstMask: UInt64 = 0
  private var secondMask: UInt64 = 0
  /// Bytes up to the value; 0 for a name too long for this way.
  private(set) var length = 0

  init(_ name: String) {
    let bytes = Array((name + "\":").utf8)
    guard bytes.count <= 16 else { return }
    for (at, byte) in bytes.enumerated() {
      let shift = UInt64(at % 8 * 8)
      if at < 8 {
        first |= UInt64(byte) << shift
        firstMask |= 0xFF << shift
      } else {
        second |= UInt64(byte) << shift
        secondMask |= 0xFF << shift
      }
    }
    length = bytes.count
  }

  /// Whether a member of that name begins there, its opening quote being passed.
  @inline(__always)
  func stands(_ cursor: PlainCursor) -> Bool {
    length > 0 && cursor.bytes.word(cursor.at) & firstMask == first
      && cursor.bytes.word(cursor.at &+ 8) & secondMask == second
  }
}
