import Testing

@Suite struct `Casework from the command line` {
  @Test func `a contact becomes a complaint with the clause that led to it`() {
    let shell = PracticeShell()
    let answer = shell.run("intake", "--json", input: PracticeShell.damp + "\n")
    #expect(
      answer.out
        == #"{"case":"C26-000001","kind":"complaint","proposed":"complaint","because":"manchester-2022, What is a request for service?"}"#
        + "\n")
    #expect(answer.status == 0)
  }

  @Test func `a bad line is named and the next ones still go in`() {
    let shell = PracticeShell()
    let answer = shell.run(
      "intake",
      input: """
        {"channel":"fax","received":"2026-11-16","narrative":"x"}
        {"channel":"phone","received":"2026-11-16","narrative":"Lift out."
        {"channel":"phone","received":"2026-11-16","narrative":"Lift out."}
        {"channel":"phone","received":"2026-11-16","narrative":"x","person":{"nmae":"Siân"}}
        {"channel":"phone","received":"2026-11-21","narrative":"x"}

        """)
    #expect(answer.out == "-\n-\nC26-000001\n-\n-\n")
    #expect(answer.status == 1)
    let lines = answer.err.split(separator: "\n")
    #expect(
      lines.first
        == "redress: line 1: channel cannot be \"fax\"; use phone web email letter in-person portal member advisory-board staff survey third-party social sms"
    )
    #expect(lines.dropFirst().first?.hasPrefix("redress: line 2: not JSON at column 67: ") == true)
    #expect(lines.dropFirst(2).first == "redress: line 4: person has no field \"nmae\"; did you mean name?")
    #expect(
      lines.last
        == "redress: line 5: cannot take the contact: 2026-11-21 is in the future; give the time it happened")
  }

  @Test func `a complaint runs from triage to a second answer by somebody else, and every refusal says why`()
  {
    let shell = PracticeShell()
    shell.openComplaint()
    func act(_ by: String, _ words: String...) -> PracticeShell.Answer {
      shell.run(["act", "1"] + words + ["--as", by])
    }
    #expect(
      act("amira", "respond", "channel=letter").err
        == "redress: cannot respond to C26-000001: stage one is not acknowledged yet; acknowledge it first\n")
    #expect(
      act("patel", "assign", "to=amira").err
        == "redress: cannot assign C26-000001 to amira: it takes a supervisor or a reviewer; ask one of them, or an administrator for the role (a supervisor or a reviewer: asmith, amira, okafor could)\n"
    )
    #expect(act("asmith", "assign", "to=amira").out == "C26-000001 assign: recorded as line 11\n")
    #expect(
      act("amira", "contact", "direction=out", "channel=phone", "reached=yes", "text=Rang to say hello")
        .status == 0)
    #expect(
      act(
        "amira", "acknowledge", "definition=Damp, twice reported", "outcome=Repair", "not-ours=Nothing",
        "due=2026-11-30"
      )
      .status == 0)
    #expect(act("amira", "point", "text=Damp not treated").status == 0)
    #expect(act("amira", "point", "text=Letters not answered").status == 0)
    #expect(
      act("amira", "respond", "channel=letter").err
        == "redress: cannot respond to C26-000001: points 1 and 2 are not decided at stage one; decide them first\n"
    )
    for point in ["1", "2"] {
      #expect(
        act(
          "amira", "decide", "point=\(point)", "decision=upheld", "reasons=We did not come", "basis=none",
          "remedy=An apology"
        ).status == 0)
    }
    #expect(act("amira", "respond", "channel=letter", "text=We are sorry").status == 0)
    #expect(act("patel", "escalate").status == 0)
    #expect(act("asmith", "assign", "to=okafor").status == 0)
    let refused = shell.run("act", "1", "acknowledge", "definition=The same", "--as", "nobody", "--json")
    #expect(
      refused.err
        == "redress: cannot open the journal: nobody is not on the staff list; ask an administrator to list them with redress staff (an administrator: asmith could)\n"
    )
    let same = act("amira", "decide", "point=1", "decision=upheld", "reasons=x", "basis=none")
    #expect(same.err.contains("amira answered stage one (") && same.err.contains("; assign someone else"))
    #expect(same.status == 1)
    #expect(shell.run("verify").status == 0)
  }

  @Test func `the value of a field may come from standard input`() {
    let shell = PracticeShell()
    shell.openComplaint()
    #expect(shell.run("act", "1", "note", "text=-", input: "Neighbour rang.\n").status == 0)
    #expect(shell.run("timeline", "1").lines.last?.hasSuffix("asmith  Neighbour rang.") == true)
  }

  @Test func `lines of actions are answered one by one`() {
    let shell = PracticeShell()
    shell.openComplaint()
    let answer = shell.run(
      "act", "-",
      input: """
        {"case":"C26-000001","action":"note","text":"One."}
        {"case":1,"action":"extend","to":"2026-11-01","reason":"x","told":"by phone"}
        {"case":"C26-000009","action":"note","text":"Nobody."}
        not json
        {"case":"C26-000001","action":"point","text":"Damp","occurred":"2026-11-17"}

        """)
    #expect(answer.status == 1)
    #expect(answer.lines.count == 5)
    #expect(
      answer.lines.first
        == #"{"case":"C26-000001","action":"note","seq":11,"events":["note.added"],"revision":11}"#)
    #expect(
      answer.lines[2]
        == #"{"line":3,"refused":"cannot note it: there is no case C26-000009","clause":null,"who":null,"try":"find it by phone, postcode or name"}"#
    )
    #expect(answer.lines[3].hasPrefix(#"{"line":4,"refused":"not JSON at column 1: "#))
    #expect(answer.lines[4].contains(#""seq":12"#))
  }

  @Test func `a point taken back is not put back beside another of its number`() {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "assign", "to=amira")
    #expect(shell.run("act", "1", "point", "text=Damp", "--as", "amira").status == 0)
    #expect(shell.run("act", "1", "undo", "--as", "amira").status == 0)
    #expect(shell.run("act", "1", "point", "text=Lift", "--as", "amira").status == 0)
    #expect(shell.run("act", "1", "redo", "--as", "amira").status == 1)
    #expect(shell.run("act", "1", "undo", "--as", "amira").status == 0)
    #expect(shell.run("act", "1", "redo", "--as", "amira").status == 0)
    #expect(csvRows(shell.run("export", "points").out).map { $0["text"] } == ["Lift"])
  }
}
