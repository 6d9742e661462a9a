import Testing

import TextCanvas

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `Any bytes at all` {
  /// Streams of bytes read: a million where the build is optimised.
  private static var streams: Int {
    #if DEBUG
      100_000
    #else
      1_000_000
    #endif
  }

  @Test func `are read without a trap, and a key pressed after a pause still counts`() {
    var generator = SeededGenerator(state: 2026)
    let spice =
      Array("\u{1B}\u{1B}\u{1B}[[O<;;0125~MmuABZ$^]P\\\u{7}200~201~q".utf8) + [0xC3, 0xE2, 0xF0, 0x80, 0xFF]
    var keys = 0
    var stuck = 0
    for _ in 0..<Self.streams {
      var decoder = KeyDecoder()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
          bytes.append(
            Bool.random(using: &generator)
              ? spice[Int.random(in: 0..<spice.count, using: &generator)]
              : UInt8.random(in: 0...255, using: &generator))
        }
        keys += decoder.feed(bytes).count
        if Int.random(in: 0..<4, using: &generator) == 0 { keys += decoder.flushPending().count }
      }
      if decoder.isPasting { keys += decoder.abandonPaste().count }
      for _ in 0..<22 { keys += decoder.flushPending().count }
      if decoder.isPending || decoder.feed(Array("j".utf8)) != [.character("j")] { stuck += 1 }
    }
    #expect(stuck == 0)
    #expect(keys > Self.streams)
  }

  @Test func `inside a paste never become anything but the paste`() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      var events = decoder.feed(Array("\u{1B}[200~".utf8))
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        var bytes = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          UInt8.random(in: 0...0x5F, using: &generator)
        }
        if bytes.last == 0x1B { bytes.append(0x20) }
        events += decoder.feed(bytes)
        events += decoder.flushPending()
      }
      events += decoder.feed(Array("\u{1B}[201~".utf8))
      #expect(events.count == 1)
      if case .paste(let text)? = events.first {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
      } else {
        Issue.record("\(events)")
      }
    }
  }
}
