import Foundation
import Testing

@testable import RedressShell

@Suite struct `The desk line by line` {
  private func office() -> PracticeShell {
    let shell = PracticeShell()
    shell.openComplaint()
    return shell
  }

  /// Types those lines and hears the answers.
  private func dialogue(_ shell: PracticeShell, _ lines: String..., as login: String = "amira") -> String {
    let answer = shell.run("--plain", "--as", login, input: lines.joined(separator: "\n") + "\n")
    #expect(answer.status == 0, "\(answer.err)")
    return answer.out
  }

  @Test func `begins with what there is and how to go on`() {
    let said = dialogue(office(), "unassigned", "quit")
    #expect(said.hasPrefix("PRACTICE: nothing here is real\nMy cases: 0 cases, sorted by due.\n"))
    #expect(said.contains("Type a number, a command, or help.\n"))
    #expect(said.contains("1. C26-000001, stage 1, "))
  }

  @Test func `a number opens a case, read aloud first, and its dates are explained`() {
    let said = dialogue(office(), "unassigned", "1", "why", "timeline", "entry 1", "show")
    #expect(said.contains("C26-000001, "))
    #expect(said.contains("(manchester-2022, Stage 1"))
    #expect(said.contains("start day, not counted"))
    #expect(said.contains("triaged as a complaint"))
    #expect(said.contains("Kind contact.triaged"))
  }

  @Test func `a call is taken, triaged, given to somebody and acknowledged`() {
    let shell = PracticeShell()
    let said = dialogue(
      shell, "new", "", "", "Joan Price", "0161 496 0171", "", "", "Nobody answers my letters", "",
      ":done", "yes", "triage", "no", "no", "yes", ":done", "yes", "assign", "amira", "", "yes",
      "acknowledge",
      "Letters not answered", "", "An answer", "Nothing", ":done", "yes")
    #expect(said.contains("1 of 24. Came by, now: phone\n  1. phone\n  2. web\n"))
    #expect(said.contains("C26-000001: contact recorded. :triage decides what it is."))
    #expect(said.contains("Proposes a complaint"))
    #expect(said.contains("C26-000001: triaged."))
    #expect(said.contains("C26-000001: assigned."))
    #expect(said.contains("C26-000001: acknowledged."))
    let timeline = shell.run("timeline", "1").out
    #expect(timeline.contains("acknowledged") && timeline.contains("assigned to amira"))
  }

  @Test func `a caller is found by the end of a number, and what is owed before speaking is said`() {
    let shell = PracticeShell()
    _ = dialogue(
      shell, "new", "", "", "Joan Price", "0161 496 0171", "", "", "Nobody answers", "", ":done", "yes")
    let said = dialogue(shell, "find 0171", "1", "contact", ":cancel")
    #expect(said.contains("Found:\n1. C26-000001"))
    #expect(said.contains("Ask who is calling before saying anything of the case; :contact logs the call."))
    #expect(dialogue(shell, "find zebra").contains("Nobody found for zebra."))
  }

  @Test func `what is overdue is listed, filtered and sorted by the words of the full screen`() {
    let shell = office()
    let said = dialogue(
      shell, "list state:open damp", "list colour:red", "sort person", "views", "3", "help due")
    #expect(said.contains("1 case for state:open damp, sorted by due."))
    #expect(said.contains("no field \"colour\""))
    #expect(said.contains("Sorted by person."))
    #expect(said.contains("3. Unassigned, 1 case"))
    #expect(said.contains("due-today: Show what is due today."))
  }

  @Test func `what may not be done says why, with its clause, and nothing is recorded`() {
    let shell = office()
    let before = shell.run("timeline", "1").out
    let said = dialogue(shell, "1", "C26-000001", "escalate", "1", "", "fly")
    #expect(said.contains("1. Next stage, ") && said.contains("not now: "))
    #expect(said.contains("Not now: "))
    #expect(said.contains("There is no command fly; :help lists them."))
    #expect(shell.run("timeline", "1").out == before)
  }

  @Test func `a required answer left empty is asked for again`() {
    let shell = office()
    let said = dialogue(shell, "C26-000001", "note", "", "", "yes", "Rang again", "", "", "yes")
    #expect(said.contains("Refused: "))
    #expect(said.contains("C26-000001: note added. :assign gives it to somebody; :undo undoes it."))
  }

  @Test func `leaving asks, and a line that is lost keeps the draft`() {
    let shell = PracticeShell()
    let lost = dialogue(shell, "new", "", "", "Joan Price", "", "", "", "Half a story", "")
    #expect(lost.contains("its draft is kept for next time"))
    let again = dialogue(shell, "new", ":fields", ":cancel", "yes")
    #expect(again.contains("An unfinished contact was kept; :new goes on with it."))
    #expect(again.contains("What they say: Half a story"))
    #expect(again.contains("Left; nothing was recorded."))
    #expect(shell.run("list").out.contains("C26") == false)
  }

  @Test func `nothing said holds a control character or a frame, whoever wrote it`() {
    let shell = PracticeShell()
    _ = dialogue(
      shell, "new", "", "", "Eve \u{1B}]2;x\u{7} Black", "", "", "", "Lift\u{1B}[2J out", "", ":done", "yes")
    let said = dialogue(shell, "unassigned", "1", "show", "timeline", "letters", "", "views", "", "help")
    #expect(said.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
    #expect(!said.contains("│") && !said.contains("─") && !said.contains("›"))
  }

  @Test func `every command the full screen knows is known here`() {
    let said = dialogue(office(), "help")
    for word in [
      "acknowledge", "extend", "hand-over NAME", "overdue", "promise", "restrict", "save-view NAME",
    ] {
      #expect(said.contains(word), "\(word)")
    }
  }

  @Test func `where there is no journal a person founds one by answering, and a script founds none`() {
    let shell = PracticeShell(founded: false)
    #expect(shell.run("--plain", input: "Northern Homes\n").status != 0)
    shell.onTerminal = true
    let left = shell.run("--plain", input: "Northern Homes\n:cancel\n")
    #expect(left.out.contains("Left; nothing was founded."))
    #expect(!FileManager.default.fileExists(atPath: shell.data + "/FORMAT"))
    let done = shell.run("--plain", input: "Northern Homes\n\n\n\n\nyes\nyes\nquit\n")
    #expect(done.out.contains("My cases: 0 cases"), "\(done.err)")
    #expect(shell.run("verify").status == 0)
  }
}
