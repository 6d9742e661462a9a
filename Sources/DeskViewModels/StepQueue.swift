import Complaints

/// Steps on their way to the journal, one at a time, and what became of them.
struct StepQueue: Hashable, Sendable {
  /// A step recorded in this sitting, for undo.
  struct Taken: Hashable, Sendable {
    let reference: CaseReference
    let seq: UInt64
    let what: String
  }

  /// Stands for the case the step before has opened.
  static let caseJustOpened = CaseNumber(value: 0)

  private var waiting: [PlannedStep] = []
  private(set) var inFlight: PlannedStep?
  private var id = 0
  private(set) var done: [StepDone] = []
  private(set) var failures: [String] = []
  private(set) var submission: Submission?
  /// Newest last.
  private(set) var taken: [Taken] = []
  private(set) var undone: [Taken] = []

  var isBusy: Bool { inFlight != nil }

  /// Begins with the first of those steps.
  mutating func start(_ submission: Submission) -> [DeskEffect] {
    guard inFlight == nil else { return [] }
    self.submission = submission
    waiting = submission.steps
    done = []
    failures = []
    return next()
  }

  /// Notes that the step in flight is recorded; empty when it was the last, or not ours.
  mutating func succeeded(_ answer: StepDone) -> [DeskEffect]? {
    guard let planned = inFlight, answer.id == id else { return nil }
    inFlight = nil
    done.append(answer)
    note(planned, answer)
    return next()
  }

  /// Notes why the step in flight was not recorded; in a bulk the next still goes.
  mutating func failed(_ answerID: Int, _ why: String) -> [DeskEffect]? {
    guard let planned = inFlight, answerID == id else { return nil }
    inFlight = nil
    failures.append((planned.subject.isEmpty ? "" : planned.subject + ": ") + why)
    if submission?.isBulk != true { waiting = [] }
    return next()
  }

  private mutating func next() -> [DeskEffect] {
    guard !waiting.isEmpty else { return [] }
    let planned = waiting.removeFirst()
    inFlight = planned
    id += 1
    return [
      .perform(
        PerformRequest(
          id: id, step: addressed(planned.step), sawRevision: revision(planned), occurred: planned.occurred,
          letter: planned.letter))
    ]
  }

  private func addressed(_ step: PerformRequest.Step) -> PerformRequest.Step {
    guard case .action(let action, StepQueue.caseJustOpened) = step, let opened = done.last else {
      return step
    }
    return .action(action, opened.reference.number)
  }

  /// The revision its author saw, or the one our own step before it left behind.
  private func revision(_ planned: PlannedStep) -> UInt64? {
    guard case .action(_, let number) = planned.step else { return planned.sawRevision }
    return done.last { $0.reference.number == number }?.revision ?? planned.sawRevision
  }

  private mutating func note(_ planned: PlannedStep, _ answer: StepDone) {
    guard case .action(let action, _) = planned.step else { return }
    switch action {
    case .undo(let seq):
      guard let at = taken.lastIndex(where: { $0.seq == seq && $0.reference == answer.reference }) else {
        return
      }
      undone.append(taken.remove(at: at))
    case .redo(let seq):
      guard let at = undone.lastIndex(where: { $0.seq == seq && $0.reference == answer.reference }) else {
        return
      }
      taken.append(undone.remove(at: at))
    case .triage, .acknowledge, .assign, .contact, .point, .decide, .extend, .respond, .escalate, .close,
      .note, .link, .correct, .step:
      taken.append(Taken(reference: answer.reference, seq: answer.seq, what: action.name.rawValue))
      undone = []
    }
  }
}
