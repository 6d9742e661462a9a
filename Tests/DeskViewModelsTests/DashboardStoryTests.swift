import Complaints
import DeskViewModels
import TextCanvas
import Testing

/// The dashboard: figures that open their cases, and keep up with the record.
@Suite struct DashboardStoryTests {
  @Test(arguments: goldenSizes) func `the figures of all open work`(_ columns: Int, _ rows: Int) throws {
    var practice = PracticeDesk.sample(columns, rows, as: "sam")
    practice.press("D")
    try expectGolden(practice, "dashboard")
  }

  /// The number that stands behind a title on the screen.
  private func figure(_ title: String, _ practice: PracticeDesk) -> Int? {
    for line in practice.screen().split(separator: "\n") {
      guard let at = line.firstRange(of: title) else { continue }
      return line[at.upperBound...].split(separator: " ").first.flatMap { Int($0) }
    }
    return nil
  }

  /// The number of cases in the queue's title.
  private func listed(_ practice: PracticeDesk) -> Int? {
    let title = practice.screen().split(separator: "\n").first { $0.contains("Queue ─") } ?? ""
    return title.split(separator: "─").compactMap { Int($0.split(separator: " ").joined()) }.last
  }

  @Test(arguments: 0..<17) func `Enter on a figure lists as many cases as it says`(_ place: Int) throws {
    var practice = PracticeDesk.sample(120, 40, as: "sam")
    practice.press("Dg" + String(repeating: "j", count: place))
    let line = try #require(practice.screen().split(separator: "\n").first { $0.contains("›") })
    let words = line.drop { $0 != "›" }.prefix { $0 != "│" }.replacing("!", with: " ")
    let count = try #require(words.prefix(40).split(separator: " ").compactMap { Int($0) }.last)
    practice.press("<enter>")
    #expect(practice.screen().contains("Queue ─"))
    #expect(listed(practice) == count, "\(words)")
  }

  @Test func `a day of the ten opens what falls due on it`() {
    var practice = PracticeDesk.sample(120, 40, as: "sam")
    practice.press("D<tab><tab><enter>")
    #expect(practice.screen().contains("Queue ─ Due Monday 23 November ─"))
  }

  @Test func `a case of a list opens, and D comes back to where one was`() {
    var practice = PracticeDesk.sample(80, 24, as: "sam")
    practice.press("DG")
    let line = practice.screen().split(separator: "\n").first { $0.contains("›") } ?? ""
    practice.press("<enter>")
    #expect(!practice.screen().contains("Dashboard ─"))
    practice.press("D")
    #expect(practice.screen().contains(line))
    practice.press("<esc>")
    #expect(!practice.screen().contains("Dashboard ─"))
  }

  @Test func `figures follow what colleagues record while one looks`() {
    var practice = PracticeDesk.sample(120, 40, as: "sam")
    practice.press("D")
    let before = figure("Unassigned", practice) ?? -1
    let number = UInt32(practice.register.rows.count + 1)
    practice.contact("Water through the light", from: "Ann Lee", on: "2026-11-20", kind: .complaint)
    practice.send(.journalGrew(touched: [CaseNumber(value: number)]))
    #expect(figure("Unassigned", practice) == before + 1)
  }

  @Test func `a member of scrutiny sees figures and neither cases nor places`() {
    var practice = PracticeDesk.sample(120, 40, as: "mo")
    practice.list("mo", "Mo Khan", [.scrutiny], team: "")
    practice.press("D")
    let shown = practice.screen()
    #expect((figure("Open", practice) ?? 0) > 0)
    #expect(!shown.contains("C26-") && !shown.contains("Heard nothing"))
    practice.press("<enter>")
    #expect(practice.screen().contains("scrutiny reads figures and samples, no case"))
  }

  @Test func `a resident on a panel is told why there are no figures`() {
    var practice = PracticeDesk.sample(120, 40, as: "rita")
    practice.list("rita", "Rita Shah", [.residentReviewer], team: "")
    practice.press("D")
    #expect(!practice.screen().contains("Dashboard ─"))
    #expect(practice.screen().contains("Cannot show the dashboard"))
  }
}
