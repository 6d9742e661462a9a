import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct AnySizeTests {
  /// A small generator with a seed, so that a failure can be seen again.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, sides)))
    }
  }

  static let keys: [KeyEvent] =
    "jkgGlhqnacsxreofuwtzvP*y:/?i12345670 !".map { KeyEvent.character($0) } + [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .backspace,
      .delete, .control("s"), .control("n"), .control("u"), .control("k"), .control("w"), .control("r"),
      .control("o"), .control("_"), .control("y"), .alt("b"), .function(1), .paste("多字 text\nline"),
      .character("é"),
      .character("🙂"), .mouse(MouseEvent(kind: .press(button: 0), point: Point(column: 3, row: 5))),
      .mouse(MouseEvent(kind: .wheelDown, point: Point(column: 30, row: 5))),
    ]

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `no size and no keys can bring the desk down`(_ seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var practice = PracticeDesk.sample()
    for _ in 0..<400 {
      if dice.roll(4) == 0 {
        practice.size = Size(columns: 1 + dice.roll(dice.roll(3) == 0 ? 500 : 100), rows: 1 + dice.roll(60))
        practice.send(.resized(practice.size))
      }
      practice.send(.keys([AnySizeTests.keys[dice.roll(AnySizeTests.keys.count)]]))
      let grid = practice.desk.screen(practice.size, practice.reader)
      #expect(grid.size == practice.size)
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
    }
  }

  @Test func `a screen too small says so and keeps what was typed`() {
    var practice = PracticeDesk.sample()
    practice.press("oHalf a sentence")
    practice.size = Size(columns: 30, rows: 10)
    practice.send(.resized(practice.size))
    #expect(practice.screen().contains("needs 40×12"))
    practice.size = Size(columns: 80, rows: 24)
    practice.send(.resized(practice.size))
    #expect(practice.screen().contains("Half a sentence"))
  }

  @Test(arguments: ["", "2", "o", "n", "?", ":", "f", "t", "w", "i", "r", "q", "/dam", "l", "<tab><tab>"])
  func `the cursor stands where the eye should be`(_ keys: String) {
    var practice = PracticeDesk.sample()
    practice.press(keys)
    #expect(practice.desk.screen(practice.size, practice.reader).cursor != nil)
  }
}
