import CaseDocuments

/// One command as `help` shows it and `ReadArguments` checks it.
struct CommandSpec: Sendable {
  let name: String
  /// What stands after the name.
  let synopsis: String
  let summary: String
  /// Options that take a value, without their dashes.
  var options: [String] = []
  /// Options that take none.
  var flags: [String] = []
  /// Fewest and most words after the name.
  var words: ClosedRange<Int> = 0...0
  /// False for what works without a journal.
  var casual = true
}

/// The commands of this release, in the order `help` lists them.
enum CommandTable {
  static let many = 1_000_000

  static let all: [CommandSpec] = [
    CommandSpec(
      name: "demo", synopsis: "[--cases N] [--seed S]",
      summary: "open the desk on a throw-away practice journal", options: ["cases", "seed"]),
    CommandSpec(
      name: "init", synopsis: "--landlord NAME --nation N --profile P [--practice] [--service]",
      summary: "create a journal; whoever runs it is its first administrator",
      options: ["landlord", "nation", "profile"], flags: ["practice", "service"]),
    CommandSpec(
      name: "staff",
      synopsis:
        "[LOGIN name= roles= team= manager= phone= email= limit= from= until= trained= confidential= "
        + "gender=]",
      summary: "list who works here, or record somebody", words: 0...many),
    CommandSpec(
      name: "homes", synopsis: "YEAR lcra=N lcho=N", summary: "record the stock of a year", words: 1...3),
    CommandSpec(
      name: "intake", synopsis: "[FILE…]", summary: "record contacts, one JSON object a line", words: 0...many
    ),
    CommandSpec(
      name: "import", synopsis: "FILE.csv [--map MAP.json] [--dry-run]",
      summary: "record contacts from any CSV file", options: ["map"], flags: ["dry-run"], words: 1...1),
    CommandSpec(
      name: "act", synopsis: "CASE ACTION [FIELD=VALUE…] | --list | -",
      summary: "take one action on one case", flags: ["list"], words: 0...many),
    CommandSpec(
      name: "hand-over", synopsis: "FROM TO [--dry-run]",
      summary: "give all open work of somebody to a colleague, case by case", flags: ["dry-run"],
      words: 2...2),
    CommandSpec(
      name: "list", synopsis: "[QUERY]", summary: "list cases, most urgent first", options: ["limit"],
      words: 0...many),
    CommandSpec(
      name: "find", synopsis: "TEXT", summary: "find a caller by phone, postcode, surname or reference",
      options: ["limit"], words: 1...many),
    CommandSpec(
      name: "show", synopsis: "CASE [--days]", summary: "show the record of a case", flags: ["days"],
      words: 1...1),
    CommandSpec(
      name: "timeline", synopsis: "CASE", summary: "list the events of a case in order", words: 1...1),
    CommandSpec(
      name: "history", synopsis: "CASE FIELD", summary: "every value a field ever had, by whom and when",
      words: 2...2),
    CommandSpec(
      name: "why", synopsis: "CASE [CLOCK]", summary: "explain every date of a case, day by day", words: 1...2
    ),
    CommandSpec(
      name: "clocks", synopsis: "--profile P [--nation N] EVENT=TIME… | -",
      summary: "reckon due dates for no case at all", options: ["profile", "nation"], flags: ["days"],
      words: 0...many),
    CommandSpec(
      name: "workdays", synopsis: "FROM N [--nation N] [--reading following|deferred|inclusive] | -",
      summary: "the date N working days from a day", options: ["nation", "reading"], words: 1...2),
    CommandSpec(
      name: "profile", synopsis: "list | show P | check FILE | adopt FILE [--dry-run]",
      summary: "landlord profiles: look, check against the Code, adopt", flags: ["dry-run"], words: 1...2),
    CommandSpec(
      name: "calendar", synopsis: "list | add DATE NAME | remove DATE | adopt FILE [--nation N] [--dry-run]",
      summary: "bank holidays and closures, and the open dates they move", options: ["nation"],
      flags: ["dry-run"], words: 1...many),
    CommandSpec(
      name: "report",
      synopsis: "KIND [--from D --to D] [--format text|markdown|html|csv|json] [--limit N] [--seed S] "
        + "[--definition made|answered] [--beside FILE]",
      summary: "figures and lists: " + orList(CommandRun.reportKinds),
      options: ["format", "limit", "from", "to", "seed", "definition", "beside"], words: 1...1),
    CommandSpec(
      name: "export", synopsis: "WHAT [--format csv|json] [--with-needs] | person ID",
      summary: "rows of everything on record, or all that is held on one person", options: ["format"],
      flags: ["with-needs"], words: 1...2),
    CommandSpec(
      name: "disclosures", synopsis: "[CASE|PERSON|LOGIN]",
      summary: "what was exported, packed or given out, and who read cases with parts for named roles",
      words: 0...1),
    CommandSpec(
      name: "letter", synopsis: "CASE KIND [--format text|html|eml] [--out NAME] [--draft]",
      summary: "a letter as it was sent, or as it would be", options: ["format", "out"], flags: ["draft"],
      words: 2...2),
    CommandSpec(
      name: "pack", synopsis: "CASE --out DIR",
      summary: "everything an Ombudsman asks for of a case in one folder, and what is missing",
      options: ["out"], words: 1...1),
    CommandSpec(
      name: "outbox", synopsis: "list | take --to DIR",
      summary: "letters that have left, and their handing over to a printer or mail gateway", options: ["to"],
      words: 1...1),
    CommandSpec(
      name: "template", synopsis: "list | show LETTER | check LETTER FILE | adopt LETTER FILE [--dry-run]",
      summary: "the words of letters: look, check, adopt your own", flags: ["dry-run"], words: 1...3),
    CommandSpec(
      name: "verify", synopsis: "[--since SEQ] [--head HASH]",
      summary: "read every byte of the journal and prove it",
      options: ["since", "head"]),
    CommandSpec(
      name: "recover", synopsis: "", summary: "the way back after a failed sync: go on in a new segment"),
    CommandSpec(
      name: "backup", synopsis: "FILE", summary: "one file with everything, while others write", words: 1...1),
    CommandSpec(
      name: "restore", synopsis: "FILE", summary: "make a journal of a backup; never over one that is there",
      words: 1...1),
    CommandSpec(
      name: "redact", synopsis: "CASE|PERSON --reason TEXT [--dry-run]",
      summary: "erase the texts of ended cases; events, counts and the chain stay", options: ["reason"],
      flags: ["dry-run"], words: 1...1),
    CommandSpec(
      name: "dispose", synopsis: "[--dry-run] [--years N]",
      summary: "erase the texts of cases whose retention has run out", options: ["years"], flags: ["dry-run"]),
    CommandSpec(name: "follow", synopsis: "", summary: "print new events as they land"),
    CommandSpec(
      name: "doctor", synopsis: "", summary: "check terminal, locale, permissions, clock and journal"),
    CommandSpec(
      name: "help", synopsis: "[COMMAND | profile | journal]", summary: "explain a command", words: 0...1),
    CommandSpec(
      name: "completions", synopsis: "bash|zsh|fish", summary: "print a completion script for that shell",
      words: 1...1),
    CommandSpec(name: "man", synopsis: "", summary: "print the manual page"),
    CommandSpec(name: "version", synopsis: "", summary: "print the version"),
    CommandSpec(
      name: "bench",
      synopsis: "[--events N] [--seed S] [--rounds R] | --narratives N | --writers N [--seconds S]"
        + " | --followers N",
      summary: "measure replay, verify, filter, search and append",
      options: [
        "events", "seed", "writers", "seconds", "rounds", "worker", "start", "out", "peer",
        "parser", "narratives", "followers",
      ],
      casual: false),
  ]

  /// Options every command takes: with a value, and without.
  static let commonOptions = ["data", "as", "as-at", "theme"]
  static let commonFlags = ["json", "locked", "plain", "ascii", "help"]

  static func spec(_ name: String) -> CommandSpec? { all.first { $0.name == name } }
}
