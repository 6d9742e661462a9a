import Testing

/// What the foot of the desk offers: nobody should have to know a key to find the next one.
@Suite struct `The foot of the desk` {
  private func foot(_ keys: String, columns: Int = 80, rows: Int = 24, as name: String = "patel") -> String {
    var practice = PracticeDesk.sample(columns, rows, as: name)
    practice.press(keys)
    return practice.row(rows - 1)
  }

  @Test func `at eighty columns names what is wanted at any time`() {
    for keys in ["", "2", "l", "2jjj", "2/damp<enter>"] {
      let foot = foot(keys)
      for key in ["? keys", ": ", "n new", "/ filter", "f find", "c contact"] {
        #expect(foot.contains(key), "\(keys): \(foot)")
      }
    }
  }

  @Test func `names the step the case waits for`() {
    #expect(foot("2").contains("r respond"))
    #expect(foot("2j").contains("a ack"))
    #expect(foot(":6<enter>").contains("i triage"))
  }

  @Test func `names the way back from wherever one is`() {
    #expect(foot("l").contains("Esc back"))
    #expect(foot("z").contains("Esc unzoom"))
    #expect(foot("2/damp<enter>").contains("Esc clear filter"))
    #expect(foot("2 ").contains("Esc unmark"))
    #expect(!foot("2").contains("Esc"))
  }

  @Test func `with cases marked names what may be done to all of them`() {
    let foot = foot("2  ")
    for key in ["s assign", "c contact", "o note"] { #expect(foot.contains(key), "\(foot)") }
  }

  @Test func `on the smallest screen still names help, the command line, a new contact and the caller`() {
    let foot = foot("2", columns: 40, rows: 12)
    for key in ["? keys", ": all", "n new", "f find"] { #expect(foot.contains(key), "\(foot)") }
  }
}
