package import Clocks
package import Complaints

/// One thing somebody did in the demo's last three months, to be put through the same door as a key press.
package struct DemoStep: Sendable {
  /// When it was recorded; steps come in this order.
  package let at: Moment
  package let by: StaffLogin
  /// When it happened, where it was written up later; nil means when recorded.
  package let occurred: Occurrence?
  package let what: What

  /// Opening a case, or acting on the case opened as the n-th (0 the first).
  package enum What: Sendable {
    case intake(Intake)
    case act(caseIndex: Int, Action)
  }
}

/// The story of the demo's landlord up to the last working day before today, ready to be replayed.
///
/// Every step is one the rules accept when taken in order, each at its own moment.
///
/// - Parameters:
///   - today: the landlord's civil day; every date is told backwards from it.
///   - rules: the landlord's rule book, for its working days and London's clock.
///   - cases: how many cases; more than the stock are varied from it.
///   - seed: the same seed gives the same script.
///   - you: login of whoever runs the demo; several cases are theirs.
/// - Returns: the steps in the order they were recorded.
/// - Throws: `CalendarGap` where today lies past the published bank holidays.
package func demoScript(
  today: CalendarDay, rules: RuleBook, cases: Int, seed: UInt64, you: StaffLogin
) throws(CalendarGap) -> [DemoStep] {
  var chance = DemoChance(seed: seed)
  var planned: [DemoPlanned] = []
  for (story, index) in zip(demoStories(cases, &chance), 0...) {
    var plan = try DemoPlan(
      story, index: index, today: today, rules: rules, you: you, minute: chance.below(240))
    try plan.lay()
    planned += plan.steps
  }
  planned.sort { ($0.at, $0.story, $0.order) < ($1.at, $1.story, $1.order) }

  // Cases are numbered in the order they were opened, as the journal will number them.
  var caseOfStory: [Int: Int] = [:]
  for step in planned {
    if case .intake = step.what { caseOfStory[step.story] = caseOfStory.count }
  }
  return planned.compactMap { step in
    switch step.what {
    case .intake(let intake):
      return DemoStep(at: step.at, by: step.by, occurred: nil, what: .intake(intake))
    case .act(let action):
      guard let number = caseOfStory[step.story] else { return nil }
      return DemoStep(
        at: step.at, by: step.by, occurred: step.occurred, what: .act(caseIndex: number, action))
    }
  }
}

/// One step before the cases are numbered.
struct DemoPlanned {
  let at: Moment
  let story: Int
  let order: Int
  let by: StaffLogin
  let occurred: Occurrence?
  let what: What

  enum What {
    case intake(Intake)
    case act(Action)
  }
}

/// Repeatable chance (SplitMix64), so that one seed always tells one story.
struct DemoChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< bound.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[below(list.count)]
  }
}
