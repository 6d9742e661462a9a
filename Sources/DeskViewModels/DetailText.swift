import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// The words of the case pane, top to bottom.
enum DetailText {
  static func title(_ file: CaseFile, _ reader: RecordReader) -> String {
    let profile = reader.rules.profile(of: file)?.title ?? ""
    var parts = [file.reference.text]
    if let stage = file.stage { parts.append("stage \(stage.number)") }
    parts.append(file.isComplaint ? file.state.rawValue : file.kind?.rawValue ?? "not triaged")
    if !profile.isEmpty { parts.append(profile) }
    return parts.joined(separator: " ─ ")
  }

  static func of(_ file: CaseFile, _ reader: RecordReader) -> ReadingText {
    var text = ReadingText()
    let aloud = readAloud(file, rules: reader.rules, staff: reader.register.staff, today: reader.today)
    text.add([TextSpan(aloud, .notice)])
    IntakeText.cautions(file, reader, &text)
    cautions(file, &text)
    for limit in reader.contactLimits(file) { text.add("⚠ " + limit, .caution, indent: 2) }
    header(file, &text)
    clocks(file, reader, &text)
    points(file, &text)
    IntakeText.facts(file, reader, &text)
    WorkDetail.add(file, reader, &text)
    further(file, reader, &text)
    story(file, &text)
    people(file, reader, &text)
    letters(file, reader, &text)
    return text
  }

  /// What to know before speaking; sensitive, so shown here and never in the queue.
  private static func cautions(_ file: CaseFile, _ text: inout ReadingText) {
    let person = file.contact.person
    var cautions = person.needs
    if !person.language.isEmpty { cautions.append("language: " + person.language) }
    if !person.preferred.isEmpty { cautions.append("prefers " + person.preferred) }
    if !cautions.isEmpty { text.add("⚠ " + cautions.joined(separator: " · "), .caution, indent: 2) }
    if let newer = file.newerKind {
      text.add("Holds an entry of a newer release (\(newer)): read only here.", .refusal)
    }
  }

  /// Who and where, on one line: what a handler reads first.
  private static func header(_ file: CaseFile, _ text: inout ReadingText) {
    let property = file.contact.property
    let name = file.contact.person.name.isEmpty ? "anonymous" : file.contact.person.name
    let parts = [name, property.address, property.postcode, file.contact.tenure?.rawValue ?? ""]
    text.add(parts.filter { !$0.isEmpty }.map(oneLine).joined(separator: " · "), indent: 2)
  }

  private static func people(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    let contact = file.contact
    text.heading("Record")
    text.fact("Phone", contact.person.phone)
    text.fact("E-mail", contact.person.email)
    text.fact("Caller", contact.caller)
    text.fact("Speaks for", contact.representative)
    text.fact("Affected", contact.affected.joined(separator: ", "))
    text.fact("Block", contact.property.block)
    text.fact("Area", [contact.area, contact.ward].filter { !$0.isEmpty }.joined(separator: " · "))
    text.fact("Handler", file.handler.map { reader.register.staff.name($0) } ?? "nobody yet")
    text.fact("Received", when(file.received, reader) + " by " + channelWords(contact.channel))
    text.fact("Category", contact.category)
    if !contact.sourceRef.isEmpty { text.fact("Old ref", contact.sourceRef + " (" + contact.source + ")") }
    text.fact(
      "Links", file.links.map { $0.to.text + " (" + $0.relation + ")" }.joined(separator: ", "), .link)
    if file.failedAttempts > 0 { text.fact("Not reached", "\(file.failedAttempts) times") }
  }

  private static func clocks(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    guard file.isComplaint || file.state == .untriaged else { return }
    let reckonings = reader.rules.clocks(of: file.facts, now: reader.now, explain: false)
    guard !reckonings.isEmpty else { return }
    text.heading("Clocks" + (file.state == .untriaged ? " (in case this is a complaint)" : ""))
    // What is still owed stands first; what is done follows.
    let done: Set<ClockState> = [.met, .late, .extended]
    let shown = reckonings.filter { $0.state != .lapsed }
    for clock in shown where !done.contains(clock.state) {
      text.add(ClockText.line(clock, reader), indent: 4)
    }
    for clock in shown where done.contains(clock.state) { text.add(ClockText.line(clock, reader), indent: 4) }
  }

