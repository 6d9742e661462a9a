import Foundation
import PlainText
import Testing

/// The rows of a CSV text by the names in its first row.
func csvRows(_ text: String) -> [[String: String]] {
  var reader = CSVReader(Array(text.utf8))
  var record = CSVRecord()
  var rows: [[String]] = []
  do {
    while try reader.next(into: &record) { rows.append(record.fields.map { reader.text(of: $0) }) }
  } catch {
    Issue.record("line \(error.line): \(error)")
  }
  guard let names = rows.first else { return [] }
  return rows.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
}

@Suite struct `Taking rows away` {
  /// Texts a spreadsheet would run, controls, quotes, blanks at the ends, scripts and directions.
  static let nasty = [
    "=1+1", "+44 20", "-2", "@SUM(A1)", "\tHYPERLINK", "\r\nline", "'quoted'", "''", " blank before",
    "blank behind ", "\u{00A0}hard\u{00A0}", "a,b;c\"d\"", "=cmd|' /C calc'!A0", "<script>alert(0)</script>",
    "\u{202E}right to left", "ﷺ", "👾 🙇 💁", "Ω≈ç√∫˜µ≤≥÷", "社會科學院語學研究所", "null", "undefined", "1.00", "0x0",
    "$HOME", "`ls`", "%s%d%n", "../../etc/passwd", "line\nbreak", "carriage\rreturn", "\u{1B}[31mred\u{7}",
    "e\u{301}\u{323}", "مُنَاقَشَةُ", "-- or 1=1", "\u{FEFF}mark",
  ]

