import DeskViewModels
import Testing

/// Nobody has to know a key: whatever can be seen is reached by its name, and found under `?`.
@Suite struct `Every screen` {
  private static let screens: [(name: String, shows: String)] = [
    ("find", "Find"), ("mine", "My cases"), ("team", "My team"), ("unassigned", "Unassigned"),
    ("due-today", "Due today"), ("overdue", "Overdue"), ("silent-longest", "Silent"), ("stage-2", "Stage 2"),
    ("view-ombudsman", "Ombudsman"), ("promises", "Promises"), ("views", "Views"), ("new", "New contact"),
    ("triage", "Decide what the contact is"), ("escalate", "Escalate ─"), ("respond", "The response"),
    ("letters-owed", "Letters"), ("letters", "Letters ─"), ("promise-list", "Promises to keep"),
    ("person", "P00000"), ("dashboard", "Dashboard"), ("forecast", "overdue"), ("why", "Why these dates"),
    ("history", "History"), ("look-back", "as-at"), ("help", "Keys ─"), ("theme", "Theme"),
    ("drafts", "Nothing is begun"),
  ]

  @Test(arguments: screens) func `is reached by its name`(_ screen: (name: String, shows: String)) {
    let (name, shows) = screen
    var practice = PracticeDesk.sample(120, 40, as: "okafor")
    practice.press(name == "triage" ? ":6<enter>" : ":1<enter>")
    practice.press(":" + name + "<enter>")
    #expect(practice.screen().lowercased().contains(shows.lowercased()))
  }

  @Test(arguments: screens) func `stands under the question mark`(_ screen: (name: String, shows: String)) {
    var practice = PracticeDesk.sample(120, 40)
    practice.press("?" + screen.name)
    #expect(!practice.screen().contains("Nothing about that."))
  }
}
