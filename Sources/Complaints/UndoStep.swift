import Clocks

/// Seconds between confirming a letter and its leaving; until then the step can be undone.
package let letterDelay: Int64 = 60

/// The line to undo: the one asked for, or the person's newest of this sitting.
///
/// - Throws: why not: not theirs, a letter that has left, or a later step that stands on it.
func stepToUndo(_ asked: UInt64?, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> UInt64 {
  let fixed = file.linesNeverUndone
  let filed: FiledEntry
  if let asked {
    guard let found = file.entries.first(where: { $0.entry.seq == asked && !$0.undone }) else {
      throw .noSuchEntry(asked)
    }
    guard found.entry.by == occasion.by else { throw .notYourStep(seq: asked, by: found.entry.by) }
    filed = found
  } else {
    let mine = file.entries.last { filed in
      filed.entry.by == occasion.by && !filed.undone && isUndoable(filed.entry.event)
        && !fixed.contains(filed.entry.seq)
        && occasion.sittingBegan.map { filed.entry.recordedAt >= $0 } ?? true
    }
    guard let mine else { throw .nothingToUndo }
    filed = mine
  }
  if case .step(let step) = filed.entry.event, let why = step.spec.neverUndone {
    throw .work(.neverUndone(why))
  }
  guard isUndoable(filed.entry.event), !fixed.contains(filed.entry.seq) else { throw .nothingToUndo }
  let seq = filed.entry.seq
  if let leaves = file.leaves(seq), occasion.now >= leaves {
    throw .letterHasLeft(seq: seq)
  }
  if let later = firstUnsound(file, without: seq, occasion.rules) {
    throw .laterStepDepends(seq: seq, later: later)
  }
  return seq
}

extension CaseFile {
  /// Lines that hold a step which is never taken back: the rest of such a line stays with it.
  fileprivate var linesNeverUndone: Set<UInt64> {
    var lines: Set<UInt64> = []
    for filed in entries {
      if case .step(let step) = filed.entry.event, step.spec.neverUndone != nil {
        lines.insert(filed.entry.seq)
      }
    }
    return lines
  }
}

/// The undone line to redo: the one asked for, or the person's newest undone.
func stepToRedo(_ asked: UInt64?, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> UInt64 {
  let undone = file.entries.filter(\.undone).map(\.entry.seq)
  let byMe = file.entries.compactMap { filed -> UInt64? in
    guard case .stepUndone(let seq) = filed.entry.event, filed.entry.by == occasion.by else { return nil }
    return undone.contains(seq) ? seq : nil
  }
  guard let seq = asked ?? byMe.last, byMe.contains(seq) else { throw .nothingToRedo }
  // Its words and its dates are of the day it was written; put back later it would date what it says wrong.
  if let leaves = file.leaves(seq), occasion.rules.zone.day(of: leaves) < occasion.today {
    throw .work(.letterTooOld(seq))
  }
  if let later = firstUnsound(file, with: seq, occasion.rules) {
    throw .laterStepDepends(seq: seq, later: later)
  }
  return seq
}

/// The cases whose record holds a part of that line: this one, and the other of a link or a merge.
func touched(by seq: UInt64, _ file: CaseFile) -> [CaseReference] {
  var cases = [file.reference]
  for filed in file.entries where filed.entry.seq == seq {
    if let other = filed.entry.event.otherCase, !cases.contains(other) { cases.append(other) }
  }
  return cases
}

/// Whether a step of that kind can be taken back; the contact that opened the case cannot.
private func isUndoable(_ event: Event) -> Bool {
  switch event {
  case .contactTriaged, .complaintAcknowledged, .caseAssigned, .contactLogged, .pointAdded, .pointDecided,
    .responseExtended, .complaintResponded, .complaintEscalated, .caseClosed, .noteAdded, .caseLinked,
    .entryCorrected:
    true
  case .step(let step): step.spec.neverUndone == nil
  case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
    .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .stepUndone,
    .stepRedone, .newer:
    false
  }
}

/// Whether that event is a letter, which leaves a minute after it is confirmed.
func isLetter(_ event: Event) -> Bool {
  switch event {
  case .complaintAcknowledged, .complaintResponded, .responseExtended: true
  case .step(let step): step.spec.outward
  case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
    .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .contactTriaged,
    .caseAssigned,
    .contactLogged, .pointAdded, .pointDecided, .complaintEscalated, .caseClosed, .noteAdded,
    .caseLinked, .entryCorrected, .stepUndone, .stepRedone, .newer:
    false
  }
}

/// The first line that the rules would refuse were the case replayed without (or with) that step.
func firstUnsound(
  _ file: CaseFile, without taken: UInt64? = nil, with given: UInt64? = nil, _ rules: RuleBook
) -> UInt64? {
  let kept = file.entries.filter { filed in
    filed.entry.seq != taken && (!filed.undone || filed.entry.seq == given)
  }
  var soFar: [Entry] = []
  for filed in kept {
    if case .stepUndone = filed.entry.event { continue }
    if case .stepRedone = filed.entry.event { continue }
    if let action = Action(replaying: filed.entry.event),
      let past = CaseFile(soFar, zone: rules.zone)
    {
      do throws(Refusal) { try guardState(action, past, rules) } catch {
        // What would be refused today as it stands is no work of this undo.
        if !isUnsound(filed.entry, file, rules) { return filed.entry.seq }
      }
      // A point put back must not share its number with one added since.
      if given != nil, case .pointAdded(let added) = filed.entry.event,
        past.points.contains(where: { $0.number == added.point })
      {
        return filed.entry.seq
      }
    }
    if case .entryCorrected(let corrected) = filed.entry.event,
      !soFar.contains(where: { $0.seq == corrected.seq })
    {
      return filed.entry.seq
    }
    soFar.append(filed.entry)
  }
  return nil
}

/// Whether the rules of today refuse that line even where it stands.
private func isUnsound(_ entry: Entry, _ file: CaseFile, _ rules: RuleBook) -> Bool {
  var before: [Entry] = []
  for filed in file.entries where filed.entry.seq < entry.seq && !filed.undone { before.append(filed.entry) }
  guard let action = Action(replaying: entry.event), let past = CaseFile(before, zone: rules.zone) else {
    return false
  }
  do throws(Refusal) { try guardState(action, past, rules) } catch { return true }
  return false
}

extension Action {
  /// The action whose effect that event records, for asking the guards again; nil where none guards it.
  init?(replaying event: Event) {
    switch event {
    case .contactTriaged(let triage):
      self = .triage(TriageChoice(kind: triage.kind, reason: triage.reason))
    case .complaintAcknowledged(let letter):
      self = .acknowledge(AcknowledgementDraft(definition: letter.definition, override: letter.override))
    case .caseAssigned(let to): self = .assign(to: to)
    case .contactLogged(let contact): self = .contact(contact)
    case .pointAdded(let point): self = .point(text: point.text, category: point.category)
    case .pointDecided(let decided):
      self = .decide(
        PointJudgement(
          point: decided.point, decision: decided.decision, reasons: decided.reasons, basis: decided.basis))
    case .responseExtended(let extended):
      self = .extend(
        to: extended.to, reason: extended.reason, told: extended.told, goodReason: extended.goodReason)
    case .complaintResponded(let response):
      self = .respond(channel: response.channel, text: response.text, override: response.override)
    case .complaintEscalated(let escalated):
      self = .escalate(
        reason: escalated.reason, late: escalated.late,
        entry: StageEntry(stage: escalated.stage.number, way: escalated.way))
    case .caseClosed(let reason, let override): self = .close(reason: reason, override: override)
    case .noteAdded(let text): self = .note(text: text)
    case .caseLinked(let link): self = .link(to: link.to, relation: link.relation)
    case .step(let step): self = .step(step)
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .entryCorrected,
      .stepUndone,
      .stepRedone, .newer:
      return nil
    }
  }
}
