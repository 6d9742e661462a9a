import Clocks
import DeskViewModels
import TextCanvas
import Testing

@Suite struct `The first screen of all` {
  static func screen() -> SetUpScreen {
    SetUpScreen(
      at: "/srv/redress", by: "anna",
      policies: [
        SetUpScreen.Policy(name: "manchester-2022", title: "MCC Housing Services"),
        SetUpScreen.Policy(name: "code-2024", title: "The Code"),
      ])
  }

  @Test(arguments: goldenSizes) func `says where, by whom, and asks five things`(
    _ columns: Int, _ rows: Int
  ) throws {
    let grid = Self.screen().screen(Size(columns: columns, rows: rows), .standard)
    try expectGolden(grid, "set-up-\(columns)x\(rows)")
    #expect(grid.cursor.map(grid.bounds.contains) == true)
  }

  private func type(_ screen: inout SetUpScreen, _ text: String) {
    _ = screen.press(text.map { KeyEvent.character($0) }, .standard)
  }

  @Test func `the answers found a journal`() {
    var screen = Self.screen()
    type(&screen, "Northern Homes")
    _ = screen.press([.tab, .right, .tab, .tab], .standard)
    type(&screen, "12,400")
    let wish = screen.press([.control("s")], .standard)
    var answers = SetUpAnswers()
    answers.landlord = "Northern Homes"
    answers.nation = Nation.allCases[1]
    answers.profile = "manchester-2022"
    answers.rented = 12_400
    #expect(wish == .found(answers))
  }

  @Test func `a landlord without a name and homes that are no number are asked for again`() {
    var screen = Self.screen()
    #expect(screen.press([.control("s")], .standard) == .stay)
    let size = Size(columns: 80, rows: 24)
    #expect(screen.screen(size, .standard).plainText.contains("Every letter names the landlord"))
    type(&screen, "Northern Homes")
    _ = screen.press([.tab, .tab, .tab], .standard)
    type(&screen, "many")
    #expect(screen.press([.control("s")], .standard) == .stay)
    #expect(screen.screen(size, .standard).plainText.contains("Write a number of homes"))
  }

  @Test func `leaving asks where something was typed`() {
    var screen = Self.screen()
    #expect(screen.press([.escape], .standard) == .leave)
    type(&screen, "N")
    #expect(screen.press([.escape], .standard) == .stay)
    #expect(screen.press([.character("y")], .standard) == .leave)
  }
}
