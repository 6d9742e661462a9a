import Clocks
import Complaints

/// What came of a demo case beyond its letters; days are working days after receipt.
enum DemoAfterwards: Sendable {
  /// The Ombudsman asked for the file, by that many days from today.
  case evidenceAsked(after: Int, dueIn: Int)
  /// Contact was limited after a warning, until that many days from today.
  case restricted(after: Int, endsIn: Int)
  /// The Ombudsman found against us and ordered something by that many days from today.
  case ordered(after: Int, dueIn: Int)
  /// The record may not be erased while the Ombudsman looks into it.
  case held(after: Int)
  /// Praise was passed on, and published with the consent of whoever gave it.
  case published(after: Int)
  /// A call was promised for that many days from today.
  case callBack(after: Int, dueIn: Int)
  /// A complaint form was asked for by post.
  case formAsked(after: Int)
  /// A danger in the home was reported.
  case hazard(after: Int)
  /// The case was sent up to a senior.
  case sentUp(after: Int)
}

extension DemoCourse {
  /// The same course with what came of it.
  func then(_ afterwards: DemoAfterwards) -> DemoCourse {
    var course = self
    course.afterwards.append(afterwards)
    return course
  }
}

extension DemoPlan {
  /// Every step of the story.
  mutating func lay() throws(CalendarGap) {
    try layCase()
    for afterwards in story.course.afterwards { try lay(afterwards) }
  }

  private mutating func lay(_ afterwards: DemoAfterwards) throws(CalendarGap) {
    switch afterwards {
    case .evidenceAsked(let after, let dueIn):
      try go(to: after)
      var evidence = EvidenceRecorded()
      evidence.what = .requested
      evidence.due = today.adding(days: dueIn)
      evidence.text = "Letters of both stages, the call log, and what was done about the promise."
      act(desk, .step(.ombudsman(.evidence(evidence))))
    case .restricted(let after, let endsIn): try restrict(after: after, endsIn: endsIn)
    case .ordered(let after, let dueIn):
      try go(to: after)
      var found = DeterminationMade()
      found.finding = .serviceFailure
      found.text = "Our answer came late and did not say what we would do."
      act(desk, .step(.ombudsman(.determined(found))))
      var order = OrderMade()
      order.what = .order
      order.due = today.adding(days: dueIn)
      order.pence = 15_000
      order.text = "Apologise in writing, pay £150, and say by when the work is done."
      act(desk, .step(.ombudsman(.ordered(order))))
    case .held(let after):
      try go(to: after)
      var hold = HoldPlaced()
      hold.reason = "The Ombudsman looks into it."
      act(reviewer, .step(.people(.held(hold))))
    case .published(let after):
      try go(to: after)
      var thanks = ComplimentThanked()
      thanks.how = "By telephone; glad to hear it went to the team."
      thanks.consent = true
      act(desk, .step(.work(.thanked(thanks))))
      var published = ComplimentPublished()
      published.place = "The residents' newsletter, without a name."
      act(desk, .step(.work(.published(published))))
    case .callBack(let after, let dueIn):
      try go(to: after)
      var promised = CallbackPromised()
      promised.day = today.adding(days: dueIn)
      promised.about = "When the engineer comes."
      act(desk, .step(.intake(.callback(promised))))
    case .formAsked(let after):
      try go(to: after)
      act(desk, .step(.intake(.formAsked(FormAsked()))))
    case .hazard(let after):
      try go(to: after)
      var hazard = HazardRecorded()
      hazard.what = .reported
      hazard.hazardKind = .electrical
      hazard.text = "A burning smell at the board at night."
      act(desk, .step(.hazard(.recorded(hazard))))
    case .sentUp(let after):
      try go(to: after)
      var raised = ManagementEscalated()
      raised.reason = "The same home is let down by the same contractor again, and somebody has to end it."
      act(desk, .step(.escalation(.raised(raised))))
    }
  }

  private mutating func restrict(after: Int, endsIn: Int) throws(CalendarGap) {
    try go(to: after)
    var warning = WarningGiven()
    warning.reason = "Forty calls in a week about an answer already given, some of them threatening."
    warning.consequences = "Contact may be limited to letters."
    act(reviewer, .step(.behaviour(.warned(warning))))
    try go(to: after + 3)
    var imposed = RestrictionImposed()
    imposed.ground = "3"
    imposed.measures = ["1"]
    imposed.reason = "The calls went on after the warning."
    imposed.evidence = "Call log of both weeks."
    imposed.equality = "An interpreter stays available; letters go in Polish too."
    imposed.until = today.adding(days: endsIn)
    imposed.told = "By letter: the decision, why, what, until when, review and appeal."
    act(reviewer, .step(.behaviour(.restricted(imposed))))
  }
}
