import DeskViewModels
import Foundation
import TextCanvas
import Testing

@Suite struct `Any bytes, any size, any state` {
  /// Reads pressed in all: many where the build is optimised, few where it is not; `REDRESS_FUZZ` says otherwise.
  private static var length: Int {
    #if DEBUG
      let usual = 1_500
    #else
      let usual = 40_000
    #endif
    return Int(ProcessInfo.processInfo.environment["REDRESS_FUZZ"] ?? "") ?? usual
  }

  /// What brings the desk into one of its states.
  private static let ways = [
    "", "2", "n", "c", "jx", "r", "e", "2Ge", "s", "o", "p", "u", "i", "L", "L<enter>", "H", "T", "V", "t",
    "w",
    "M", "D", "f", "?", ":", "/", "/owes:<tab>", "q", "2*o", "l<tab><enter>", "lz", "S",
    ":hand-over sam<enter>",
    "oSome text<esc>", ":sort who<enter>", "v", "P", ":group<enter>", "2:group<enter>",
  ]

  private static let bytes: [[UInt8]] =
    [
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[1;5C", "\u{1B}OP", "\u{1B}[5~", "\u{1B}", "\r", "\t", "\u{1B}[Z",
      "\u{7F}",
      "\u{13}", "\u{0E}", "\u{18}", "\u{15}", "\u{1B}[<0;9;9M", "\u{1B}[<64;9;9M",
      "\u{1B}[200~paste\nd\u{1B}[201~",
      "é", "漢", "👩🏽‍🚒", "y", "n", "\u{1B}[<0;999;999M",
    ].map { Array($0.utf8) } + [[0xC3], [0xFF, 0xFE], [0x80], [0x1B, 0x5B]]

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `leave a whole frame of that size with the cursor in it`(_ seed: UInt64) {
    var dice = AnySizeTests.Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    var done = 0
    while done < Self.length / 3 {
      var practice = PracticeDesk.sample()
      practice.press(Self.ways[dice.roll(Self.ways.count)])
      var decoder = KeyDecoder()
      for _ in 0..<40 {
        done += 1
        if dice.roll(3) == 0 {
          let wild = dice.roll(4) == 0
          practice.size = Size(columns: 1 + dice.roll(wild ? 500 : 130), rows: 1 + dice.roll(wild ? 200 : 50))
          practice.send(.resized(practice.size))
        }
        var read: [UInt8] = []
        for _ in 0...dice.roll(4) {
          read +=
            dice.roll(3) == 0
            ? [UInt8(dice.roll(256))] : Self.bytes[dice.roll(Self.bytes.count)]
        }
        var keys = decoder.feed(read)
        if dice.roll(3) == 0 { keys += decoder.flushPending() }
        practice.send(.keys(keys))
        let grid = practice.desk.screen(practice.size, practice.reader)
        #expect(grid.size == practice.size)
        let cursor = grid.cursor
        #expect(
          cursor.map(grid.bounds.contains) == true,
          "seed \(seed), read \(done), cursor \(String(describing: cursor))")
      }
    }
  }
}

@Suite struct `What is told by colour` {
  /// Everything with rows to choose from.
  private static let lists = ["", "2", "V", "f900", ":", "t", "2Ge", "L", "<tab><tab>"]

  @Test(arguments: lists) func `is told by a sign as well: the selected row bears ›`(_ keys: String) throws {
    var practice = PracticeDesk.sample()
    practice.press(keys)
    let grid = practice.desk.screen(practice.size, practice.reader)
    let selected = (0..<grid.size.rows).filter { grid.row($0).contains { $0.role == .selection } }
    #expect(!selected.isEmpty)
    for row in selected { #expect(grid.plainRows[row].contains("›"), "row \(row)") }
    #expect(grid.cursor.map { selected.contains($0.row) || keys == ":" || keys == "f900" } == true)
  }

  @Test func `late and today have marks of their own in the queue`() {
    var practice = PracticeDesk.sample()
    practice.press("2")
    let grid = practice.desk.screen(practice.size, practice.reader)
    for row in 2..<8 {
      let text = grid.plainRows[row].dropFirst(3)
      if grid.row(row).contains(where: { $0.role == .overdue }) { #expect(text.hasPrefix("!!")) }
      if grid.row(row).contains(where: { $0.role == .dueToday }) { #expect(text.hasPrefix("! ")) }
    }
  }
}
