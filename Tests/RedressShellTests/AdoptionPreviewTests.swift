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

  @Test(arguments: [("y\n", true), ("Yes\n", true), ("n\n", false), ("\n", false), ("", false)])
  func `on a terminal the preview comes first, and nothing is written without a yes`(
    _ typed: String, _ adopted: Bool
  ) {
    let shell = association()
    open(shell, "2026-11-20")
    let lines = shell.run("verify").out
    shell.onTerminal = true
    let answer = shell.run("calendar", "add", "2026-11-27", "Closed", input: typed)
    #expect(answer.status == 0)
    #expect(answer.lines.first?.hasPrefix("C26-000001  stage1.respond") == true)
    let asked = "adopt 2026-11-27 Closed? 3 open dates would move. y/N "
    #expect(answer.out.contains(asked))
    #expect(
      answer.out.hasSuffix(
        asked
          + (adopted
            ? "2026-11-27 Closed is adopted; 3 open dates moved\n"
            : "2026-11-27 Closed is not adopted; 3 open dates would move\n")))
    shell.onTerminal = false
    #expect(shell.run("calendar", "list").out.contains("Closed") == adopted)
    #expect((shell.run("verify").out == lines) == !adopted)
  }

  @Test func `a preview overtaken by another adoption is not written over it`() {
    let shell = association()
    shell.onTerminal = true
    shell.meanwhile = { [unowned shell] in
      shell.meanwhile = nil
      shell.onTerminal = false
      #expect(shell.run("calendar", "add", "2026-12-03", "Flood").status == 0)
    }
    let answer = shell.run("calendar", "add", "2026-11-27", "Closed", input: "y\n")
    #expect(answer.status == 1)
    #expect(
      answer.err
        == "redress: other rules were adopted while these were being looked at, and nothing was changed; look again\n"
    )
    let list = shell.run("calendar", "list").out
    #expect(list.contains("Flood") && !list.contains("Closed"))
  }

  @Test func `with objects asked for, the question goes to standard error`() {
    let shell = association()
    shell.onTerminal = true
    let answer = shell.run("profile", "adopt", "medway-2022", "--json", input: "y\n")
    #expect(answer.lines.count == 1)
    #expect(answer.lines[0].contains("\"adopted\":true,\"moved\":0"))
    #expect(answer.err.hasPrefix("adopt medway-2022 of 2022-09 "))
    #expect(answer.err.hasSuffix("? no open date would move. y/N "))
  }

  @Test(arguments: [
    ["profile", "adopt", "medway-2022"], ["calendar", "add", "2026-11-27", "Closed"],
    ["calendar", "remove", "2026-12-25"],
  ])
  func `a dry run is refused to whoever may not adopt, in the same words, and shows no case`(
    _ command: [String]
  ) {
    let shell = association()
    open(shell, "2026-11-20")
    let real = shell.run(command + ["--as", "amira"])
    let dry = shell.run(command + ["--dry-run", "--as", "amira"])
    #expect(real.status == 1)
    #expect(real == dry)
    #expect(real.out.isEmpty)
    #expect(real.err.hasPrefix("redress: cannot adopt "))
    #expect(real.err.contains("it takes an administrator"))
    #expect(shell.run("calendar", "list").status == 0)
  }

  @Test func `a dry run never writes, on a terminal or off it, whatever is typed`() {
    for onTerminal in [false, true] {
      let shell = association()
      let before = shell.run("verify").out
      shell.onTerminal = onTerminal
      let dry = shell.run("profile", "adopt", "medway-2022", "--dry-run", input: "y\n")
      #expect(dry.lines.last?.hasSuffix(" is not adopted; no open date would move") == true)
      #expect(!dry.out.contains("y/N"))
      #expect(shell.run("verify").out == before)
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
