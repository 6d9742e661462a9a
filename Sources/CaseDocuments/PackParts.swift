import Clocks
import Complaints
import PlainText

/// A table of texts; its columns are named by their headings.
func textTable(
  _ name: String, _ caption: String, _ heads: [(name: String, heading: String)], _ rows: [[String]]
) -> ReportTable {
  ReportTable(
    name, caption, columns: heads.map { ReportColumn($0.name, $0.heading) },
    rows: rows.map { $0.map { $0.isEmpty ? .none : .text($0) } })
}

// The parts of the record, each a section; one that holds nothing is left out.
extension PackCase {
  var chronologyPart: ReportSection {
    ReportSection(
      "Chronology", prose: [String(file.entries.count) + " entries, in the order they were recorded."],
      tables: [
        textTable(
          "chronology", "Everything that happened, and when it was recorded",
          [
            ("line", "Line"), ("happened", "Happened"), ("recorded", "Recorded"), ("by", "By"),
            ("text", "What"),
          ],
          file.entries.map { filed in
            let entry = filed.entry
            return [
              String(entry.seq) + (entry.part > 0 ? "." + String(entry.part) : ""),
              entry.occurred.map { when($0) } ?? clockTime(entry.knownAt, zone: rules.zone),
              clockTime(entry.knownAt, zone: rules.zone), name(entry.by),
              (filed.undone ? "[taken back] " : "") + eventText(entry.event),
            ]
          })
      ])
  }

  var contactsPart: ReportSection {
    ReportSection(
      "Contacts",
      prose: [
        "First contact " + when(file.received) + " by " + channelWords(file.contact.channel)
          + ", written down by " + name(file.recordedBy) + "."
      ],
      tables: [
        textTable(
          "contacts", "Every contact and every attempt since",
          [
            ("on", "Happened"), ("recorded", "Recorded"), ("way", "Way"), ("reached", "Reached"),
            ("verified", "Caller checked"), ("by", "By"), ("text", "What was said"),
          ],
          file.work.log.map { logged in
            [
              when(logged.at), when(logged.recorded),
              channelWords(logged.contact.channel) + (logged.contact.direction == .into ? " in" : " out"),
              logged.contact.reached ? "yes" : "no", logged.contact.verified, name(logged.by),
              logged.contact.text,
            ]
          })
      ])
  }

  var lettersPart: ReportSection {
    let rows: [[String]] = numberedLetters.map { number, letter in
      [
        letterWords(letter.letter), letter.queued.toName,
        letter.queued.route.map(routeWords) ?? "",
        letter.isCancelled
          ? "stopped before it left"
          : letter.standing(at: now) == .waiting
            ? "not left yet" : clockTime(letter.releaseAt, zone: rules.zone),
        name(letter.by), letter.isCancelled ? "" : letterPath(number, letter),
      ]
    }
    let told = wordsOfResponse.map { stage in
      [
        "response of stage " + String(stage.stage.number), file.contact.person.name,
        stage.response.map { channelWords($0.channel) } ?? "", when(stage.responded), name(stage.respondedBy),
        responsePath(stage),
      ]
    }
    return ReportSection(
      "Letters as sent",
      tables: [
        textTable(
          "letters", "Every letter whose words are on record",
          [
            ("letter", "Letter"), ("to", "To"), ("way", "Way"), ("left", "Left"), ("by", "Sent by"),
            ("file", "File"),
          ], rows + told)
      ])
  }

  var decisionsPart: ReportSection {
    var rows: [[String]] = []
    for point in file.points {
      let about = String(point.number) + "  " + point.text
      if point.decisions.isEmpty {
        let why = point.isOpen ? "not decided" : "answered under " + pointWords(point.replacedBy)
        rows.append([about, "", why, "", "", "", ""])
      }
      for (decided, by) in zip(point.decisions, point.deciders) {
        rows.append([
          about, String(decided.stage.number), decisionWords(decided.decision), name(by), decided.reasons,
          decided.basis, decided.remedy,
        ])
      }
    }
    let findings = file.work.findings.map { finding in
      [
        finding.point.map { String($0) } ?? "all", finding.finding, finding.evidence,
        finding.spokenTo.joined(separator: ", "),
      ]
    }
    let requests = file.work.requests.map { request in
      [
        request.sent.name, request.on.day.description, request.sent.text,
        request.answer?.text ?? "no answer", request.answeredOn?.day.description ?? "",
      ]
    }
    return ReportSection(
      "Points and decisions",
      prose: file.stages.map(stageWords),
      tables: [
        textTable(
          "decisions", "Each point with every decision made on it",
          [
            ("point", "Point"), ("stage", "Stage"), ("decision", "Decision"), ("by", "Decided by"),
            ("reasons", "Reasons"), ("basis", "Basis"), ("remedy", "Remedy"),
          ], rows),
        textTable(
          "findings", "What the investigation found",
          [
            ("point", "Point"), ("finding", "Finding"), ("evidence", "Evidence"),
            ("spokenTo", "Spoken to"),
          ], findings),
        textTable(
          "requests", "What was asked of colleagues and contractors",
          [
            ("to", "Asked"), ("on", "On"), ("text", "What"), ("answer", "Answer"),
            ("answered", "Answered"),
          ], requests),
      ].filter { !$0.rows.isEmpty })
  }

