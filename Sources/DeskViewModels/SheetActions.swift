import Clocks
import Complaints

/// Turns a sheet's fields into actions, through the same reader as the command line.
enum SheetActions {
  static func read(_ sheet: Sheet, _ reader: RecordReader) throws(Refusal) -> [Action] {
    switch sheet.name {
    case .respond: return try response(sheet, reader)
    case .triage: return [try triage(sheet, reader)]
    case .undo: return [.undo(seq: sheet.seq)]
    case .redo: return [.redo(seq: sheet.seq)]
    case .acknowledge, .assign, .contact, .point, .decide, .extend, .escalate, .close, .note, .link, .correct,
      .step:
      var fields = ActionFields()
      for spec in ActionCatalogue.spec(sheet.name).fields {
        let value = OfferedWords.said(spec.name, in: sheet.form) ?? sheet.form.value(spec.name)
        if !value.isEmpty { fields.set(spec.name, value) }
      }
      return [try readAction(sheet.name, fields, reader)]
    }
  }

  /// The field of the form a refusal is about, where it names one.
  static func field(of refusal: Refusal, in sheet: Sheet) -> String? {
    let names = sheet.form.fields.map(\.name)
    let name: String? =
      switch refusal {
      case .missing(let field, _): field
      case .badValue(let field, _, _): field
      case .noSuchStaff, .noSuchCase: "to"
      case .beyondCap: "good-reason"
      case .extensionNotLater: "to"
      case .windowPassed: "late"
      case .occurredInFuture, .occurredBeforeContact: "occurred"
      case .noSuchField: "field"
      case .noSuchEntry: "seq"
      case .intake(let refusal): refusal.field
      case .work(let refusal): refusal.field
      case .remedy(let refusal): refusal.field
      case .escalation(let refusal): refusal.field
      case .ombudsman(let refusal): refusal.field
      case .behaviour(let refusal): refusal.field
      case .hazard(let refusal): refusal.field
      case .people(let refusal): refusal.field
      case .record(let refusal): refusal.field
      case .notStaff, .roleMayNot, .wrongState, .notAComplaint, .alreadyTriaged, .alreadyAcknowledged,
        .notAcknowledged, .alreadyResponded, .notResponded, .noPoints, .pointsUndecided, .noSuchPoint,
        .sameDecider, .noLaterStage, .staleView, .nothingToUndo, .nothingToRedo, .letterHasLeft,
        .laterStepDepends, .notYourStep, .newerEntry, .calendarGap, .unknownProfile, .linkToItself:
        nil
      }
    guard let name else { return nil }
    // In the response sheet a point's own fields carry its number.
    return names.first { $0 == name } ?? names.first { $0.hasPrefix(name + ":") }
  }

  private static func readAction(
    _ name: ActionName, _ fields: ActionFields, _ reader: RecordReader
  ) throws(Refusal) -> Action {
    let register = reader.register
    let read = ReadAction(zone: reader.rules.zone) { text in
      let typed = text.trimmedBlanks.uppercased()
      let number =
        CaseReference(typed)?.number ?? UInt32(typed).flatMap { $0 > 0 ? CaseNumber(value: $0) : nil }
      return number.flatMap { register.row($0)?.reference }
    }
    return try read.read(name, fields)
  }

  private static func triage(_ sheet: Sheet, _ reader: RecordReader) throws(Refusal) -> Action {
    var fields = ActionFields()
    fields.answers = TriageFields.answers(sheet.form)
    let chosen = sheet.form.value("kind")
    let kind = chosen.isEmpty ? TriageFields.proposal(sheet.form, reader)?.kind.rawValue ?? "" : chosen
    if !kind.isEmpty { fields.set("kind", kind) }
    fields.set("reason", sheet.form.value("reason"))
    fields.set("profile", sheet.form.value("profile"))
    return try readAction(.triage, fields, reader)
  }

  /// A decision for each point whose fields say something new, then the response if it is to go now.
  private static func response(_ sheet: Sheet, _ reader: RecordReader) throws(Refusal) -> [Action] {
    guard let target = sheet.targets.first, let file = reader.file(target.number) else { return [] }
    var actions: [Action] = []
    for point in file.points {
      let number = String(point.number)
      let decision = sheet.form.value("decision:" + number)
      guard !decision.isEmpty else { continue }
      let recorded = file.stage.flatMap { point.decision(at: $0) }
      let reasons = sheet.form.value("reasons:" + number)
      let basis = sheet.form.value("basis:" + number)
      let remedy = sheet.form.value("remedy:" + number)
      if let recorded, recorded.decision.rawValue == decision, recorded.reasons == reasons,
        recorded.basis == basis, recorded.remedy == remedy
      {
        continue
      }
      var fields = ActionFields()
      fields.set("point", number)
      fields.set("decision", decision)
      fields.set("reasons", reasons)
      fields.set("basis", basis)
      fields.set("remedy", remedy)
      actions.append(try readAction(.decide, fields, reader))
    }
    guard sheet.form.value("send") == "yes" else { return actions }
    var fields = ActionFields()
    fields.set("channel", sheet.form.value("channel"))
    fields.set("text", sheet.form.value("text"))
    fields.set("override", sheet.form.value("override"))
    actions.append(try readAction(.respond, fields, reader))
    return actions
  }
}
