package import Clocks

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

/// A promise gets another date, and the resident was told.
package struct PromiseMoved: StepPayload {
  package static let kind = StepKind.promiseMoved
  package var promise: Int?
  package var to: CalendarDay?
  package var reason = ""
  package var told = ""
  package init() {}

  package static let fields: [StepField<PromiseMoved>] = [
    .number("promise", "Promise", \.promise, required: true),
    .day("to", "New date", \.to, required: true),
    .text("reason", "Why", \.reason, required: true),
    .text("told", "How the resident was told", \.told, required: true),
  ]
}

extension RemedyStep {
  static let promiseSpecs: [StepSpec] = [
    StepSpec(
      PromiseMade.self, action: "promise", "record a promise", roles: [.handler, .supervisor], states: .any,
      row: .refold
    ) { .remedy(.promised($0)) },
    StepSpec(
      PromiseKept.self, action: "fulfil", "mark a promise kept", roles: [.handler, .supervisor], states: .any,
      row: .refold
    ) { .remedy(.kept($0)) },
    StepSpec(
      PromiseMoved.self, action: "move-promise", "give a promise another date",
      roles: [.handler, .supervisor], states: .any, row: .refold, outward: true
    ) { .remedy(.moved($0)) },
  ]
}

/// One promise and what became of it.
package struct PromiseRecord: Hashable, Sendable {
  package var made: PromiseMade
  package var on: Occurrence
  package var kept: PromiseKept?
  package var keptOn: Occurrence?
  package var moves: [PromiseMoved] = []
  /// When each move was made known.
  package var movedOn: [Occurrence] = []

  package var number: Int { made.promise ?? 0 }
  /// The date the resident was told last.
  package var due: CalendarDay? { moves.last?.to ?? made.due }
}

func guardOpenPromise(_ number: Int?, _ file: CaseFile) throws(Refusal) {
  guard let promise = file.redress.promises.first(where: { $0.made.promise == number }) else {
    throw .remedy(.noSuchPromise(number ?? 0))
  }
  if promise.kept != nil { throw .remedy(.alreadyKept(number ?? 0)) }
}

func guardMove(_ moved: PromiseMoved, _ file: CaseFile) throws(Refusal) {
  let promise = file.redress.promises.first { $0.made.promise == moved.promise }
  if let promise, promise.due == moved.to { throw .remedy(.sameDate(promise.number)) }
}
