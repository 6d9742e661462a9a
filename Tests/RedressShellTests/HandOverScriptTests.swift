import Testing

@Suite struct `Work handed over` {
  private func office() -> PracticeShell {
    let shell = PracticeShell()
    for name in ["amira", "amira", "okafor"] {
      shell.openComplaint()
      let number = String(shell.run("list", "--json").lines.count)
      shell.run("act", number, "assign", "to=" + name)
    }
    return shell
  }

  @Test func `all open work of one person goes to a colleague, told case by case`() {
    let shell = office()
    let preview = shell.run("hand-over", "amira", "okafor", "--dry-run")
    #expect(preview.lines == ["C26-000001  would go to okafor", "C26-000002  would go to okafor"])
    #expect(shell.run("list", "who:amira").lines.count == 2)
    let done = shell.run("hand-over", "amira", "okafor")
    #expect(done.status == 0)
    #expect(done.lines.count == 2)
    #expect(shell.run("list", "who:okafor", "--json").lines.count == 3)
    #expect(shell.run("hand-over", "amira", "okafor").err.contains("open work of amira"))
  }

  @Test func `a promise, a call-back and a lesson in somebody else's case go over, told piece by piece`() {
    let shell = office()
    shell.run("act", "3", "promise", "text=new tap", "due=2026-12-01", "owner=amira")
    shell.run("act", "3", "callback", "day=2026-11-30", "owner=amira")
    shell.run("act", "3", "learn", "text=ring first", "owner=amira")
    let preview = shell.run("hand-over", "amira", "okafor", "--dry-run")
    #expect(
      preview.lines.dropFirst(2) == [
        "C26-000003  promise 1: new tap would go to okafor",
        "C26-000003  callback 1: 2026-11-30 would go to okafor",
        "C26-000003  lesson 1: ring first would go to okafor",
      ])
    let done = shell.run("hand-over", "amira", "okafor")
    #expect(done.status == 0)
    #expect(done.lines.count == 5)
    #expect(shell.run("hand-over", "amira", "okafor").err.contains("open work of amira"))
    #expect(shell.run("show", "3", "--json").out.contains(#""owner":"okafor""#))
  }

  @Test func `a case its new handler may not have stays, with the reason`() {
    let shell = office()
    shell.run("act", "1", "involved", "how=complained-about", "who=okafor")
    let done = shell.run("hand-over", "amira", "okafor")
    #expect(done.status == 1)
    #expect(done.lines.first == "C26-000001  ✗ okafor is complained about")
    #expect(done.lines.last?.hasPrefix("C26-000002  to okafor") == true)
  }
}

@Suite struct `Conduct of staff on the command line` {
  @Test func `its details are read by senior roles and nobody else (medway-2022 5.10.16)`() {
    let shell = PracticeShell()
    shell.openComplaint()
    #expect(shell.run("act", "1", "conduct", "disciplinary=yes", "text=Shouted at the door").status == 0)
    #expect(shell.run("timeline", "1").out.contains("conduct of staff noted (sensitive)"))
    for words in [["timeline", "1"], ["show", "1"], ["show", "1", "--json"], ["history", "1", "text"]] {
      #expect(!shell.run(words + ["--as", "patel"]).out.contains("Shouted"))
    }
    #expect(shell.run("history", "1", "text").out.contains("Shouted"))
  }
}
