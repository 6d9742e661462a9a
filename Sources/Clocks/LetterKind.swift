/// A letter the landlord writes; the words are those of the `letter` command.
package enum LetterKind: String, CaseIterable, Hashable, Sendable {
  case acknowledgement, `extension`, response, refusal
  case escalationRefusal = "escalation-refusal"
  case handlerChange = "handler-change"
  case handover
  case authorityRequest = "authority-request"
  case separateHandling = "separate-handling"
  case writtenConfirmation = "written-confirmation"
  case ombudsmanDirect = "ombudsman-direct"
  case warning, restriction
  case restrictionReview = "restriction-review"
  case restrictionAppeal = "restriction-appeal"
  /// To the Ombudsman: why evidence is late.
  case evidenceDelay = "evidence-delay"
  case surveySignpost = "survey-signpost"
  case compliment
  case promiseSlipped = "promise-slipped"
  case update
}

/// What a letter may have to contain.
package enum LetterItem: String, CaseIterable, Hashable, Sendable {
  case reference, stage
  /// Our understanding of the complaint.
  case definition
  /// The outcome or remedy the resident seeks.
  case outcome
  /// What we are not responsible for.
  case notOurs = "not-ours"
  case process
  /// The date the response is expected.
  case due
  /// How extensions work, or what follows if the date is missed.
  case extensions
  case adjustments, advocacy
  /// The named person who deals with it.
  case handler
  /// That person's direct telephone and e-mail.
  case handlerContact = "handler-contact"
  case ombudsman
  case decision, reasons
  /// Policy, standard, law or practice the decision rests on.
  case basis
  case remedy
  /// Actions still to be done.
  case outstanding
  /// What was learned and what changes.
  case learning
  /// How to go further: next stage, or the Ombudsman after the last.
  case nextStep = "next-step"
  /// The name of the person to turn to next.
  case nextContact = "next-contact"
  /// Why: what makes the letter necessary.
  case reason
  /// That the last response was final.
  case final
  /// Who deals with the legal case.
  case legalContact = "legal-contact"
  /// What follows if the behaviour goes on.
  case consequences
  /// What is decided: a restriction, its change or its end.
  case measures
  /// How long it lasts.
  case duration
  /// When it is looked at again.
  case review
  /// How to appeal.
  case appeal
  /// Who answers which point.
  case whoAnswers = "who-answers"
  /// To whom the matter was passed, and how to reach them.
  case passedTo = "passed-to"
  /// How to make a complaint.
  case howToComplain = "how-to-complain"
  case thanks
}

/// One thing a letter must contain, with the clause that asks for it.
package struct RequiredItem: Hashable, Sendable {
  package let item: LetterItem
  /// The stages whose letters owe it.
  package let stages: [Int]
  package let clause: Clause
}

/// One thing a letter other than acknowledgement and response must contain.
package struct RequiredPart: Hashable, Sendable {
  package let letter: LetterKind
  package let item: LetterItem
  package let clause: Clause
}

extension LandlordProfile {
  /// Everything that letter must contain at that stage, each with the clause that asks for it.
  package func contents(of letter: LetterKind, stage: Int) -> [RequiredItem] {
    switch letter {
    case .acknowledgement: acknowledgementContents(stage: stage)
    case .response: responseContents(stage: stage)
    case .extension, .refusal, .escalationRefusal, .handlerChange, .handover, .authorityRequest,
      .separateHandling, .writtenConfirmation, .ombudsmanDirect, .warning, .restriction, .restrictionReview,
      .restrictionAppeal, .evidenceDelay, .surveySignpost, .compliment, .promiseSlipped, .update:
      letterParts.filter { $0.letter == letter }.map {
        RequiredItem(item: $0.item, stages: [stage], clause: $0.clause)
      }
    }
  }
}
