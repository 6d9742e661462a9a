import CaseDocuments
import Clocks
import Complaints
import PlainText
import TextCanvas

/// Opens the sheet of an action with what the record already knows filled in.
enum SheetForms {
  static func sheet(_ name: ActionName, _ numbers: [CaseNumber], _ reader: RecordReader) -> Sheet? {
    let targets = numbers.compactMap { number in
      reader.register.row(number).map {
        SheetTarget(number: number, reference: $0.reference, revision: $0.revision)
      }
    }
    guard let first = targets.first, let file = reader.file(first.number) else { return nil }
    let spec = ActionCatalogue.spec(name)
    var fields: [FormField]
    switch name {
    case .respond: fields = ResponseFields.of(file)
    case .triage:
      let said = FormField(
        name: "said", label: "They said: " + oneLine(file.contact.narrative), input: .heading)
      fields = [said] + triageFields(reader)
    case .undo, .redo: fields = []
    case .escalate:
      fields = spec.fields.filter { escalateAsks($0.name, file, reader) }.map { field($0, file, reader) }
    case .acknowledge, .assign, .contact, .point, .decide, .extend, .close, .note, .link, .correct:
      fields = spec.fields.map { field($0, file, reader) }
    case .step(let kind):
      fields = spec.fields.flatMap { spec in
        let field = field(spec, file, reader)
        guard let offered = OfferedWords.of(spec.name, kind, file, reader) else { return [field] }
        return OfferedWords.fields(field, offered, several: spec.kind == .list)
      }
    }
    if name == .assign, let to = fields.firstIndex(where: { $0.name == "to" }) {
      fields[to].input = .pick(StaffPick.assignee(file, reader))
    }
    if name != .undo, name != .redo { fields.append(occurred) }
    if SheetForms.contacts(name) { fields = limits(file, reader) + fields }
    if targets.count > 1 { fields = preview(name, targets, reader) + fields }
    let subject =
      targets.count == 1 ? first.reference.text + " ─ " + personName(file) : "\(targets.count) marked cases"
    var sheet = Sheet(
      name: name, title: titleWord(name) + " ─ " + subject, targets: targets,
      form: Form(fields, isOutward: spec.outward, confirmLabel: "Confirm: " + titleWord(name).lowercased()))
    prefill(&sheet.form, name, file, reader)
    sheet.form.markOpened()
    if let advice = advice(name, file, reader) { sheet.headline = [TextSpan(advice, .dim)] }
    sheet.refreshHeadline(reader)
    return sheet
  }

  /// The sheet that adds one point, laid over the response sheet.
  static func point(_ target: SheetTarget, _ reader: RecordReader) -> Sheet {
    let fields = ActionCatalogue.spec(.point).fields.map { spec in
      FormField(name: spec.name, label: spec.label, input: .line(TextEntry()), isRequired: spec.required)
    }
    var form = Form(fields, isOutward: false, confirmLabel: "Confirm: add the point")
    form.markOpened()
    return Sheet(
      name: .point, title: "Add a point ─ " + target.reference.text, targets: [target], form: form)
  }

  /// The sheet that takes a step of this sitting back, or puts it back.
  static func undo(_ name: ActionName, _ taken: StepQueue.Taken, _ reader: RecordReader) -> Sheet? {
    guard var sheet = sheet(name, [taken.reference.number], reader) else { return nil }
    sheet.seq = taken.seq
    sheet.headline = [
      TextSpan((name == .undo ? "Take back: " : "Put back: ") + taken.what, .notice),
      TextSpan(" (line \(taken.seq)). It is recorded as a new entry; nothing is erased.", .dim),
    ]
    return sheet
  }

  /// The actions that may go to every marked case at once; the others want a look at each.
  static let inBulk: Set<ActionName> = [.assign, .contact, .note, .extend, .acknowledge, .close]

