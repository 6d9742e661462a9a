import TextCanvas
import Testing

@Suite struct `A golden screen` {
  @Test func `that is as expected says nothing, trailing blanks aside`() {
    var grid = TextGrid(columns: 12, rows: 3)
    grid.put("Queue ─ 漢", at: Point(column: 0, row: 0), role: .title)
    expectScreen(
      grid,
      """
      Queue ─ 漢  


      """)
    expectRoles(grid, "tttttttttt")
    #expect(rowDifferences(["a", "", ""], "a") == [])
  }

  @Test func `that differs shows the row and marks the column, wide characters counted`() {
    #expect(
      rowDifferences(["same", "漢字 met"], "same\n漢字 late")
        == ["row 2", "  expected 漢字 late", "  shown    漢字 met", "                ^"])
    #expect(
      rowDifferences(["same"], "same\nmore")
        == ["row 2", "  expected more", "  shown    no such row", "           ^"])
  }
}
