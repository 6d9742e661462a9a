import CaseDocuments

/// The longer help, by topic.
enum HelpPages {
  static let topics = [
    "profile", "journal", "query", "import", "import-map", "intake", "act", "list", "bench", "clocks", "init",
    "letters", "export", "report", "keys",
  ]

  static func page(_ topic: String) -> String? {
    switch topic {
    case "import": importGuide
    case "import-map": ImportExamples.housing
    case "intake": intake
    case "act": act
    case "list", "find", "query": query
    case "journal": journalHelp
    case "profile": profileHelp
    case "letters", "letter", "outbox", "template": lettersHelp
    case "export": exportHelp
    case "keys": keysHelp
    case "pack": pack
    case "report": reportHelp
    case "bench": bench
    case "clocks", "workdays": clocks
    case "init": initialising
    default: nil
    }
  }

  private static let intake = """
    One JSON object a line, from the files named or standard input:
      {"channel":"phone","received":"2026-11-20","narrative":"…","person":{"name":"…","phone":"…"},
       "property":{"address":"…","postcode":"…"},"kind":"complaint"}
    Needed are channel, received and narrative. Each line is answered by one line; a bad one is refused with
    its column and the rest goes on.
    """

  private static let act = """
    redress act C26-000042 acknowledge definition="Leak from the flat above, three visits missed"
    redress act 42 respond channel=letter text=-        the text comes from standard input
    redress act 42 contact direction=out channel=phone reached=no text="no answer" occurred=2026-11-20T10:12Z
    redress act - reads one JSON object a line: {"case":"C26-000042","action":"note","text":"…"}
    redress act --list prints every action, its fields and who may.
    """

  private static let query = """
    Words and field:value, all of which must hold; -word for not, "…" for a phrase, a comma for or:
      redress list 'stage:1 due:<3wd who:me "damp" -state:closed ward:harpurhey,moston'
    Fields: ref kind state stage step (acknowledge, respond) open (yes, no) due (today, overdue, <Nd, <Nwd,
    date..date) who (me, nobody, a login) team channel category area ward tenure person place points outcome
    silent (>Nd) vulnerable hazard restricted promise promised (by when) owes (letter, learning, evidence,
    restriction, promise, hazard, callback, form, order, answer, any) source received responded closed. Ended
    cases are looked at when state:, closed:, owes: or ref: is asked for.
    """

  private static let pack = """
      redress pack 42 --out C26-000042-for-the-Ombudsman
    Makes one new folder of everything on record about a case; one that is there is refused, and nothing is left
    half written. Begin with index.html (or index.txt, index.json): the case at a glance, what is missing and
    who asks for it, the day evidence is due, chronology, contacts, decisions with who made them and why, needs,
    hazards, promises with their proof, every date with its clause, the policies in force, days that did not
    count. Beside it: letters/ as sent, attachments/, tables/ for spreadsheets, policy/ as adopted, clocks.txt
    with every day counted or skipped, record.json, and SHA256SUMS (sha256sum -c SHA256SUMS). The index names
    the newest line of the record and its hash, which redress verify --head proves.
    Handlers and those above them make one; parts only named roles read are left out for others, and said so.
    --as-at TIME packs the record as it was known then.
    """

  private static let bench = """
    Makes a journal of N events (default 100000) from a seed in a private temporary directory, measures, and
    removes it. Prints JSON lines: replay events/s and MB/s, verify beside openssl, resident memory, the start
    from a snapshot beside sqlite3, fifty at once, list and filter milliseconds, appends/s with sync. --parser
    PATH runs a parser beside the replay (it prints med_s= for a file and a number of turns). --narratives N
    searches N texts beside rg. --writers N lets that many processes append to one journal for --seconds (3), and then
    as many sqlite3 programs to one database on the same disk, where there is one: appends/s, the median, the
    99th of a hundred of the median process, and fairness (Jain's index, 1 is even);
    --peer PATH takes another appending program in the place of sqlite3. --followers N: one process appends,
    N others follow it as the desk does: milliseconds from the author's asking until another process had folded
    the line, and what a follower costs while nothing is appended.
    """

  private static let clocks = """
    redress clocks --profile manchester-2022 received=2026-11-20 --days
    redress workdays 2026-12-23 10 --nation scotland
    clocks - reads {"profile":…,"nation":…,"events":{"received":"2026-11-20"}} a line and answers
    {"line":1,"clocks":[…]}; workdays - reads FROM N NATION [READING] and answers one date a line.
    """

  private static let initialising = """
    redress init --landlord "Northern Homes" --nation england-and-wales --profile manchester-2022
    Whoever runs it becomes administrator and supervisor. --practice makes a journal to learn on: it accepts
    --as NAME and REDRESS_NOW and says so everywhere. --service is for people who come in through SSH forced
    commands under one account (--locked --as NAME).
    In accounts mode the program trusts every member of the group that owns the directory.
    """
}
