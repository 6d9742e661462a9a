/// Random salts for personal payloads: what stops guessing a short text from its kept hash after erasure.
///
/// One seed from the system per process, then SplitMix64: 128 bits that nobody outside can enumerate, without
/// a system call per line.
package struct SaltSource: Sendable {
  private var state: UInt64
  private let stream: UInt64

  package init(seed: UInt64, stream: UInt64 = 0x9E37_79B9_7F4A_7C15) {
    state = seed
    self.stream = stream | 1
  }

  mutating func next() -> UInt64 {
    state &+= stream
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
