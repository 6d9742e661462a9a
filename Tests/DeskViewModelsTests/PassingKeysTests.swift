import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct `Keys that only pass by` {
  /// A desk of three panes whose case and timeline wait for the keys to rest.
  private static func resting() -> PracticeDesk {
    var practice = PracticeDesk.sample(200, 50)
    practice.press("2")
    practice.desk.followAtRest()
    return practice
  }

  /// Rows of the screen that differ, and the columns of each that do.
  private static func changes(_ before: TextGrid, _ after: TextGrid) -> [ClosedRange<Int>] {
    (0..<after.size.rows).compactMap { row in
      let places = (0..<after.size.columns).filter {
        before.row(row)[before.row(row).startIndex + $0] != after.row(row)[after.row(row).startIndex + $0]
      }
      return places.first.map { $0...places[places.count - 1] }
    }
  }

  @Test func `a line down changes two rows of the queue and nothing beside it, until the keys rest`() {
    var practice = Self.resting()
    let before = practice.desk.screen(practice.size, practice.reader)
    practice.press("j")
    #expect(practice.desk.isPassing)
    let passing = practice.desk.screen(practice.size, practice.reader, after: before)
    let changed = Self.changes(before, passing)
    #expect(changed.count == 2)
    #expect(changed.allSatisfy { $0.upperBound < 110 })
    #expect(passing.plainText.contains("┌ C26-000001"))
    practice.send(.rested)
    #expect(!practice.desk.isPassing)
    let rested = practice.desk.screen(practice.size, practice.reader, after: passing)
    #expect(rested == practice.desk.screen(practice.size, practice.reader))
    #expect(rested.plainText.contains("┌ C26-000002"))
  }

  @Test func `what passes by is drawn as a whole screen would be, but for case, timeline and foot`() {
    var practice = Self.resting()
    var last = practice.desk.screen(practice.size, practice.reader)
    for key in ["j", "j", "G", "g", "/", "d", "a", "<down>", "<backspace>", "<esc>", "<ctrl-d>", "k"] {
      practice.press(key)
      let screen = practice.desk.screen(practice.size, practice.reader, after: last)
      let whole = practice.desk.screen(practice.size, practice.reader)
      let changed = Self.changes(screen, whole)
      #expect(changed.isEmpty, "\(key): \(changed)")
      last = screen
    }
  }

  @Test func `a key that opens or acts has the case beside the queue at once`() {
    for keys in ["jl", "jj<enter>", "jw", "jc", "j2", "/d<enter>", "/d<esc>", "jz"] {
      var practice = Self.resting()
      practice.press(keys)
      #expect(!practice.desk.isPassing, "\(keys)")
      let selected = practice.desk.selected.map { "C26-00000\($0.value)" } ?? "none"
      #expect(practice.screen().contains("┌ " + selected) || keys == "jz" || keys == "jw", "\(keys)")
    }
  }

  @Test func `a notice goes away with the next key, wherever that leads`() {
    var practice = Self.resting()
    practice.send(.notice("Something was said."))
    let said = practice.desk.screen(practice.size, practice.reader)
    practice.press("j")
    let after = practice.desk.screen(practice.size, practice.reader, after: said)
    #expect(!after.plainText.contains("Something was said."))
  }

  @Test func `a held key moves the list a third of the pane at a time, and sends a line each in between`() {
    var (desk, reader) = QueueSpeedTests.large(400, liveEvery: 1)
    let size = Size(columns: 200, rows: 50)
    _ = desk.receive(.resized(size), reader)
    _ = desk.receive(.keys([.character("2")]), reader)
    desk.followAtRest()
    var last = desk.screen(size, reader)
    var moved = 0
    for key in [Character](repeating: "j", count: 120) + [Character](repeating: "k", count: 120) {
      _ = desk.receive(.keys([.character(key)]), reader)
      let screen = desk.screen(size, reader, after: last)
      let changed = Self.changes(last, screen).count
      if changed > 3 { moved += 1 }
      #expect(screen.cursor != nil)
      last = screen
    }
    #expect(moved >= 2 && moved <= 16, "the list moved \(moved) times")
  }
}