  @Test func `a text comes back from an import as it was, whatever a spreadsheet would make of it`() throws {
    let shell = PracticeShell()
    for text in Self.nasty {
      let line = jsonText(
        .object([
          JSONMember("channel", .string("web")), JSONMember("received", .string("2026-11-16")),
          JSONMember("narrative", .string(text)), JSONMember("outcomeSought", .string(text)),
          JSONMember("kind", .string("complaint")),
        ]))
      #expect(shell.run("intake", input: line + "\n").status == 0, "\(text.debugDescription)")
    }
    let csv = shell.run("export", "cases").out
    let other = PracticeShell()
    let path = other.data + "/cases.csv"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
    let taken = other.run("import", path)
    #expect(
      taken.lines.last == "rows \(Self.nasty.count): added \(Self.nasty.count), already present 0, refused 0")
    func told(_ shell: PracticeShell) -> [[String?]] {
      shell.run("export", "cases", "--format", "json").lines.map { line in
        do {
          let json = try parseJSON(line)
          return ["narrative", "outcomeSought", "kind", "received", "channel"].map { json[$0]?.string }
        } catch {
          return ["\(error)"]
        }
      }
    }
    #expect(told(shell) == told(other))
    #expect(told(shell).map { $0[0] } == Self.nasty)
  }

  @Test(arguments: [
    "cases", "stages", "points", "contacts", "actions", "promises", "learning", "compensation", "remedies",
    "ombudsman", "surveys",
  ])
  func `no cell of an export begins a formula, and every row is as long as the first`(_ what: String) {
    let shell = PracticeShell()
    shell.openComplaint()
    for step in [
      ["point", "text==cmd|' /C calc'!A0", "category=+damp"], ["assign", "to=amira"],
      ["contact", "direction=out", "channel=phone", "reached=no", "text=-no answer"],
      ["note", "text=@note"], ["promise", "text==paint", "due=2026-11-24"], ["learn", "text=+ventilate"],
      ["remedy", "what=explanation", "text=@why", "agreed=yes"],
      ["compensate", "what=offered", "time-trouble=5000", "text=-x"],
      ["ombudsman", "matter=told", "text==told"],
    ] { #expect(shell.run(["act", "1"] + step).status == 0, "\(step)") }
    var reader = CSVReader(Array(shell.run("export", what).out.utf8))
    var record = CSVRecord()
    var width: Int?
    do {
      while try reader.next(into: &record) {
        if let width { #expect(record.fields.count == width) } else { width = record.fields.count }
        for field in record.fields {
          let first = reader.text(of: field).first
          #expect(first.map { !"=+-@\t\r".contains($0) } ?? true, "\(reader.text(of: field))")
        }
      }
    } catch {
      Issue.record("\(error)")
    }
    #expect(width ?? 0 > 3)
  }

  @Test func `CSV and JSON tell the same under the same names`() throws {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.run("act", "1", "point", "text=The wall")
    for what in ["cases", "stages", "points", "actions"] {
      let rows = csvRows(shell.run("export", what).out)
      let objects = try shell.run("export", what, "--json").lines.map { try parseJSON($0) }
      #expect(rows.count == objects.count)
      for (row, object) in zip(rows, objects) {
        for member in object.members ?? [] {
          let told =
            member.value.string ?? member.value.integer.map { String($0) }
            ?? member.value.bool.map { $0 ? "yes" : "no" }
          #expect(row[member.name] == told, "\(what) \(member.name)")
        }
        #expect(row.values.filter { !$0.isEmpty }.count == object.members?.count)
      }
    }
  }

  @Test func `needs are left out unless they are asked for by name`() {
    let shell = PracticeShell()
    let line = PracticeShell.damp.replacing(
      "\"name\":\"Siân Hussain\"", with: "\"name\":\"Siân Hussain\",\"needs\":[\"large print\"]")
    shell.run("intake", input: line + "\n")
    #expect(!shell.run("export", "cases").out.contains("large print"))
    #expect(csvRows(shell.run("export", "cases", "--with-needs").out).first?["needs"] == "large print")
  }

  @Test func `whoever neither leads nor administers takes nothing away, and is told who may`() {
    let shell = PracticeShell()
    shell.openComplaint()
    let answer = shell.run("export", "cases", "--as", "patel")
    #expect(answer.status == 1)
    #expect(answer.out.isEmpty)
    #expect(answer.err.contains("supervisor"))
    #expect(shell.run("export", "person", "P000001", "--as", "patel").status == 1)
    #expect(shell.run("export", "weather").status == 2)
  }

  @Test func `a person gets everything held on them, and nobody else's name`() {
    let shell = PracticeShell()
    let line = PracticeShell.damp.replacing(
      "\"channel\":\"phone\"",
      with: "\"channel\":\"phone\",\"caller\":\"Gwen Pritchard\",\"affected\":[\"Owain Tudur\"]")
    shell.run("intake", input: line + "\n")
    shell.run("intake", input: PracticeShell.damp.replacing("Siân Hussain", with: "José Núñez") + "\n")
    shell.run("act", "1", "note", "text=Gwen Pritchard rang for Siân Hussain; Owain Tudur coughs")
    for format in ["csv", "json"] {
      let out = shell.run("export", "person", "P000001", "--format", format).out
      for held in ["Siân Hussain", "0161 555 0101", "14 Rochdale Rd", "Damp in the back bedroom", "coughs"] {
        #expect(out.contains(held), "\(format): \(held)")
      }
      for other in ["Pritchard", "Tudur", "Núñez", "C26-000002"] {
        #expect(!out.contains(other), "\(format): \(other)")
      }
    }
    #expect(shell.run("export", "person", "P000009").status == 1)
    #expect(shell.run("export", "person", "Siân").status == 2)
  }

  @Test func `an export looks back like every reading command`() {
    let shell = PracticeShell()
    shell.openComplaint()
    shell.now = "2026-11-25T09:00:00Z"
    shell.openComplaint()
    #expect(csvRows(shell.run("export", "cases").out).count == 2)
    #expect(csvRows(shell.run("export", "cases", "--as-at", "2026-11-21").out).count == 1)
  }

  @Test func `the due days of a row are those the clocks of the case tell`() {
    let shell = PracticeShell()
    shell.openComplaint()
    let row = csvRows(shell.run("export", "stages").out).first ?? [:]
    let why = shell.run("why", "1", "--json").lines.compactMap { line -> JSON? in
      do { return try parseJSON(line) } catch { return nil }
    }
    func due(_ target: String, _ clock: String) -> String? {
      why.first { $0["target"]?.string == target && $0["clock"]?.string == clock }?["due"]?.string
    }
    #expect(row["landlordAcknowledgeDue"] == due("landlord", "stage1.acknowledge"))
    #expect(row["landlordDue"] == due("landlord", "stage1.respond"))
    #expect(row["codeAcknowledgeDue"] == due("code", "stage1.acknowledge"))
    #expect(row["codeDue"] == due("code", "stage1.respond"))
    #expect(row["landlordDue"]?.isEmpty == false)
  }
}