  static func titleWord(_ name: ActionName) -> String {
    let title = ActionCatalogue.spec(name).title
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  /// What is said at the foot when it is done.
  static func doneWords(_ name: ActionName, _ actions: [Action]) -> String {
    switch name {
    case .triage: "triaged"
    case .acknowledge: "acknowledged"
    case .assign: "assigned"
    case .contact: "contact logged"
    case .point: "point added"
    case .decide: "point decided"
    case .extend: "extended"
    case .respond: actions.last?.name == .respond ? "response sent" : "points decided"
    case .escalate: "taken to the next stage"
    case .close: "closed"
    case .note: "note added"
    case .link: "linked"
    case .correct: "corrected"
    case .undo: "step undone"
    case .redo: "step put back"
    case .step(let kind): StepCatalogue.spec(kind).title + ": done"
    }
  }

  static let occurred = FormField(
    name: "occurred", label: "When", input: .line(TextEntry()), hint: "now; or 14:30, 2026-11-20, …")

  private static func field(_ spec: FieldSpec, _ file: CaseFile, _ reader: RecordReader) -> FormField {
    var field = FormField(
      name: spec.name, label: spec.label, input: .line(TextEntry()), isRequired: spec.required,
      hint: spec.help)
    switch spec.kind {
    case .text, .number, .answers: if spec.name == "seq" { field.input = .pick(entries(file)) }
    case .longText: field.input = .area(TextEntry(shape: .area), rows: 4)
    case .time, .date: field.hint = "YYYY-MM-DD"
    case .list: break
    case .caseReference: field.hint = "C26-000042 or 42"
    case .yesNo:
      field.input = .choice(choices(["yes", "no"], spec), chosen: 0)
    case .staff: field.input = .pick(StaffPick.of(file, reader))
    case .choice(let words):
      field.input = .choice(choices(words, spec), chosen: 0)
    }
    return field
  }

  /// The words to choose from; first of all nothing, where nothing needs to be said.
  private static func choices(_ words: [String], _ spec: FieldSpec) -> [PickOption] {
    let options = words.map { PickOption(value: $0, label: $0) }
    return spec.required || spec.name == "as" ? options : [PickOption(value: "", label: "–")] + options
  }

  private static func entries(_ file: CaseFile) -> PickEntry {
    PickEntry(
      options: file.entries.reversed().map { filed in
        let seq = String(filed.entry.seq)
        return PickOption(
          value: seq, label: seq + "  " + truncate(oneLine(eventText(filed.entry.event)), to: 60))
      })
  }

  private static func triageFields(_ reader: RecordReader) -> [FormField] {
    TriageFields.questions() + TriageFields.profiles(reader) + [
      FormField(
        name: "kind", label: "Kind", input: .choice(TriageFields.kinds("as the answers propose"), chosen: 0),
        isRequired: true),
      FormField(
        name: "reason", label: "Reason", input: .line(TextEntry()),
        hint: "needed where the choice is not what is proposed"),
    ]
  }

  private static func prefill(
    _ form: inout Form, _ name: ActionName, _ file: CaseFile, _ reader: RecordReader
  ) {
    switch name {
    case .acknowledge:
      form.set("outcome", file.contact.outcomeSought)
      if let due = promisedBy(file, reader) { form.set("due", due.description) }
    case .contact:
      form.set("direction", Direction.into.rawValue)
      form.set("channel", Channel.phone.rawValue)
    case .respond: form.set("channel", file.contact.channel == .email ? "email" : "letter")
    case .close: form.set("reason", silentReason(file, reader))
    case .step(.managementEscalated):
      let shown = ticked(file, reader)
      form.set("criteria", shown.joined(separator: "; "))
      for key in shown { form.set("criteria:" + key, "yes") }
      if let to = senior(of: file, by: reader.me, reader.occasion(about: file)) { form.set("to", to.text) }
    case .triage, .assign, .point, .decide, .extend, .escalate, .note, .link, .correct, .undo, .redo, .step:
      break
    }
  }

  /// The response date to promise when the acknowledgement goes today: the earlier target.
  private static func promisedBy(_ file: CaseFile, _ reader: RecordReader) -> CalendarDay? {
    guard var facts = file.facts.stages.last else { return nil }
    facts.acknowledged = Occurrence(day: reader.today)
    return reader.rules.urgent(
      of: facts, profile: file.triage?.profile ?? "", received: file.received)?.due
  }

  private static func advice(_ name: ActionName, _ file: CaseFile, _ reader: RecordReader) -> String? {
    switch name {
    case .extend:
      guard let facts = file.facts.stages.last else { return nil }
      do throws(CalendarGap) {
        let limits = try reader.rules.extensionLimits(
          of: facts, profile: file.triage?.profile ?? "", received: file.received)
        return limits.map { limit in
          (limit.target == .landlord ? "Landlord" : "Code") + ": due \(limit.firstDue)"
            + (limit.latest.map { ", latest \($0)" } ?? ", no cap") + " (\(limit.clause.text))"
        }.joined(separator: "; ")
      } catch {
        return "The bank holidays of \(error.needs) are not published yet."
      }
    case .escalate: return escalateAdvice(file, reader)
    case .step(.managementEscalated): return managementAdvice(file, reader)
    case .acknowledge: return oneLine(file.contact.narrative)
    case .respond:
      return file.points.isEmpty ? "No point is recorded yet: ^N adds one." : "^N adds a point."
    case .assign: return StaffPick.advice(file, reader)
    case .step(.learningRecorded):
      let prompts = reader.rules.profile(of: file)?.duties.learning?.prompts ?? []
      return prompts.isEmpty ? nil : prompts.joined(separator: " ")
    case .triage, .contact, .point, .decide, .close, .note, .link, .correct, .undo, .redo, .step:
      return nil
    }
  }

  /// Names every case a bulk step goes to, and says which would be refused.
  private static func preview(
    _ name: ActionName, _ targets: [SheetTarget], _ reader: RecordReader
  ) -> [FormField] {
    var lines = ["For: " + targets.prefix(8).map(\.reference.text).joined(separator: " ")]
    if targets.count > 8 { lines[0] += " … and \(targets.count - 8) more" }
    // Each look costs a case file; past this many the outcome is told as it comes.
    for target in targets.prefix(100) {
      guard let file = reader.file(target.number),
        let refusal = StepProbe.refusal(of: name, on: file, reader)
      else { continue }
      lines.append("✗ \(target.reference.text): " + reader.words(refusal))
    }
    return lines.enumerated().map {
      FormField(name: "preview:\($0.offset)", label: $0.element, input: .heading)
    }
  }

  static func personName(_ file: CaseFile) -> String {
    file.contact.person.name.isEmpty ? "anonymous" : oneLine(file.contact.person.name)
  }
}
