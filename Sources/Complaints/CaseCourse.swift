import Clocks

/// The resident no longer wants it looked into.
package struct ComplaintWithdrawn: StepPayload {
  package static let kind = StepKind.complaintWithdrawn
  package var reason = ""
  package init() {}

  package static let fields: [StepField<ComplaintWithdrawn>] = [
    .text("reason", "What the resident said", \.reason, required: true)
  ]
}

/// An ended case is worked again.
package struct CaseReopened: StepPayload {
  package static let kind = StepKind.caseReopened
  package var reason = ""
  package init() {}

  package static let fields: [StepField<CaseReopened>] = [
    .text("reason", "Why it is opened again", \.reason, required: true)
  ]
}

/// Which of two merged cases goes on.
package enum MergePart: String, CaseIterable, Hashable, Sendable {
  /// Its work is done under the other one.
  case absorbed
  case kept
}

/// Two cases are one matter; stored on both.
package struct CaseMerged: StepPayload {
  package static let kind = StepKind.caseMerged
  /// The other case.
  package var with: CaseReference?
  package var part: MergePart?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<CaseMerged>] = [
    .reference("with", "Into case", \.with, required: true, help: "the case that goes on"),
    .word("part", "This case is", \.part, given: false),
    .text("reason", "Why they are one matter", \.reason, required: true),
  ]
}

/// Two merged cases are apart again; stored on both.
package struct MergeEnded: StepPayload {
  package static let kind = StepKind.mergeEnded
  package var with: CaseReference?
  package var reason = ""
  package init() {}

  package static let fields: [StepField<MergeEnded>] = [
    .reference("with", "From case", \.with, help: "needed where several were merged into this one"),
    .text("reason", "Why they are apart after all", \.reason, required: true),
  ]
}

/// What a case was before it was merged, so that taking them apart loses nothing.
struct CourseBeforeMerge: Hashable, Sendable {
  var state: CaseState
  var closed: Occurrence?
  var reason: String
}

extension WorkStep {
  static let courseSpecs: [StepSpec] = [
    StepSpec(
      ComplaintWithdrawn.self, action: "withdraw", "withdraw the complaint", roles: [.handler, .supervisor],
      states: .live, row: .refold, judgement: true
    ) { .work(.withdrawn($0)) },
    StepSpec(
      CaseReopened.self, action: "reopen", "open an ended case again", roles: [.supervisor, .reviewer],
      states: .ended, row: .refold, judgement: true
    ) { .work(.reopened($0)) },
    StepSpec(
      CaseMerged.self, action: "merge", "merge this case into another", roles: [.handler, .supervisor],
      states: .live, row: .refold, judgement: true
    ) { .work(.merged($0)) },
    StepSpec(
      MergeEnded.self, action: "unmerge", "take merged cases apart again", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .work(.mergeEnded($0)) },
  ]
}

extension CaseFile {
  /// Puts an ended case back where it stood.
  mutating func reopen() {
    closed = nil
    closedReason = ""
    guard triage != nil else {
      state = .untriaged
      return
    }
    state = current?.responded != nil ? .responded : .open
  }

  mutating func apply(_ merged: CaseMerged, _ stamp: StepStamp) {
    guard let other = merged.with else { return }
    guard merged.part == .absorbed else {
      if !work.absorbed.contains(other) { work.absorbed.append(other) }
      return
    }
    if work.beforeMerge == nil {
      work.beforeMerge = CourseBeforeMerge(state: state, closed: closed, reason: closedReason)
    }
    work.mergedInto = other
    state = .merged
    closed = stamp.at
    closedReason = "merged into " + other.text
  }

  mutating func apply(_ ended: MergeEnded) {
    if let other = ended.with, other != work.mergedInto {
      work.absorbed.removeAll { $0 == other }
      return
    }
    guard let before = work.beforeMerge else { return }
    state = before.state
    closed = before.closed
    closedReason = before.reason
    work.beforeMerge = nil
    work.mergedInto = nil
  }
}

func guardUnmerge(_ ended: MergeEnded, _ file: CaseFile) throws(Refusal) {
  let merged = file.work.absorbed + (file.work.mergedInto.map { [$0] } ?? [])
  if merged.isEmpty { throw .work(.nothingToUnmerge) }
  guard let with = ended.with else {
    if merged.count > 1 { throw .missing(field: "with", clause: nil) }
    return
  }
  if !merged.contains(with) { throw .work(.notMergedWith(with)) }
}

/// The merge as each of the two cases keeps it.
func mergeParts(_ merged: CaseMerged, _ file: CaseFile) -> [(reference: CaseReference, step: CaseMerged)] {
  guard let other = merged.with else { return [] }
  var here = merged
  here.part = .absorbed
  var there = merged
  there.with = file.reference
  there.part = .kept
  return [(file.reference, here), (other, there)]
}

/// The parting as each of the two cases keeps it.
func unmergeParts(_ ended: MergeEnded, _ file: CaseFile) -> [(reference: CaseReference, step: MergeEnded)] {
  guard let other = ended.with ?? file.work.mergedInto ?? file.work.absorbed.first else { return [] }
  var here = ended
  here.with = other
  var there = ended
  there.with = file.reference
  return [(file.reference, here), (other, there)]
}

extension Event {
  /// The other case whose record holds a part of the same line.
  var otherCase: CaseReference? {
    switch self {
    case .caseLinked(let link): link.to
    case .step(.work(.merged(let merged))): merged.with
    case .step(.work(.mergeEnded(let ended))): ended.with
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .contactTriaged,
      .complaintAcknowledged, .caseAssigned, .contactLogged, .pointAdded, .pointDecided, .responseExtended,
      .complaintResponded, .complaintEscalated, .caseClosed, .noteAdded, .entryCorrected, .stepUndone,
      .stepRedone, .step, .newer:
      nil
    }
  }
}
