package import Clocks

/// A finding of the Ombudsman; each point it looks at gets its own.
package enum OmbudsmanFinding: String, CaseIterable, Hashable, Sendable {
  case noMaladministration = "no-maladministration"
  case serviceFailure = "service-failure"
  case maladministration
  case severeMaladministration = "severe-maladministration"
  case mediation
  /// What the landlord offered before is reasonable redress.
  case redress
  case outsideJurisdiction = "outside-jurisdiction"
  case withdrawn
}

/// What the Ombudsman found on one point, or on a matter as it defines it.
package struct DeterminationMade: StepPayload {
  package static let kind = StepKind.ombudsmanFound
  package var point: Int?
  package var finding: OmbudsmanFinding?
  package var text = ""
  package init() {}

  package static let fields: [StepField<DeterminationMade>] = [
    .number("point", "Point", \.point, help: "where the Ombudsman's point is one of ours"),
    .word("finding", "Finding", \.finding, required: true),
    .text("text", "What it was found on, and why", \.text, required: true, long: true),
  ]
}

/// What the Ombudsman demands or advises.
package enum OrderWord: String, CaseIterable, Hashable, Sendable {
  /// Binds, with a day and proof.
  case order
  /// Does not bind.
  case recommendation
  case failureOrder = "failure-order"
  case failureNotice = "failure-notice"
}

/// An order or recommendation of a determination, or a complaint handling failure order or notice.
package struct OrderMade: StepPayload {
  package static let kind = StepKind.orderMade
  package var order: Int?
  package var what: OrderWord?
  package var text = ""
  package var due: CalendarDay?
  package var pence: Int?
  package var type: Int?
  package init() {}

  package static let fields: [StepField<OrderMade>] = [
    .number("order", "Order", \.order, given: false),
    .word("what", "What it is", \.what, required: true),
    .text("text", "What is to be done", \.text, required: true, long: true),
    .day("due", "By when", \.due, help: "the day it names"),
    .number("pence", "Money, in pence", \.pence),
    .number("type", "Type", \.type, help: "1 to 3, of a failure order or notice"),
  ]
}

/// An order was complied with, with the proof; a recommendation may be declined with reasons.
package struct OrderComplied: StepPayload {
  package static let kind = StepKind.orderComplied
  package var order: Int?
  package var proof = ""
  package var declined: Bool?
  package init() {}

  package static let fields: [StepField<OrderComplied>] = [
    .number("order", "Order", \.order, required: true),
    .text("proof", "What shows it, or why a recommendation is declined", \.proof, required: true, long: true),
    .yesNo("declined", "Declined", \.declined, help: "only a recommendation can be"),
  ]
}

/// One order and what became of it.
package struct OrderRecord: Hashable, Sendable {
  package var number: Int
  package var made: OrderMade
  package var on: Occurrence
  package var complied: OrderComplied?
  package var compliedOn: Occurrence?

  package var binds: Bool { made.what != .recommendation }
  /// Whether it is still to be done.
  package var isOwed: Bool { complied == nil && binds }

  /// Nil for a recommendation without a day: nothing runs on it.
  var duty: DutyFacts? {
    guard binds || made.due != nil else { return nil }
    return DutyFacts(clock: .order, started: on, done: compliedOn, told: made.due)
  }
}
