import Clocks

/// The events of a step whose fields a table tells, or why not.
func decideStep(_ step: CaseStep, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> [NewEvent] {
  let at = occasion.occurred
  func event(_ step: CaseStep) -> [NewEvent] { [NewEvent(.step(step), case: file.reference, occurred: at)] }
  switch step {
  case .intake(let step): return try intakeEvents(step, file, occasion)
  case .people(let step): return try peopleEvents(step, file, occasion)
  case .work(let step): return try decideWork(step, file, occasion)
  case .remedy(let step): return try decideRemedy(step, file, occasion)
  case .escalation(let step): return event(.escalation(try filled(step, file, occasion)))
  case .ombudsman(let step): return event(.ombudsman(try filled(step, file, occasion)))
  case .behaviour(let step): return event(.behaviour(try filled(step, file, occasion)))
  case .hazard(let step): return event(.hazard(try filled(step, file, occasion)))
  case .record(let step): return event(.record(try filled(step)))
  }
}

/// Refuses what lacks a field that must be given, which nobody could read again, and names of nobody on the list
/// of staff, which a letter might tell the resident.
func guardGiven(_ step: CaseStep, _ occasion: Occasion) throws(Refusal) {
  let values = step.values
  for field in step.spec.fields {
    let given = values.first { $0.name == field.name }?.value
    if field.required, given == nil { throw .missing(field: field.name, clause: nil) }
    if field.kind == .staff, case .text(let text) = given, let login = StaffLogin(text),
      occasion.staff[login] == nil
    {
      throw .noSuchStaff(text)
    }
  }
}

/// Refuses a step that the state of its case, or what is on record, does not allow.
func guardStep(_ step: CaseStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let spec = step.spec
  try guardStates(spec, file)
  switch step {
  case .intake(let step): try guardStep(step, file, rules)
  case .work(let step): try guardStep(step, file, rules)
  case .remedy(let step): try guardStep(step, file, rules)
  case .escalation(let step): try guardStep(step, file, rules)
  case .ombudsman(let step): try guardStep(step, file, rules)
  case .behaviour(let step): try guardStep(step, file, rules)
  case .hazard(let step): try guardStep(step, file, rules)
  case .people(let step): try guardStep(step, file, rules)
  case .record: break
  }
}

private func guardStates(_ spec: StepSpec, _ file: CaseFile) throws(Refusal) {
  // Two merged cases can always be taken apart again.
  if file.state == .merged, spec.kind != .mergeEnded { throw .wrongState(.merged, action: spec.action) }
  switch spec.states {
  case .any: break
  case .live: if !file.state.isLive { throw .wrongState(file.state, action: spec.action) }
  case .complaint: if !file.isComplaint { throw .notAComplaint(file.kind, action: spec.action) }
  case .openComplaint:
    if file.state == .untriaged { throw .wrongState(.untriaged, action: spec.action) }
    if !file.isComplaint { throw .notAComplaint(file.kind, action: spec.action) }
    if file.state != .open { throw .wrongState(file.state, action: spec.action) }
  case .answered:
    if !file.isComplaint { throw .notAComplaint(file.kind, action: spec.action) }
    guard let stage = file.current, stage.responded != nil else {
      throw .notResponded(file.stage ?? .one)
    }
  case .ended: if file.state.isLive { throw .wrongState(file.state, action: spec.action) }
  case .untriaged: if file.state != .untriaged { throw .wrongState(file.state, action: spec.action) }
  }
}

extension CaseStep {
  /// This step with one text put right; a field it does not have changes nothing.
  func corrected(_ field: String, _ value: String) -> CaseStep {
    let spec = spec
    guard spec.correctable.contains(field) else { return self }
    var values: [String: StepValue] = [:]
    for named in self.values { values[named.name] = named.value }
    values[field] = .text(value)
    return spec.decode(values) ?? self
  }
}

extension CaseFile {
  mutating func apply(_ step: CaseStep, _ stamp: StepStamp) {
    switch step {
    case .intake(let step): apply(step, stamp)
    case .work(let step): apply(step, stamp)
    case .remedy(let step): apply(step, stamp)
    case .escalation(let step): apply(step, stamp)
    case .ombudsman(let step): apply(step, stamp)
    case .behaviour(let step): apply(step, stamp)
    case .hazard(let step): apply(step, stamp)
    case .people(let step): apply(step, stamp)
    case .record(let step): apply(step, stamp)
    }
  }

  /// The marks that steps put on the queue's row.
  var stepMarks: CaseMarks {
    hazard.marks.union(intake.marks).union(redress.marks).union(ombudsman.marks).union(behaviour.marks)
      .union(people.marks).union(further.marks).union(stages.contains { $0.panel != nil } ? .panel : [])
      .union(updateMarks).union(owedMarks).union(work.marks)
  }
}
