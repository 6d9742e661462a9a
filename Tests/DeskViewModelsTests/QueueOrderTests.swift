import Complaints
import DeskViewModels
import Testing

@Suite struct `The queue in an order of one's own` {
  private func references(_ practice: PracticeDesk) -> [String] {
    practice.screen().split(separator: "\n").compactMap { line in
      // A row of the list has its reference behind the marks; the case pane names one too.
      let place = line.dropFirst(5)
      return place.hasPrefix("C26-") ? String(place.prefix(10)) : nil
    }
  }

  @Test(arguments: QueueColumn.allCases)
  func `every column sorts, turns round, and says so above the queue`(_ column: QueueColumn) {
    var practice = PracticeDesk.sample(120, 24)
    practice.press("2:sort \(column.rawValue)<enter>")
    let up = references(practice)
    practice.press(":sort \(column.rawValue)<enter>")
    let title = column == .due ? "due ▲" : column.rawValue + " ▼"
    #expect(practice.row(0).contains(title))
    #expect(Set(references(practice)) == Set(up))
    #expect(practice.effects.contains { if case .keepSettings = $0 { true } else { false } })
  }

  @Test func `by person the names stand in alphabetical order, accents folded`() {
    var practice = PracticeDesk.sample(200, 50)
    practice.press("2:sort person<enter>")
    let names = ["Amina", "Siân", "Tom", "Zofia"]
    let rows = practice.screen().split(separator: "\n").map(String.init)
    let places = names.map { name in rows.firstIndex { $0.contains("C26-") && $0.contains(name) } ?? -1 }
    #expect(places == places.sorted() && !places.contains(-1))
    #expect(rows[1].contains("person▲"))
  }

  @Test func `rows that are equal in the column stay in the order of urgency`() {
    var practice = PracticeDesk.sample(80, 24)
    practice.press("2")
    let urgent = references(practice).prefix(5)
    practice.press(":sort stage<enter>")
    let first = references(practice).prefix(5)
    let stageOne = { (rows: ArraySlice<String>) in rows.filter { ["C26-000001", "C26-000002"].contains($0) } }
    #expect(stageOne(first) == stageOne(urgent))
  }

  @Test func `the order stays through views, filter and a colleague's step, and is there again next time`()
    throws
  {
    var practice = PracticeDesk.sample(80, 24)
    practice.settings.sort = QueueSort("ref descending")
    practice.press("12")
    practice.desk = Desk()
    practice.open()
    practice.press("2")
    #expect(references(practice).first == "C26-000006")
    try practice.elsewhere(.note(text: "seen"), on: 2, by: "sam")
    #expect(references(practice).first == "C26-000006")
    practice.press("/kitchen")
    #expect(references(practice).first == "C26-000001")
  }

  @Test func `a column nobody knows is refused with those there are`() {
    var practice = PracticeDesk.sample()
    practice.press(":sort colour<enter>")
    #expect(practice.screen().contains("There is no such column; there are due, ref, stage"))
  }
}

@Suite struct `Views of one's own` {
  @Test func `the view and the filter are kept as one query under a name, and shown again by it`() {
    var practice = PracticeDesk.sample()
    practice.press("1/kitchen<enter>:save-view leaks<enter>")
    #expect(practice.screen().contains("leaks is kept as: who:me kitchen"))
    #expect(practice.row(0).contains("Queue ─ leaks ─ 1"))
    #expect(practice.settings.views == [SavedView(name: "leaks", query: "who:me kitchen")])
    practice.press("2")
    #expect(practice.row(0).contains("My team"))
    practice.press(":show-view leaks<enter>")
    #expect(practice.row(0).contains("leaks ─ 1"))
  }

  @Test func `it stands in the list of views behind those of the desk, which tell their keys and counts`() {
    var practice = PracticeDesk.sample()
    practice.settings.views = [SavedView(name: "leaks", query: "kitchen")]
    practice.press("V")
    let screen = practice.screen()
    #expect(screen.contains("1   My cases                  3 cases"))
    #expect(screen.contains("leaks                     kitchen"))
    practice.press("<up>")
    for _ in 0..<14 { practice.press("j") }
    practice.press("<enter>")
    #expect(practice.row(0).contains("leaks ─ 1"))
  }

  @Test func `a query that can no longer be read says so in the place of rows`() {
    var practice = PracticeDesk.sample()
    practice.settings.views = [SavedView(name: "old", query: "colour:red")]
    practice.press(":show-view old<enter>")
    #expect(practice.screen().contains("old cannot be read: no field \"colour\""))
    #expect(practice.row(0).contains("old ─ 0"))
  }

  @Test func `a view is dropped by name, and a bad name is refused`() {
    var practice = PracticeDesk.sample()
    practice.settings.views = [SavedView(name: "leaks", query: "kitchen")]
    practice.press(":forget-view leaks<enter>")
    #expect(practice.settings.views.isEmpty)
    practice.press("/kitchen<enter>:save-view note<enter>")
    #expect(practice.screen().contains("note is a command already"))
    practice.press(":save-view a/b<enter>")
    #expect(practice.screen().contains("cannot name a view"))
  }
}

@Suite struct `Completion in the filter` {
  @Test func `Tab puts a field's name and then its values, one after another and back`() {
    var practice = PracticeDesk.sample()
    practice.press("2/owe<tab>")
    #expect(practice.screen().contains("/ owes:"))
    practice.press("le<tab>")
    #expect(practice.screen().contains("/ owes:letter "))
    practice.press("<tab>")
    #expect(practice.screen().contains("/ owes:learning "))
    practice.press("<shift-tab>")
    #expect(practice.screen().contains("/ owes:letter "))
  }

  @Test func `the foot shows what could stand there while one types`() {
    var practice = PracticeDesk.sample()
    practice.press("2/due:")
    #expect(practice.row(23).contains("Tab due:today  due:overdue"))
  }

  @Test func `what stands before a comma or a minus is kept`() {
    var practice = PracticeDesk.sample()
    practice.press("2/-state:closed,ref<tab>")
    #expect(practice.screen().contains("/ -state:closed,refused "))
  }

  @Test func `every value offered can be read`() throws {
    let practice = PracticeDesk.sample()
    let context = practice.reader.queryContext
    for field in Query.fields {
      for value in Query.values(of: field, context) {
        _ = try Query(field + ":" + value, context: context)
      }
    }
    #expect(Query.values(of: "owes", context).contains("restriction"))
  }
}

@Suite struct `A filter half typed` {
  @Test func `keeps the terms before it, and calls only what cannot become anything a mistake`() {
    var practice = PracticeDesk.sample()
    practice.press("2/kitchen owes:")
    #expect(practice.row(0).contains("─ 1 match"))
    #expect(!practice.screen().contains("cannot be"))
    practice.press("nothing")
    #expect(practice.row(0).contains("─ 1 match"))
    #expect(practice.screen().contains("owes cannot be \"nothing\""))
  }
}
