import CaseDocuments
import Clocks
import Complaints

/// Asks the rules whether a step would be refused, before anything is filled in.
///
/// What only the sheet's own fields can settle (a cap, a late request) is no reason yet.
enum StepProbe {
  static func refusal(of name: ActionName, on file: CaseFile, _ reader: RecordReader) -> Refusal? {
    guard let action = probe(name, file, reader),
      let refusal = reader.refusal(of: action, on: file)
    else { return nil }
    switch refusal {
    case .beyondCap, .extensionNotLater, .windowPassed, .missing: return nil
    case .notResponded:
      // A policy may let a later stage be entered before the answer; the sheet asks by what way.
      return name == .escalate && !SheetForms.directWays(file, reader).isEmpty ? nil : refusal
    case .alreadyTriaged(let kind): return kind == .complaint || name != .triage ? refusal : nil
    case .intake(let about): return about.field == nil ? refusal : nil
    case .work(let about): return about.field == nil ? refusal : nil
    case .remedy(let about): return about.field == nil ? refusal : nil
    case .escalation(let about): return about.field == nil ? refusal : nil
    case .ombudsman(let about): return about.field == nil ? refusal : nil
    case .behaviour(let about): return about.field == nil ? refusal : nil
    case .hazard(let about): return about.field == nil ? refusal : nil
    case .people(let about): return about.field == nil ? refusal : nil
    case .record(let about): return about.field == nil ? refusal : nil
    case .notStaff, .roleMayNot, .wrongState, .notAComplaint, .alreadyAcknowledged, .notAcknowledged,
      .alreadyResponded, .noPoints, .pointsUndecided, .noSuchPoint, .sameDecider,
      .noLaterStage, .occurredInFuture, .occurredBeforeContact, .staleView, .noSuchStaff, .noSuchCase,
      .noSuchEntry, .noSuchField, .badValue, .nothingToUndo, .nothingToRedo, .letterHasLeft,
      .laterStepDepends, .notYourStep, .newerEntry, .calendarGap, .unknownProfile, .linkToItself:
      return refusal
    }
  }

  /// What was tried, for the front of a refusal: `respond to C26-000042`.
  static func words(_ name: ActionName, _ file: CaseFile, _ reader: RecordReader) -> String {
    let action: Action? =
      name == .respond ? .respond(channel: .letter, text: "", override: "") : probe(name, file, reader)
    return action.map { attempt($0, on: file.reference.text) } ?? name.rawValue + " " + file.reference.text
  }

  /// A step of that name with something in every field that must have something; nil where none can be made.
  private static func probe(_ name: ActionName, _ file: CaseFile, _ reader: RecordReader) -> Action? {
    switch name {
    case .triage:
      .triage(TriageChoice(kind: file.isComplaint ? .serviceRequest : .complaint, reason: "…"))
    case .acknowledge: .acknowledge(AcknowledgementDraft(definition: "…"))
    case .assign:
      // Whether somebody may be picked is for the sheet; here only whether I may hand out work at all.
      file.handler == nil ? .assign(to: reader.me) : nil
    case .contact:
      .contact(ContactLogged(direction: .out, channel: .phone, reached: true, text: "…"))
    case .point: .point(text: "…", category: "")
    case .decide, .respond:
      if let point = file.points.first(where: { file.undecidedPoints.contains($0.number) })
        ?? file.points.first
      {
        .decide(PointJudgement(point: point.number, decision: .upheld, reasons: "…", basis: "…"))
      } else {
        .point(text: "…", category: "")
      }
    case .extend:
      .extend(to: reader.today.adding(days: 1), reason: "…", told: "…", goodReason: "…")
    case .escalate: .escalate(reason: "", late: "")
    case .close: .close(reason: "…")
    case .note: .note(text: "…")
    case .step(let kind): StepCatalogue.spec(kind).probe(on: file).map(Action.step)
    case .link, .correct, .undo, .redo: nil
    }
  }
}
