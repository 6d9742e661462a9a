package import Clocks

/// A named blank of a letter template: `{definition}`.
///
/// Those that a policy may ask for have the names of its items.
package enum LetterBlank: String, CaseIterable, Hashable, Sendable {
  // What a policy may ask for.
  case reference, stage, definition, outcome
  case notOurs = "not-ours"
  case process, due, extensions, adjustments, advocacy, handler
  case handlerContact = "handler-contact"
  case ombudsman, decision, reasons, basis, remedy, outstanding, learning
  case nextStep = "next-step"
  case nextContact = "next-contact"
  case reason, final
  case legalContact = "legal-contact"
  case consequences, measures, duration, review, appeal
  case whoAnswers = "who-answers"
  case passedTo = "passed-to"
  case howToComplain = "how-to-complain"
  case thanks
  // What stands in every letter.
  case landlord, to, date, subject, letter, salutation, resident
  /// The handler's own words.
  case message
  // Points, inside `[each point]`.
  case point, number
  // What single letters tell.
  case firstDue = "first-due"
  case answered, offer
  case liveIssue = "live-issue"
  case liability, conduct
  case oldHandler = "old-handler"
  case discretion, procedure, resolution
  case ground, officer
  case appealOutcome = "appeal-outcome"
  case praise, promise
  case promisedFor = "promised-for"
  case newDate = "new-date"
  case request
  case representative
  case survey
  case next

  /// The blank that holds what a policy asks for.
  package init(_ item: LetterItem) {
    switch item {
    case .reference: self = .reference
    case .stage: self = .stage
    case .definition: self = .definition
    case .outcome: self = .outcome
    case .notOurs: self = .notOurs
    case .process: self = .process
    case .due: self = .due
    case .extensions: self = .extensions
    case .adjustments: self = .adjustments
    case .advocacy: self = .advocacy
    case .handler: self = .handler
    case .handlerContact: self = .handlerContact
    case .ombudsman: self = .ombudsman
    case .decision: self = .decision
    case .reasons: self = .reasons
    case .basis: self = .basis
    case .remedy: self = .remedy
    case .outstanding: self = .outstanding
    case .learning: self = .learning
    case .nextStep: self = .nextStep
    case .nextContact: self = .nextContact
    case .reason: self = .reason
    case .final: self = .final
    case .legalContact: self = .legalContact
    case .consequences: self = .consequences
    case .measures: self = .measures
    case .duration: self = .duration
    case .review: self = .review
    case .appeal: self = .appeal
    case .whoAnswers: self = .whoAnswers
    case .passedTo: self = .passedTo
    case .howToComplain: self = .howToComplain
    case .thanks: self = .thanks
    }
  }
}
