import TextCanvas
import Testing

private func at(_ column: Int, _ row: Int) -> Point { Point(column: column, row: row) }

@Suite struct `A grid of cells` {
  @Test func `holds text by columns, wide characters in two cells`() {
    var grid = TextGrid(columns: 8, rows: 1)
    #expect(grid.put("a漢e\u{301}", at: at(1, 0)) == 4)
    #expect(grid.plainRows == [" a漢é"])
    #expect(grid[at(2, 0)]?.width == 2)
    #expect(grid[at(3, 0)]?.width == 0)
    #expect(grid[at(4, 0)]?.text == "e\u{301}")
  }

  @Test func `never splits a wide character at an edge or a limit`() {
    var grid = TextGrid(columns: 4, rows: 3)
    #expect(grid.put("abc漢", at: at(0, 0)) == 4)
    #expect(grid.put("a漢漢", at: at(0, 1), limit: 4) == 4)
    #expect(grid.put("漢b", at: at(-1, 2)) == 3)
    #expect(grid.plainRows == ["abc", "a漢", " b"])
  }

  @Test func `blanks the other half of a wide character that is drawn over`() {
    var grid = TextGrid(columns: 6, rows: 2)
    grid.put("漢字漢", at: at(0, 0))
    grid.put("x", at: at(1, 0))
    grid.put("y", at: at(2, 0))
    #expect(grid.plainRows[0] == " xy 漢")
    grid.put("漢字漢", at: at(0, 1))
    grid.put("太郎", at: at(1, 1))
    #expect(grid.plainRows[1] == " 太郎")
    #expect(grid.cells.allSatisfy { $0.width <= 2 })
  }

  @Test func `cuts off in silence whatever lies outside`() {
    var grid = TextGrid(columns: 3, rows: 2)
    for row in -2...3 {
      for column in -5...5 { grid.put("漢a漢b", at: at(column, row), limit: 3) }
    }
    grid.fill(Rect(column: -5, row: -5, columns: 100, rows: 100), "x")
    grid.box(Rect(column: -1, row: -1, columns: 9, rows: 9), title: "漢字")
    grid.mark(Rect(column: 2, row: 1, columns: 9, rows: 9), role: .selection)
    #expect(grid.plainRows == ["xxx", "xxx"])
    #expect(grid[at(3, 0)] == nil)
    #expect(grid.row(7).isEmpty)
  }

  @Test func `frames a pane with its title, also in plain ASCII`() {
    var grid = TextGrid(columns: 16, rows: 5)
    grid.box(grid.bounds, title: "Queue ─ mine", focused: true)
    grid.divider(row: 2, in: grid.bounds, title: "Timeline of it all", lines: .lines)
    #expect(
      grid.plainText == """
        ┌ Queue ─ mine ┐
        │              │
        ├ Timeline of… ┤
        │              │
        └──────────────┘

        """)
    #expect(grid.rolePlane[0] == "BTTTTTTTTTTTTTTB")
    var ascii = TextGrid(columns: 12, rows: 3)
    ascii.box(ascii.bounds, title: "Letters", lines: .ascii)
    #expect(ascii.plainRows == ["+ Letters -+", "|          |", "+----------+"])
  }

  @Test func `keeps its words when a row is marked as selected`() {
    var grid = TextGrid(columns: 10, rows: 2)
    grid.put([TextSpan("!! ", .overdue), TextSpan("C26-42")], at: at(0, 0))
    grid.put("met", at: at(0, 1), role: .met)
    grid.mark(Rect(column: 0, row: 0, columns: 10, rows: 1), role: .selection)
    #expect(grid.plainRows == ["!! C26-42", "met"])
    #expect(grid.rolePlane == ["SSSSSSSSSS", "ggg"])
  }

  @Test func `draws a pane of its own size into a screen, with its cursor`() {
    var pane = TextGrid(columns: 4, rows: 2)
    pane.put("漢字", at: at(0, 0))
    pane.put("abcd", at: at(0, 1))
    pane.cursor = at(2, 1)
    var grid = TextGrid(columns: 7, rows: 3)
    grid.draw(pane, at: at(2, 1))
    #expect(grid.plainRows == ["", "  漢字", "  abcd"])
    #expect(grid.cursor == at(4, 2))
    var narrow = TextGrid(columns: 3, rows: 1)
    narrow.draw(pane, at: at(0, 0))
    #expect(narrow.plainRows == ["漢"])
    narrow.draw(pane, at: at(-1, 0))
    #expect(narrow.plainRows == [" 字"])
  }

  @Test func `stays whole under any drawing`() {
    var generator = SeededGenerator(state: 11)
    let texts = ["漢字太郎", "abc", "e\u{301}", "👩🏽‍🚒x", "Ŵ漢", "\u{1B}[2J"]
    for _ in 0..<300 {
      var grid = TextGrid(
        columns: Int.random(in: 0...9, using: &generator), rows: Int.random(in: 0...4, using: &generator))
      for _ in 0..<30 {
        let place = at(Int.random(in: -3...10, using: &generator), Int.random(in: -1...5, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: grid.fill(Rect(column: place.column, row: place.row, columns: 3, rows: 2))
        case 1: grid.mark(Rect(column: place.column, row: place.row, columns: 3, rows: 2), role: .met)
        case 2:
          var other = TextGrid(columns: 5, rows: 2)
          other.put("a漢漢", at: at(0, 1))
          grid.draw(other, at: place)
        default:
          grid.put(
            texts[Int.random(in: 0..<texts.count, using: &generator)], at: place,
            limit: Int.random(in: 0...6, using: &generator))
        }
      }
      for row in 0..<grid.size.rows {
        let widths = grid.row(row).map(\.width)
        #expect(widths.reduce(0) { $0 + Int($1) } == grid.size.columns)
        for (index, width) in widths.enumerated() where width == 2 { #expect(widths[index + 1] == 0) }
      }
    }
  }
}
