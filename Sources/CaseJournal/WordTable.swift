/// Known words of up to 24 bytes, found in a span without making a `String`.
struct WordTable: Sendable {
  private struct Word {
    // The first, middle and last eight bytes together cover every byte of up to 24.
    var first: UInt64 = 0
    var middle: UInt64 = 0
    var last: UInt64 = 0
    var length = 0
    var value: UInt8 = 0
  }

  /// Twice as many slots as words at least, so that a probe chain stays short; length 0 is an empty slot.
  private var slots: [Word]
  private let shift: UInt64

  /// A table without a word.
  static let none = WordTable([])

  /// A table giving each word its position in the list.
  init(_ words: [String]) {
    var bits: UInt64 = 3
    while 1 << bits < words.count * 3 { bits += 1 }
    shift = 64 - bits
    slots = [Word](repeating: Word(), count: 1 << Int(bits))
    for (index, text) in words.enumerated() {
      var word = WordTable.word(Array(text.utf8).span, 0, text.utf8.count)
      word.value = UInt8(index)
      var slot = WordTable.slot(word, shift)
      while slots[slot].length != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = word
    }
  }

  /// The position of the word that stands at `at..<at + length`, or -1 where it is not in the list.
  @inline(__always)
  func index(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> Int {
    guard length > 0, length <= 24 else { return -1 }
    let word = WordTable.word(bytes, at, length)
    var slot = WordTable.slot(word, shift)
    while slots[slot].length != 0 {
      let known = slots[slot]
      if known.length == length, known.first == word.first, known.last == word.last,
        known.middle == word.middle
      {
        return Int(known.value)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  @inline(__always)
  private static func slot(_ word: Word, _ shift: UInt64) -> Int {
    let mixed = ((word.first ^ (word.last &* 31)) &+ UInt64(word.length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> shift)
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> Word {
    guard length >= 8 else {
      var first: UInt64 = 0
      if at + 8 <= bytes.count {
        first = wordAt(bytes, at) & (1 << (UInt64(length) * 8) - 1)
      } else {
        for index in 0..<length { first |= UInt64(bytes[at + index]) << (UInt64(index) * 8) }
      }
      return Word(first: first, length: length)
    }
    return Word(
      first: wordAt(bytes, at), middle: wordAt(bytes, at + (length - 8) / 2),
      last: wordAt(bytes, at + length - 8), length: length)
  }
}
