import Complaints
import DeskViewModels
import TextCanvas
import Testing

@Suite struct `The queue under headings` {
  @Test func `overdue, today and later stand under headings on demand, and again without`() {
    var practice = PracticeDesk.sample(200, 50)
    practice.contact("Long overdue", from: "Ann Lee", on: "2026-09-01", kind: .complaint)
    practice.press("2")
    let plain = practice.screen()
    #expect(!plain.contains("── overdue ──"))
    practice.press(":group<enter>")
    let rows = practice.screen().split(separator: "\n").map(String.init)
    let headings = rows.compactMap { row in
      ["overdue", "due today", "within five working days", "later"].first { row.contains("── \($0) ──") }
    }
    #expect(headings.first == "overdue")
    #expect(
      headings == headings.sorted { Self.rank($0) < Self.rank($1) } && Set(headings).count == headings.count)
    #expect(rows.contains { $0.contains("stands under headings") })
    practice.press(":group<enter>")
    #expect(!practice.screen().contains("── overdue ──"))
  }

  private static func rank(_ heading: String) -> Int {
    ["overdue", "due today", "within five working days", "later"].firstIndex(of: heading) ?? 9
  }

  @Test(arguments: 12...20) func `the selected row is always in sight, whatever the headings take`(
    _ rows: Int
  ) {
    var practice = PracticeDesk.sample(60, rows)
    for month in 1...9 {
      practice.contact("Case of \(month)", from: "Ann Lee", on: "2026-0\(month)-02", kind: .complaint)
    }
    practice.press("3:group<enter>")
    for key in ["j", "j", "j", "j", "j", "j", "j", "G", "k", "k", "g", "G"] {
      practice.press(key)
      let selected = practice.desk.selected.map { "C26-00000\($0.value)".suffix(8) } ?? ""
      let marked = practice.screen().split(separator: "\n").contains {
        $0.contains("›") && $0.contains(selected)
      }
      #expect(marked, "\(rows) rows, after \(key)")
    }
  }

  @Test func `a click on a heading selects nothing, a click on a row selects that row`() {
    var practice = PracticeDesk.sample(200, 50)
    practice.press("2:group<enter>j")
    let before = practice.desk.selected
    let rows = practice.desk.screen(practice.size, practice.reader).plainRows
    func click(_ row: Int) {
      practice.send(
        .keys([.mouse(MouseEvent(kind: .press(button: 0), point: TextCanvas.Point(column: 20, row: row)))]))
    }
    for (row, text) in rows.enumerated() where text.contains("── ") && text.contains(" ──") && row > 1 {
      click(row)
      #expect(practice.desk.selected == before)
    }
    let first = rows.firstIndex { $0.contains("C26-0") } ?? 0
    click(first)
    let selected = practice.desk.selected.map { "C26-00000\($0.value)" } ?? "none"
    #expect(rows[first].contains(selected))
  }

  @Test func `sorted by a column there are no headings, and the notice says how to have them`() {
    var practice = PracticeDesk.sample(200, 50)
    practice.press("2:sort who<enter>:group<enter>")
    #expect(practice.screen().contains(":sort due brings that back"))
  }
}

@Suite struct `The line between panes` {
  /// Presses the button at one place and lets it go at another.
  private static func drag(_ practice: inout PracticeDesk, from: TextCanvas.Point, to: TextCanvas.Point) {
    practice.send(.keys([.mouse(MouseEvent(kind: .press(button: 0), point: from))]))
    practice.send(.keys([.mouse(MouseEvent(kind: .release(button: 0), point: to))]))
  }

  @Test func `is moved by pressing on it and letting go elsewhere, and stays there`() {
    var practice = PracticeDesk.sample(160, 50)
    practice.press("2")
    func corner() -> Int { Array(practice.row(0)).lastIndex(of: "┌") ?? 0 }
    let before = corner()
    Self.drag(
      &practice, from: TextCanvas.Point(column: before, row: 20),
      to: TextCanvas.Point(column: before + 16, row: 20))
    #expect(abs(corner() - before - 16) <= 1)
    #expect(practice.settings.splits.across != nil)
    let height = practice.screen().split(separator: "\n").firstIndex { $0.contains("Timeline") } ?? 0
    Self.drag(
      &practice, from: TextCanvas.Point(column: corner() + 9, row: height),
      to: TextCanvas.Point(column: corner() + 9, row: height - 8))
    let now = practice.screen().split(separator: "\n").firstIndex { $0.contains("Timeline") } ?? 0
    #expect(abs(height - 8 - now) <= 1)
  }

  @Test func `a press elsewhere moves nothing, nor does a release in a sheet`() {
    var practice = PracticeDesk.sample(160, 50)
    practice.press("2")
    Self.drag(&practice, from: TextCanvas.Point(column: 5, row: 9), to: TextCanvas.Point(column: 60, row: 9))
    let edge = Array(practice.row(0)).lastIndex(of: "┌") ?? 0
    practice.send(
      .keys([.mouse(MouseEvent(kind: .press(button: 0), point: TextCanvas.Point(column: edge, row: 9)))]))
    practice.press("o")
    practice.send(
      .keys([.mouse(MouseEvent(kind: .release(button: 0), point: TextCanvas.Point(column: 40, row: 9)))]))
    #expect(practice.settings.splits == PaneSplits())
  }
}