  private static func points(_ file: CaseFile, _ text: inout ReadingText) {
    guard file.isComplaint else { return }
    text.heading("Points")
    if file.points.isEmpty { text.add("None yet; r adds and decides them.", .dim) }
    for point in file.points {
      text.add([TextSpan("\(point.number) ", .label), TextSpan(point.text)], indent: 2)
      guard point.isOpen else {
        let numbers = point.replacedBy.map { String($0) }.joined(separator: ", ")
        text.add("  answered under point \(numbers)", .dim, indent: 2)
        continue
      }
      if point.decisions.isEmpty || file.undecidedPoints.contains(point.number) {
        text.add("  not decided at this stage", .waiting, indent: 2)
      }
      for decision in point.decisions {
        text.add(
          [
            TextSpan("  stage \(decision.stage.number): ", .label),
            TextSpan(decision.decision.rawValue, decision.decision == .upheld ? .caution : .text),
            TextSpan(" – " + oneLine(decision.reasons)),
          ], indent: 4)
        if !decision.remedy.isEmpty { text.add("    remedy: " + oneLine(decision.remedy), indent: 4) }
        if !decision.basis.isEmpty { text.add("    basis: " + oneLine(decision.basis), .dim, indent: 4) }
      }
    }
  }

  private static func story(_ file: CaseFile, _ text: inout ReadingText) {
    text.heading("What was said")
    text.add(file.contact.narrative)
    if !file.contact.outcomeSought.isEmpty {
      text.add([TextSpan("Wants: ", .label), TextSpan(oneLine(file.contact.outcomeSought))], indent: 2)
    }
    guard let triage = file.triage else { return }
    text.heading("Triage")
    text.add(kindWords(triage.kind) + (triage.reason.isEmpty ? "" : ": " + triage.reason))
    if let proposed = triage.proposed, proposed != triage.kind {
      text.add("proposed was " + kindWords(proposed), .caution)
    }
    if !triage.clause.isEmpty { text.add(triage.clause, .link) }
  }

  private static func letters(_ file: CaseFile, _ reader: RecordReader, _ text: inout ReadingText) {
    for record in file.stages {
      guard record.acknowledged != nil || record.responded != nil || !record.requestReason.isEmpty else {
        continue
      }
      text.heading("Stage \(record.stage.number)")
      text.fact("Asked", record.requestReason)
      if let at = record.acknowledged {
        text.fact("Acknowledged", when(at, reader) + by(record.acknowledgedBy))
        text.fact("Definition", record.acknowledgement?.definition ?? "")
        text.fact("Wants", record.acknowledgement?.outcome ?? "")
        text.fact("Not ours", record.acknowledgement?.notOurs ?? "")
      }
      for extended in record.extensions {
        text.fact("Extended", "to " + extended.to.description + ": " + extended.reason)
      }
      if let at = record.responded {
        text.fact("Responded", when(at, reader) + by(record.respondedBy))
        text.fact("Letter", record.response?.text ?? "")
      }
    }
    if let closed = file.closed {
      text.fact("Closed", when(closed, reader) + (file.closedReason.isEmpty ? "" : ": " + file.closedReason))
    }
  }

  private static func by(_ login: StaffLogin?) -> String { login.map { " by " + $0.text } ?? "" }

  /// A day, with the hour where it is known.
  static func when(_ at: Occurrence, _ reader: RecordReader) -> String {
    let day = DaysInWords.short(at.day, today: reader.today)
    guard let moment = at.moment else { return day }
    return day + " " + hour(moment, reader)
  }

  static func hour(_ moment: Moment, _ reader: RecordReader) -> String {
    let time = reader.rules.zone.localTime(of: moment)
    return (time.hour < 10 ? "0" : "") + "\(time.hour):" + (time.minute < 10 ? "0" : "") + "\(time.minute)"
  }
}
