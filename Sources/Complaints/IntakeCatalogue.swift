extension IntakeStep {
  static let specs: [StepSpec] =
    [
      StepSpec(
        SettledAtOnce.self, action: "resolve", "settle it there and then", roles: [.handler, .supervisor],
        states: .live, row: .refold
      ) { .intake(.settledAtOnce($0)) },
      StepSpec(
        ComplaintRefused.self, action: "refuse", "decline the complaint, with reasons",
        roles: [.investigator, .supervisor], states: .live, row: .refold, outward: true, judgement: true
      ) { .intake(.refused($0)) },
      StepSpec(
        ComplaintRaised.self, action: "raise-complaint", "open a complaint beside the request", roles: takers,
        states: .any, neverUndone: "the complaint it opened stays; withdraw that instead"
      ) { .intake(.raised($0)) },
      StepSpec(
        LiveIssueChecked.self, action: "check-live", "check whether the trouble goes on", roles: takers,
        states: .live
      ) { .intake(.liveIssue($0)) },
    ] + who + elsewhere + calls

  /// Who is concerned, who speaks, and what they need.
  private static let who: [StepSpec] = [
    StepSpec(
      ComplainantTold.self, action: "complainant", "record who complains and in what standing",
      roles: takers, states: .any
    ) { .intake(.complainant($0)) },
    StepSpec(
      RepresentativeNamed.self, action: "represent", "record who speaks for the resident", roles: takers,
      states: .any, row: .mark(.representative)
    ) { .intake(.represented($0)) },
    StepSpec(
      NeedRecorded.self, action: "need", "record a need or an adjustment", roles: takers, states: .any,
      row: .mark(.needs)
    ) { .intake(.need($0)) },
    StepSpec(
      NeedReviewed.self, action: "review-need", "review a need", roles: takers, states: .any, row: .refold
    ) { .intake(.needReviewed($0)) },
    StepSpec(
      SafeContactNoted.self, action: "safe-contact", "note how to reach them safely", roles: takers,
      states: .any
    ) { .intake(.safeContact($0)) },
    StepSpec(
      AffectedRecorded.self, action: "affected", "record another person affected", roles: takers,
      states: .any, row: .mark(.group)
    ) { .intake(.affected($0)) },
    StepSpec(
      AffectedAnswered.self, action: "answer-affected",
      "write the response, or another letter, to one person affected", roles: takers, states: .complaint,
      outward: true
    ) { .intake(.affectedAnswered($0)) },
  ]

  /// What goes to somebody else.
  private static let elsewhere: [StepSpec] = [
    StepSpec(
      ReferralMade.self, action: "refer", "refer safeguarding or crime", roles: takers, states: .any,
      row: .mark(.sensitive)
    ) { .intake(.referred($0)) },
    StepSpec(
      ReferralAnswered.self, action: "refer-answer", "record the answer to a referral", roles: takers,
      states: .any
    ) { .intake(.referralAnswered($0)) },
    StepSpec(
      HandoverMade.self, action: "handover", "hand over to another department or body", roles: takers,
      states: .any, row: .refold
    ) { .intake(.handedOver($0)) },
    StepSpec(
      HandoverFollowed.self, action: "follow-up", "follow a handover up", roles: takers, states: .any,
      row: .refold
    ) { .intake(.followedUp($0)) },
    StepSpec(
      ContactRouted.self, action: "route", "send it to the team or procedure it is for", roles: takers,
      states: .live, row: .refold
    ) { .intake(.routed($0)) },
    StepSpec(
      ContactReplied.self, action: "reply", "record the team's reply", roles: takers, states: .live,
      row: .refold
    ) { .intake(.replied($0)) },
  ]

  /// Calls promised and forms asked for.
  private static let calls: [StepSpec] = [
    StepSpec(
      CallbackPromised.self, action: "callback", "promise to call back", roles: takers, states: .any,
      row: .refold
    ) { .intake(.callback($0)) },
    StepSpec(
      CallbackDone.self, action: "called-back", "record a call-back", roles: takers, states: .any,
      row: .refold
    ) { .intake(.calledBack($0)) },
    StepSpec(
      FormAsked.self, action: "form", "note that a form by post was asked for", roles: takers, states: .any,
      row: .refold
    ) { .intake(.formAsked($0)) },
    StepSpec(
      FormSent.self, action: "form-sent", "mark the form sent", roles: takers, states: .any, row: .refold
    ) { .intake(.formSent($0)) },
  ]

  private static let takers: [Role] = [.handler, .supervisor]
}
