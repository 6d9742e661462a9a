import SettingsFiles
import Testing

@Suite struct `What an adoption would move is told whole` {
  /// A practice journal of the association, whose window for stage two is in working days.
  func association() -> PracticeShell {
    let shell = PracticeShell(founded: false)
    shell.now = "2026-11-20T10:00:00Z"
    _ = shell.run(
      "init", "--landlord", "Northern Homes", "--nation", "england-and-wales", "--profile",
      "association-ho-pmo", "--practice")
    _ = shell.run("staff", "amira", "name=Amira Hussain", "roles=investigator,reviewer")
    _ = shell.run("staff", "okafor", "name=Chidi Okafor", "roles=reviewer")
    return shell
  }

  func open(_ shell: PracticeShell, _ received: String) {
    _ = shell.run(
      "intake",
      input:
        "{\"channel\":\"phone\",\"received\":\"\(received)\",\"narrative\":\"Lift\",\"kind\":\"complaint\"}\n"
    )
  }

  /// Answers stage 1 of a case on that day.
  func answer(_ shell: PracticeShell, _ reference: String, on day: String) {
    let steps = [
      ["acknowledge", "definition=Lift", "override=as it is"], ["point", "text=The lift"],
      ["decide", "point=1", "decision=upheld", "reasons=It stood", "basis=none"],
      ["respond", "channel=letter", "override=as it is"],
    ]
    for step in steps {
      let answer = shell.run(["act", reference] + step + ["occurred=\(day)", "--as", "amira"])
      #expect(answer.status == 0, "\(answer.err)")
    }
  }

  func moved(_ shell: PracticeShell, _ day: String) -> [String] {
    shell.run("calendar", "add", day, "Closed", "--dry-run").lines.dropLast().map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func `the window of a closed case, as long as it is open`() {
    let shell = association()
    open(shell, "2026-11-02")
    answer(shell, "1", on: "2026-11-10")
    #expect(shell.run("act", "1", "close", "reason=nothing more owed").status == 0)
    #expect(moved(shell, "2026-12-03") == ["C26-000001 stage2.window landlord 2026-12-08 to 2026-12-09"])
    shell.now = "2026-12-10T10:00:00Z"
    #expect(moved(shell, "2026-12-14") == [])
  }

  @Test func `the hazard of a case at stage two, and of a closed one, beside the letters`() {
    let shell = association()
    open(shell, "2026-11-02")
    answer(shell, "1", on: "2026-11-10")
    open(shell, "2026-11-16")
    for reference in ["1", "2"] {
      let hazard = shell.run(
        "act", reference, "hazard", "what=reported", "kind=damp-mould", "text=Black wall",
        "occurred=2026-11-20")
      #expect(hazard.status == 0, "\(hazard.err)")
    }
    answer(shell, "2", on: "2026-11-20")
    #expect(shell.run("act", "2", "close", "reason=nothing more owed").status == 0)
    #expect(shell.run("act", "1", "escalate").status == 0)
    #expect(
      moved(shell, "2026-11-27") == [
        "C26-000001 stage2.respond landlord 2026-12-18 to 2026-12-21",
        "C26-000001 stage2.acknowledge code 2026-11-27 to 2026-11-30",
        "C26-000001 stage2.respond code 2026-12-29 to 2026-12-30",
        "C26-000001 hazard.investigate code 2026-12-04 to 2026-12-07",
        "C26-000002 stage2.window landlord 2026-12-18 to 2026-12-21",
        "C26-000002 hazard.investigate code 2026-12-04 to 2026-12-07",
      ])
    // Each of them is the date `why` gives.
    for reference in ["1", "2"] {
      #expect(shell.run("why", reference, "hazard.investigate").out.contains("due Fri 4 Dec 2026"))
    }
  }
}
