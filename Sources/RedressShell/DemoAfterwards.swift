import Clocks
import Complaints

/// What came of a demo case beyond its letters; days are working days after receipt.
enum DemoAfterwards: Sendable {
  /// The Ombudsman asked for the file, by that many days from today.
  case evidenceAsked(after: Int, dueIn: Int)
  /// Contact was limited after a warning, until that many days from today.
  case restricted(after: Int, endsIn: Int)
}

extension DemoCourse {
  /// The same course with what came of it.
  func then(_ afterwards: DemoAfterwards) -> DemoCourse {
    var course = self
    course.afterwards = afterwards
    return course
  }
}

extension DemoPlan {
  /// Every step of the story.
  mutating func lay() throws(CalendarGap) {
    try layCase()
    guard let afterwards = story.course.afterwards else { return }
    switch afterwards {
    case .evidenceAsked(let after, let dueIn):
      try go(to: after)
      var evidence = EvidenceRecorded()
      evidence.what = .requested
      evidence.due = today.adding(days: dueIn)
      evidence.text = "Letters of both stages, the call log, and what was done about the promise."
      act(desk, .step(.ombudsman(.evidence(evidence))))
    case .restricted(let after, let endsIn):
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
}
