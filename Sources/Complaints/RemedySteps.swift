package import Clocks

/// Steps of putting things right: promises, compensation, remedies, learning.
package enum RemedyStep: Hashable, Sendable {
  case promised(PromiseMade)
  case kept(PromiseKept)

  package var payload: any StepPayload {
    switch self {
    case .promised(let payload): payload
    case .kept(let payload): payload
    }
  }
}

/// An action promised to the resident; it outlives the response (Code 6.6, 7.3).
package struct PromiseMade: StepPayload {
  package static let kind = StepKind.promiseMade
  package var promise: Int?
  package var text = ""
  package var due: CalendarDay?
  package var owner: StaffLogin?
  package init() {}

  package static let fields: [StepField<PromiseMade>] = [
    .number("promise", "Promise", \.promise, given: false),
    .text("text", "What is promised", \.text, required: true),
    .day("due", "By when", \.due, required: true),
    .staff("owner", "Who sees to it", \.owner),
  ]
}

/// A promise was kept, with the proof.
package struct PromiseKept: StepPayload {
  package static let kind = StepKind.promiseKept
  package var promise: Int?
  package var proof = ""
  package init() {}

  package static let fields: [StepField<PromiseKept>] = [
    .number("promise", "Promise", \.promise, required: true),
    .text("proof", "What shows it", \.proof, required: true),
  ]
}

extension RemedyStep {
  static let specs: [StepSpec] = [
    StepSpec(
      PromiseMade.self, action: "promise", "record a promise", roles: [.handler, .supervisor], states: .any,
      row: .refold
    ) { .remedy(.promised($0)) },
    StepSpec(
      PromiseKept.self, action: "fulfil", "mark a promise kept", roles: [.handler, .supervisor], states: .any,
      row: .refold
    ) { .remedy(.kept($0)) },
  ]
}

/// One promise and what became of it.
package struct PromiseRecord: Hashable, Sendable {
  package var made: PromiseMade
  package var on: Occurrence
  package var kept: PromiseKept?
  package var keptOn: Occurrence?
}

/// What is on record about putting things right.
package struct RemedyRecord: Hashable, Sendable {
  package var promises: [PromiseRecord] = []

  /// Promises not kept yet.
  package var openPromises: [PromiseRecord] { promises.filter { $0.kept == nil } }

  var marks: CaseMarks { openPromises.isEmpty ? [] : .promises }

  var duties: [DutyFacts] {
    promises.map { DutyFacts(clock: .promise, started: $0.on, done: $0.keptOn, told: $0.made.due) }
  }
}

extension CaseFile {
  mutating func apply(_ step: RemedyStep, _ stamp: StepStamp) {
    switch step {
    case .promised(let made): redress.promises.append(PromiseRecord(made: made, on: stamp.at))
    case .kept(let kept):
      guard let index = redress.promises.firstIndex(where: { $0.made.promise == kept.promise }) else { break }
      redress.promises[index].kept = kept
      redress.promises[index].keptOn = stamp.at
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: RemedyStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  switch step {
  case .promised: break
  case .kept(let kept):
    guard let promise = file.redress.promises.first(where: { $0.made.promise == kept.promise }) else {
      throw .remedy(.noSuchPromise(kept.promise ?? 0))
    }
    if promise.kept != nil { throw .remedy(.alreadyKept(kept.promise ?? 0)) }
  }
}

/// Fills in what the rules give: the running number.
func filled(_ step: RemedyStep, _ file: CaseFile) -> RemedyStep {
  switch step {
  case .promised(var made):
    made.promise = file.redress.promises.count + 1
    return .promised(made)
  case .kept: return step
  }
}

/// Why a step of putting things right was refused.
package enum RemedyRefusal: Hashable, Sendable {
  case noSuchPromise(Int)
  case alreadyKept(Int)

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noSuchPromise, .alreadyKept: "promise"
    }
  }
}
