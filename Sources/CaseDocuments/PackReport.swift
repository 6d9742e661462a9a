package import Clocks
import Complaints
import PlainText

extension PackCase {
  /// The index of the pack: what it answers, what is missing, the record part by part, and its files.
  package func report(_ files: [PackedFile]) -> Report {
    Report(
      kind: "pack", title: "Case record " + file.reference.text, landlord: landlord, asAt: now,
      zone: rules.zone, isPractice: isPractice, notes: notes,
      sections: [
        summary, missing, chronologyPart, contactsPart, lettersPart, decisionsPart, needsPart, hazardsPart,
        putRightPart, ombudsmanPart, clocksPart, policyPart, calendarPart, filesPart(files),
      ].compactMap(\.self))
  }

  private var notes: [ReportNote] {
    [
      ReportNote(
        "Dates",
        "Happened is when it took place, recorded when it was written down; both are the landlord's own time. "
          + "A line of the record is never changed: what was put right or taken back stands as a line of its own."
      ),
      ReportNote(
        "Missing",
        "What a full record holds and this one does not, judged by what is on record alone (code-2024 5.12)."),
      ReportNote(
        "Proof",
        "Line " + String(seq) + " is the newest line of the record; its SHA-256 is " + head
          + ". SHA256SUMS holds the sum of every file here: sha256sum -c SHA256SUMS."),
    ]
  }

  private var summary: ReportSection {
    var rows: [[ReportCell]] = []
    func add(_ name: String, _ text: String) { if !text.isEmpty { rows.append([.text(name), .text(text)]) } }
    add("Reference", file.reference.text)
    add("Resident", file.contact.person.name)
    add(
      "Home",
      [file.contact.property.address, file.contact.property.postcode].filter { !$0.isEmpty }
        .joined(separator: ", "))
    add("Tenure", file.contact.tenure?.rawValue ?? "")
    add("Speaks for them", file.speaker?.told.who ?? "")
    add("Received", when(file.received) + ", by " + channelWords(file.contact.channel))
    add("Kind", file.kind.map(kindWords) ?? "not triaged")
    add("Stands", file.state.rawValue + (file.stage.map { ", stage " + String($0.number) } ?? ""))
    add("With", file.handler.map { name($0) } ?? "nobody")
    add("Outcome", file.outcome.map(decisionWords) ?? "")
    add("Linked", file.links.map { $0.to.text + " " + $0.relation }.joined(separator: ", "))
    add(
      "Old reference",
      [file.contact.source, file.contact.sourceRef].filter { !$0.isEmpty }.joined(separator: " "))
    add("Made by", name(madeBy) + ", " + clockTime(now, zone: rules.zone))
    var prose = [readAloud(file, rules: rules, staff: staff, today: today)]
    for request in requests where request.sent == nil {
      prose.append(
        "The Ombudsman asked on " + request.requested.day.description + ": " + request.text)
    }
    if let due = evidenceDue { prose.append("Evidence is due " + dueWords(due) + ".") }
    prose += file.contact.narrative.split(whereSeparator: \.isNewline).map { "Said: " + $0 }
    return ReportSection(
      "The case", prose: prose,
      tables: [
        ReportTable(
          "case", "The case at a glance",
          columns: [ReportColumn("what", "What"), ReportColumn("value", "On record")], rows: rows)
      ])
  }

  /// `Friday 4 December, in 8 working days`.
  package func dueWords(_ due: CalendarDay) -> String {
    let words = DaysInWords.long(due, today: today)
    if due == today { return words + ", today" }
    do throws(CalendarGap) {
      let days = try rules.calendar.workingDays(
        after: min(due, today), through: max(due, today))
      let count = String(days) + (days == 1 ? " working day" : " working days")
      return words + (due < today ? ", " + count + " ago" : ", in " + count)
    } catch {
      return words
    }
  }

