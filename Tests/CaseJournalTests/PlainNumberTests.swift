import Testing

@testable import CaseJournal

@Suite("Numbers read a word at a time")
struct PlainNumberTests {
  func number(_ text: String) -> (value: Int?, at: Int) {
    let line = Array((text + String(repeating: " ", count: 200)).utf8)
    let read = PlainBytes.reading(line.span, from: 0, to: line.count) { bytes in
      var cursor = PlainCursor(bytes: bytes, at: 0, limit: line.count - LineScanner.proofs)
      let value = cursor.number()
      return (value, cursor.at)
    }
    return read ?? (nil, 0)
  }

  @Test func `are what their digits say, up to nine of them`() {
    var random = SplitMix(seed: 7)
    for digits in 1...9 {
      var least = 1
      for _ in 1..<digits { least *= 10 }
      for _ in 0..<200 {
        let value = Int.random(in: (digits == 1 ? 0 : least)..<least * 10, using: &random)
        for end in [",", "}", "]"] {
          let read = number("\(value)" + end + "9")
          #expect(read.value == value && read.at == digits, "\(value)\(end)")
        }
      }
    }
    let wrong = [
      "", ",", "01,", "00000001,", "12 ", "12x", "1234567890,", "-1,", "1.5,", "99999999/", "\u{89}9,", ":,",
    ]
    for wrong in wrong {
      #expect(number(wrong).value == nil, "\(wrong)")
    }
  }
}
