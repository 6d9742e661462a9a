import Testing

@testable import RedressShell

/// Every role at every door by which a case can be read.
@Suite struct ReadingRightsTests {
  /// Two complaints at stage two of the association: rita sits on the panel of the first.
  private func shell() -> PracticeShell {
    let shell = PracticeShell(founded: false)
    shell.run(
      "init", "--landlord", "N", "--nation", "england-and-wales", "--profile", "association-ho-pmo",
      "--practice")
    for (name, role) in Reader.staff { shell.run("staff", name, "roles=" + role, "name=" + name) }
    for (person, home, said) in [
      ("Mrs Siân Hussain", "14 Rochdale Rd", "Siân Hussain of 14 Rochdale Rd has damp; ring 0161 555 0101"),
      ("Mr Bo Jones", "3 Moss Street", "The lift is broken again"),
    ] {
      shell.run(
        "intake",
        input: """
          {"channel":"phone","received":"2026-11-02","narrative":"\(said)",\
          "person":{"name":"\(person)","phone":"0161 555 0101","needs":["large print"]},\
          "property":{"address":"\(home)","postcode":"M9 1AA"},"answers":{"reported-before":true}}
          """)
    }
    shell.now = "2026-11-03T09:00:00Z"
    for number in ["1", "2"] { escalated(number, shell) }
    shell.run(
      "act", "1", "panel", "wished=yes", "members=ravi;rita", "conflict=asked both", "--as", "ravi")
    return shell
  }

  private func escalated(_ number: String, _ shell: PracticeShell) {
    let steps: [[String]] = [
      ["acknowledge", "definition=Damp", "override=by telephone"],
      ["point", "text=Damp"],
      ["decide", "point=1", "decision=upheld", "reasons=late", "basis=none", "--as", "ines"],
      ["respond", "channel=letter", "override=by telephone", "--as", "ines"], ["escalate"],
    ]
    for step in steps {
      let by = step.contains("--as") ? [] : ["--as", "hana"]
      _ = shell.run(["act", number] + step + by)
    }
  }

  enum Reader: String, CaseIterable {
    case hana, ines, ravi, dina, sam, ade, rita, mo

    static let staff = [
      ("hana", "handler"), ("ines", "investigator"), ("ravi", "reviewer"), ("dina", "director"),
      ("sam", "supervisor"), ("ade", "administrator"), ("rita", "resident-reviewer"), ("mo", "scrutiny"),
    ]

    /// Which of the two cases the role reads.
    var reads: Set<Int> {
      switch self {
      case .hana, .ines, .ravi, .dina, .sam, .ade: [1, 2]
      case .rita: [1]
      case .mo: []
      }
    }
  }

  static let doors: [[String]] = [
    ["show"], ["show", "--json"], ["timeline"], ["timeline", "--json"], ["why"], ["history", "narrative"],
    ["list"], ["list", "--json"], ["find"], ["report"],
  ]

  /// What the program is asked at that door about that case.
  private func command(_ door: [String], _ number: Int) -> [String] {
    switch door[0] {
    case "list": door
    case "report": ["report", "today"]
    case "history": ["history", "\(number)", "narrative"]
    case let word: [word, "\(number)"] + door.dropFirst()
    }
  }

  @Test(arguments: doors)
  func `each role reads the cases it may at this door, and a resident only without names`(_ door: [String]) {
    let shell = shell()
    for reader in Reader.allCases {
      for number in [1, 2] {
        let answer = shell.run(command(door, number) + ["--as", reader.rawValue])
        let told = answer.out.contains(number == 1 ? "C26-000001" : "C26-000002")
        let named = answer.out.contains("Hussain") || answer.out.contains("Rochdale")
        let reads = reader.reads.contains(number)
        switch door[0] {
        case "list", "find", "report":
          #expect(told == reads, "\(reader) at \(door): \(answer.out)")
        case _:
          #expect((answer.status == 0) == reads, "\(reader) at \(door): \(answer.out)\(answer.err)")
          if !reads { #expect(answer.out.isEmpty) }
        }
        if reader.reads != [1, 2] {
          #expect(!named && !answer.out.contains("555 0101"), "\(reader) at \(door): \(answer.out)")
        } else if number == 1, door[0] == "show" {
          #expect(named)
        }
      }
    }
  }

  @Test func `a refusal to read says why and who could`() {
    let shell = shell()
    let rita = shell.run("show", "2", "--as", "rita")
    #expect(rita.status == 1)
    #expect(
      rita.err
        == "redress: cannot show C26-000002: a resident who reviews reads only the case on whose panel they "
        + "sit; have the panel of that case name you (a handler or a supervisor: asmith, hana, ines and 3 more "
        + "could)\n")
    let mo = shell.run("act", "1", "note", "text=x", "--json", "--as", "mo")
    #expect(mo.status == 1)
    #expect(mo.out.contains(#""who":"a handler or a supervisor: "#), "\(mo.out)")
    #expect(mo.out.contains("scrutiny reads figures and samples, no case"))
  }