  private var missing: ReportSection {
    let holes = holes
    guard !holes.isEmpty else {
      return ReportSection("What is missing", prose: ["Nothing that a full record holds is missing."])
    }
    let rows: [[ReportCell]] = holes.map { [.text($0.about), .text($0.what), .text($0.clause.text)] }
    return ReportSection(
      "What is missing",
      prose: [
        String(holes.count) + (holes.count == 1 ? " thing is" : " things are") + " not on record"
          + (evidenceDue.map { "; evidence is due " + dueWords($0) } ?? "") + "."
      ],
      tables: [
        ReportTable(
          "missing", "Holes in the record",
          columns: [
            ReportColumn("about", "About"), ReportColumn("missing", "What is missing"),
            ReportColumn("clause", "Asked for by"),
          ], rows: rows)
      ])
  }

  private var clocksPart: ReportSection? {
    guard !clocks.isEmpty else { return nil }
    let rows: [[ReportCell]] = clocks.map { clock in
      [
        .text(clockWords(clock.clock)), .text(clock.target.rawValue), .text(clock.state.rawValue),
        clock.due.map { .day($0) } ?? .none, .text(clock.startedAt.map { when($0) } ?? "not started"),
        .text(clock.clause.text),
      ]
    }
    return ReportSection(
      "Clocks", prose: ["How each date was counted, day by day, is in clocks.txt."],
      tables: [
        ReportTable(
          "clocks", "Every date the case was held to",
          columns: [
            ReportColumn("clock", "Clock"), ReportColumn("target", "Held to by"),
            ReportColumn("state", "Stands"),
            ReportColumn("due", "Due"), ReportColumn("start", "Started"), ReportColumn("clause", "Clause"),
          ], rows: rows)
      ])
  }

  private var policyPart: ReportSection {
    let rows: [[ReportCell]] = policies.map { policy in
      [.text(policy.name), .text("policy/" + packedName(policy.name) + ".json"), .text(policy.sha256)]
    }
    var prose: [String] = []
    for stage in file.stages {
      let edition = rules.profile(
        named: file.triage?.profile ?? "", begun: stage.started.day, seq: stage.startedSeq)
      guard let edition else { continue }
      prose.append(
        "Stage " + String(stage.stage.number) + " was worked under " + edition.title + ", "
          + edition.version + ".")
    }
    return ReportSection(
      "Policy in force", prose: prose,
      tables: [
        ReportTable(
          "policies", "The rules as adopted",
          columns: [
            ReportColumn("name", "Policy"), ReportColumn("file", "File"),
            ReportColumn("sha256", "SHA-256 of the text adopted"),
          ], rows: rows)
      ])
  }

  private var calendarPart: ReportSection {
    var rows: [[ReportCell]] = []
    let days = clocks.compactMap(\.due) + [today, file.received.day]
    var day = days.min() ?? today
    let last = days.max() ?? today
    while day <= last {
      do throws(CalendarGap) {
        switch try rules.calendar.status(of: day) {
        case .working, .weekend: break
        case .bankHoliday(let name): rows.append([.day(day), .text("bank holiday"), .text(name)])
        case .closure(let name): rows.append([.day(day), .text("closed"), .text(name)])
        }
      } catch {
        rows.append([.day(day), .text("not known"), .text(gapWords(error))])
        break
      }
      day = day.adding(days: 1)
    }
    return ReportSection(
      "Calendar",
      prose: [
        "Working days are Monday to Friday but for these; counted by the calendar " + rules.calendarVersion
          + "."
      ],
      tables: [
        ReportTable(
          "calendar", "Days that did not count",
          columns: [
            ReportColumn("day", "Day"), ReportColumn("kind", "Kind"), ReportColumn("name", "Name"),
          ], rows: rows)
      ])
  }

  private func filesPart(_ files: [PackedFile]) -> ReportSection {
    ReportSection(
      "Files of this pack",
      prose: ["The record stands at line " + String(seq) + ", SHA-256 " + head + "."],
      tables: [
        ReportTable(
          "files", "Every other file, with its sum",
          columns: [
            ReportColumn("file", "File"), ReportColumn("about", "What it is"),
            ReportColumn("bytes", "Bytes"), ReportColumn("sha256", "SHA-256"),
          ],
          rows: files.map {
            [.text($0.path), .text($0.about), .count($0.bytes.count), .text($0.sha256)]
          })
      ])
  }
}