  private func stageWords(_ stage: StageRecord) -> String {
    var words = "Stage " + String(stage.stage.number) + " began " + when(stage.started)
    if !stage.requestReason.isEmpty { words += " (" + stage.requestReason + ")" }
    words +=
      stage.acknowledged.map { "; acknowledged " + when($0) + " by " + name(stage.acknowledgedBy) } ?? ""
    for extended in stage.extensions {
      words += "; extended to " + extended.to.description + ": " + extended.reason
    }
    words +=
      stage.responded.map { "; answered " + when($0) + " by " + name(stage.respondedBy) } ?? "; not answered"
    if let panel = stage.panel {
      words += "; panel of " + panel.members.map { name($0) }.joined(separator: " and ")
      words += ", conflict of interest: " + panel.conflict
    }
    if let understood = stage.acknowledgement?.definition, !understood.isEmpty {
      words += ". Understood as: " + understood
    }
    return words + "."
  }

  var needsPart: ReportSection? {
    var rows: [[String]] = file.contact.person.needs.map { ["first contact", $0, "", ""] }
    for need in file.intake.needs {
      rows.append([
        when(need.on), need.told.words.joined(separator: ", "), need.review?.description ?? "",
        need.ended.map { "ended " + when($0) } ?? "in force",
      ])
    }
    var prose = cautionLines(file, rules: rules)
    if !file.contact.person.language.isEmpty { prose.append("Language: " + file.contact.person.language) }
    guard !rows.isEmpty || !prose.isEmpty else { return nil }
    return ReportSection(
      "Needs and adjustments", prose: prose,
      tables: rows.isEmpty
        ? []
        : [
          textTable(
            "needs", "Needs told and adjustments agreed",
            [("on", "Since"), ("need", "Need"), ("review", "Review by"), ("state", "Stands")], rows)
        ])
  }

  var hazardsPart: ReportSection? {
    guard !file.hazard.hazards.isEmpty else { return nil }
    let rows = file.hazard.hazards.map { hazard in
      [
        String(hazard.number) + "  " + hazard.kind.rawValue + (hazard.emergency ? ", emergency" : ""),
        hazard.text, when(hazard.aware), when(hazard.investigated), when(hazard.summary),
        when(hazard.madeSafe), when(hazard.started), when(hazard.ended),
      ]
    }
    return ReportSection(
      "Hazards",
      tables: [
        textTable(
          "hazards", "Each hazard and what was done",
          [
            ("hazard", "Hazard"), ("text", "What"), ("aware", "Aware"), ("investigated", "Investigated"),
            ("summary", "Summary given"), ("safe", "Made safe"), ("works", "Works begun"), ("ended", "Ended"),
          ], rows)
      ])
  }

  var putRightPart: ReportSection? {
    let promises = file.redress.promises.map { promise in
      [
        String(promise.number) + "  " + promise.made.text, name(promise.made.owner),
        promise.due?.description ?? "", promise.moves.isEmpty ? "" : String(promise.moves.count) + " times",
        promise.keptOn.map { when($0) } ?? "not kept", promise.kept?.proof ?? "",
      ]
    }
    let sections = workSections(file, rules: rules, staff: staff, today: today)
    let prose = sections.filter { ["Remedies", "Compensation", "Learning"].contains($0.heading) }
      .flatMap { section in section.lines.map { section.heading + ": " + $0 } }
    guard !promises.isEmpty || !prose.isEmpty else { return nil }
    return ReportSection(
      "Putting right", prose: prose,
      tables: promises.isEmpty
        ? []
        : [
          textTable(
            "promises", "Promises and their proof",
            [
              ("promise", "Promise"), ("owner", "Owner"), ("due", "Due"), ("moved", "Moved"),
              ("kept", "Kept"), ("proof", "Proof"),
            ], promises)
        ])
  }

  var ombudsmanPart: ReportSection? {
    let rows = requests.map { request in
      [
        String(request.number) + "  " + request.text, when(request.requested),
        request.told?.description ?? "", request.delays.map(\.text).joined(separator: "; "),
        request.sent.map { when($0) } ?? "not sent", request.sentText,
      ]
    }
    let prose = ombudsmanLines(file)
    guard !rows.isEmpty || !prose.isEmpty else { return nil }
    return ReportSection(
      "Ombudsman", prose: prose,
      tables: rows.isEmpty
        ? []
        : [
          textTable(
            "evidence", "What the Ombudsman asked for",
            [
              ("request", "Request"), ("on", "Asked"), ("due", "Day named or agreed"),
              ("delays", "Delays explained"), ("sent", "Sent"), ("text", "What was sent"),
            ], rows)
        ])
  }
}