  @Test(arguments: ["mo", "rita"])
  func `no letter is read by scrutiny, nor by a resident on the panel of its case`(_ reader: String) {
    let shell = shell()
    for command in [
      ["letter", "1", "response"], ["letter", "1", "response", "--draft"],
      ["letter", "1", "update", "--json"],
      ["outbox", "list"], ["outbox", "list", "--json"], ["outbox", "take", "--to", shell.data + "/post"],
    ] {
      let answer = shell.run(command + ["--as", reader])
      #expect(answer.status == 1, "\(reader): \(command): \(answer.out)")
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains("could)"), "\(answer.err)")
    }
    #expect(shell.run("letter", "1", "response", "--as", "hana").out.contains("Siân Hussain"))
    shell.now = "2026-11-03T09:05:00Z"
    #expect(shell.run("outbox", "list", "--as", "hana").out.contains("C26-000001"))
    #expect(!fileExists(shell.data + "/post"))
  }

  @Test func `somebody who follows the journal sees the lines of the cases they may read, and no names`() {
    let shell = shell()
    for reader in Reader.allCases {
      let answer = shell.follow(as: reader.rawValue) {
        for number in ["1", "2"] {
          shell.run("act", number, "note", "text=Rang Siân Hussain of 14 Rochdale Rd", "--as", "hana")
        }
      }
      #expect(answer.status == 0, "\(reader): \(answer.err)")
      for number in [1, 2] {
        let told = answer.out.contains("C26-00000\(number)")
        #expect(told == reader.reads.contains(number), "\(reader): \(answer.out)")
      }
      let named = answer.out.contains("Hussain") || answer.out.contains("Rochdale")
      #expect(named == (reader.reads == [1, 2]), "\(reader): \(answer.out)")
    }
    shell.run("act", "2", "sensitive", "part=case", "roles=director", "reason=a councillor", "--as", "sam")
    for (reader, sees) in [("hana", false), ("dina", true)] {
      let answer = shell.follow(as: reader) {
        shell.run("act", "2", "sign-off", "text=Signed", "--as", "dina")
      }
      #expect(answer.out.contains("C26-000002") == sees, "\(reader): \(answer.out)")
    }
  }

  @Test func `a name cannot be tried out by somebody who is not to know who complained`() {
    let shell = shell()
    #expect(shell.run("find", "hussain", "--as", "hana").status == 0)
    #expect(shell.run("find", "hussain", "--as", "rita").status == 1)
    #expect(shell.run("list", "hussain", "--as", "rita").out.isEmpty)
    #expect(shell.run("list", "--as", "rita").out.contains("C26-000001"))
  }

  @Test func `a resident on the panel records their view and nothing else (association-ho-pmo, Stage two)`() {
    let shell = shell()
    shell.run("act", "1", "acknowledge", "definition=Damp", "override=by telephone", "--as", "hana")
    let view = shell.run("act", "1", "view", "text=Visits were missed", "agrees=yes", "--as", "rita")
    #expect(view.status == 0, "\(view.err)")
    #expect(shell.run("act", "2", "view", "text=x", "--as", "rita").status == 1)
    #expect(shell.run("act", "1", "note", "text=x", "--as", "rita").status == 1)
  }

  @Test
  func `a member reads nothing until training and confidentiality are on record (manchester-2022, the HAB)`()
  {
    let shell = PracticeShell()
    shell.run("staff", "mo", "roles=scrutiny", "name=Mo")
    let refused = shell.run("report", "today", "--as", "mo")
    #expect(refused.status == 1)
    #expect(
      refused.err
        == "redress: cannot open the journal: training and the confidentiality agreement are not on record, "
        + "and before that a member reads nothing (manchester-2022, The role of the Housing Advisory Board, "
        + "last paragraph); record trained=DATE and confidential=DATE with staff "
        + "(an administrator: asmith could)\n")
    shell.run("staff", "mo", "trained=2026-11-02")
    #expect(shell.run("staff", "--as", "mo").err.contains("the confidentiality agreement is not on record"))
    shell.run("staff", "mo", "confidential=2026-12-24")
    #expect(shell.run("report", "today", "--as", "mo").status == 1)
    shell.run("staff", "mo", "confidential=2026-11-03")
    #expect(shell.run("report", "today", "--as", "mo").status == 0)
    #expect(shell.run("staff", "mo", "--json").out.contains(#""trained":"2026-11-02""#))
  }
}
