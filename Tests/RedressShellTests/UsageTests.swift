import Testing

@Suite struct `What is said about a command line that cannot be run` {
  static let table: [([String], Int32, String)] = [
    (["lsit"], 2, "redress: unknown command \"lsit\"; did you mean list?\n"),
    (["frobnicate"], 2, "redress: unknown command \"frobnicate\"; redress help lists the commands\n"),
    (["completions", "x"], 2, "redress: the shell cannot be \"x\"; use bash, zsh or fish\n"),
    (["list", "--jsn"], 2, "redress: unknown option --jsn; did you mean --json?\n"),
    (["list", "--map", "x"], 2, "redress: --map is not an option of list; see redress help list\n"),
    (["list", "--data"], 2, "redress: --data is missing its value; write --data=VALUE\n"),
    (["list", "--json=yes"], 2, "redress: --json takes no value; leave it out\n"),
    (["show"], 2, "redress: show is missing something; use redress show CASE [--days]\n"),
    (["show", "1", "2"], 2, "redress: show does not take \"2\"; use redress show CASE [--days]\n"),
    (
      ["act", "1"], 2,
      "redress: act is missing something; use redress act CASE ACTION [FIELD=VALUE…] | --list | -\n"
    ),
    (["act", "1", "acknowlege"], 2, "redress: unknown action \"acknowlege\"; did you mean acknowledge?\n"),
    (
      ["act", "1", "note", "text"], 2, "redress: \"text\" is not FIELD=VALUE; write the field, =, its value\n"
    ),
    ([], 2, "redress: the desk needs a terminal; use --plain, or the commands: redress help lists them\n"),
    (["help", "lits"], 2, "redress: no help on \"lits\"; did you mean list?\n"),
    (["init"], 2, "redress: init needs --nation; see redress help init\n"),
    (
      ["workdays", "2026-13-01", "1"], 2,
      "redress: FROM cannot be \"2026-13-01\"; use a date YYYY-MM-DD, or an instant with its zone, 2026-11-22T09:31Z\n"
    ),
    (
      ["workdays", "2028-12-20", "10"], 1,
      "redress: bank holidays of england-and-wales are known for 2012-2028, not for 2029; adopt a calendar that covers it\n"
    ),
    (
      ["clocks", "--profile", "manchester"], 1,
      "redress: there is no profile \"manchester\"; use code-2024, manchester-2022, council-feedback, north-warwickshire-2024, association-ho-pmo or medway-2022\n"
    ),
    (
      ["show", "1"], 1,
      "redress: no journal in DATA: nothing was created there; redress init, or give --data DIR\n"
    ),
  ]

  @Test(arguments: table) func `one line on standard error`(
    _ arguments: [String], _ status: Int32, _ line: String
  ) {
    let shell = PracticeShell(founded: false)
    let answer = shell.run(arguments)
    #expect(answer.err == line.replacing("DATA", with: shell.data))
    #expect(answer.status == status)
    #expect(answer.out == "")
  }

  @Test func `nothing from outside is printed raw`() {
    let answer = PracticeShell(founded: false).run("l\u{1B}[2Jst")
    #expect(!answer.err.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `every command has its help`() {
    let shell = PracticeShell(founded: false)
    for name in ["init", "import", "act", "list", "why", "verify", "journal", "profile", "query"] {
      #expect(shell.run("help", name).status == 0, "\(name)")
    }
    #expect(shell.run("import", "--help").out.hasPrefix("redress import FILE.csv"))
    #expect(!shell.run("help").out.contains("  bench"))
  }
}
