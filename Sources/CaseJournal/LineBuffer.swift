import Clocks
import Complaints
import PlainText

/// The bytes of lines on their way to disk.
///
/// Plain memory of its own instead of an array: a line is some two hundred small appends, and an array asks
/// at each whether it is shared (measured: half of the time to encode a line).
@safe final class LineBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Forgets everything behind that many bytes and keeps the room.
  func cut(to count: Int) { self.count = min(self.count, max(0, count)) }

  /// Reads what was written, in place.
  func read<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: the memory is initialised up to `count`, and nothing can grow it while `body` reads.
    try body(unsafe Span(_unsafeStart: base, count: count))
  }

  /// The last byte written, 0 where there is none.
  var last: UInt8 { count > 0 ? unsafe base[count - 1] : 0 }

  @inline(__always)
  func put(_ byte: UInt8) {
    if count == capacity { grow(1) }
    // SAFETY: there is room for one byte behind `count`.
    unsafe base[count] = byte
    count += 1
  }

  @inline(__always)
  func put(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if count + length > capacity { grow(length) }
    // SAFETY: a StaticString's UTF-8 lives as long as the program; there is room for all of it.
    unsafe (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  @inline(__always)
  func put(_ bytes: Span<UInt8>) {
    let length = bytes.count
    if count + length > capacity { grow(length) }
    // SAFETY: there is room for all of it, and a span never overlaps memory that is ours alone.
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + count).update(from: start, count: length)
    }
    count += length
  }

  /// Eight hex digits.
  func putHex(_ word: UInt32) {
    if count + 8 > capacity { grow(8) }
    // SAFETY: there is room for eight bytes, and they need no alignment.
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: hexWord(word).littleEndian, as: UInt64.self)
    count += 8
  }

  /// A whole number with leading zeros up to that width.
  func putPadded(_ value: Int, _ width: Int) {
    var digits = 1
    var bound = 10
    while bound <= value {
      digits += 1
      bound *= 10
    }
    let length = max(width, digits)
    if count + length > capacity { grow(length) }
    var rest = value
    var at = count + length - 1
    while at >= count {
      // SAFETY: `at` stays inside the `length` bytes there is room for.
      unsafe base[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
      at -= 1
    }
    count += length
  }

  /// A whole number, its sign in front.
  func putNumber(_ value: Int) {
    if value < 0 { put(0x2D) }
    putPadded(Int(clamping: value.magnitude), 1)
  }

  private func grow(_ more: Int) {
    let larger = max(capacity * 2, capacity + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    // SAFETY: both hold `count` bytes, and they do not overlap.
    unsafe moved.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = larger
  }
}

extension LineBuffer {
  /// `YYYY-MM-DD`.
  func put(_ day: CalendarDay) {
    let date = day.ymd
    putPadded(date.year, 4)
    put(0x2D)
    putPadded(date.month, 2)
    put(0x2D)
    putPadded(date.day, 2)
  }

  /// An instant as `Moment.description` writes it.
  func put(_ moment: Moment) {
    let whole = moment.seconds
    let time = Int((whole % 86_400 + 86_400) % 86_400)
    put(CalendarDay(number: Int32((whole - Int64(time)) / 86_400)))
    put(0x54)
    putPadded(time / 3600, 2)
    put(0x3A)
    putPadded(time / 60 % 60, 2)
    put(0x3A)
    putPadded(time % 60, 2)
    put(0x2E)
    putPadded(Int(moment.microseconds - whole * 1_000_000), 6)
    put(0x5A)
  }

  /// `C26-000042`.
  func put(_ reference: CaseReference) {
    put(0x43)
    putPadded(reference.year % 100, 2)
    put(0x2D)
    putPadded(Int(reference.number.value), 6)
  }

  func put(_ digest: SHA256Digest) {
    for index in 0..<8 { putHex(digest.words[index]) }
  }

  /// A word of ours without anything to escape.
  func putWord(_ text: String) { put(text.utf8.span) }

  /// A text in quotes; NUL becomes U+FFFD, control characters become escapes.
  func putText(_ text: String) {
    put(0x22)
    let utf8 = text.utf8.span
    if holdsSuspects(utf8) { putEscaped(text) } else { put(utf8) }
    put(0x22)
  }

  private func putEscaped(_ text: String) {
    var quoted: [UInt8] = []
    if text.utf8.contains(0) {
      var cleaned = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { cleaned.append(scalar.value == 0 ? "\u{FFFD}" : scalar) }
      appendJSONString(String(cleaned), to: &quoted)
    } else {
      appendJSONString(text, to: &quoted)
    }
    put(quoted.span.extracting(1..<quoted.count - 1))
  }

  /// Whether any byte may need an escape: controls, quote, backslash, DEL, and the leads of C1 and U+2028/9.
  private func holdsSuspects(_ utf8: Span<UInt8>) -> Bool {
    var at = 0
    let count = utf8.count
    var found: UInt64 = 0
    while at + 8 <= count {
      let word = wordAt(utf8, at)
      let low = (word &- 0x2020_2020_2020_2020) & ~word
      found |= low | zeroBytes(word, 0x2222_2222_2222_2222) | zeroBytes(word, 0x5C5C_5C5C_5C5C_5C5C)
      found |= zeroBytes(word, 0x7F7F_7F7F_7F7F_7F7F) | zeroBytes(word, 0xC2C2_C2C2_C2C2_C2C2)
      found |= zeroBytes(word, 0xE2E2_E2E2_E2E2_E2E2)
      at += 8
    }
    if found & 0x8080_8080_8080_8080 != 0 { return true }
    while at < count {
      switch utf8[at] {
      case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: return true
      default: at += 1
      }
    }
    return false
  }

  /// High bits set where a byte of the word equals that of the pattern.
  @inline(__always)
  private func zeroBytes(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let mixed = word ^ pattern
    return (mixed &- 0x0101_0101_0101_0101) & ~mixed
  }
}
