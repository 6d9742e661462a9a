import Clocks
import Complaints

/// Lays one story out as dated steps, in the order a case runs.
struct DemoPlan {
  private(set) var steps: [DemoPlanned] = []
  let story: DemoStory
  private let index: Int
  let today: CalendarDay
  private let rules: RuleBook
  private let you: StaffLogin
  private let call: StaffLogin
  let desk: StaffLogin
  let reviewer: StaffLogin
  private let supervisor: StaffLogin
  /// Minutes past midnight of the next step of that day.
  private var day: CalendarDay
  private var minute: Int

  init(
    _ story: DemoStory, index: Int, today: CalendarDay, rules: RuleBook, you: StaffLogin, minute: Int
  ) throws(CalendarGap) {
    self.story = story
    self.index = index
    self.today = today
    self.rules = rules
    self.you = you
    call = (index.isMultiple(of: 2) ? DemoPost.nasreen : .tomasz).login ?? you
    supervisor = DemoPost.joyce.login ?? you
    switch story.hand {
    case .you: desk = you
    case .meera: desk = DemoPost.meera.login ?? you
    case .declan: desk = DemoPost.declan.login ?? you
    case .adaeze: desk = DemoPost.adaeze.login ?? you
    case .nobody: desk = call
    }
    // Some reviews are yours; none falls to whoever answered first (Code 6.13).
    let desk = desk
    let seniors = [index.isMultiple(of: 5) ? you : nil, DemoPost.rhian.login, DemoPost.colin.login]
    reviewer = seniors.compactMap(\.self).first { $0 != desk } ?? you
    self.minute = 8 * 60 + 40 + minute
    day = try DemoPlan.workingDay(story.received, before: today, rules.calendar)
  }

  /// The n-th working day before today, `n` ≥ 1.
  static func workingDay(_ n: Int, before today: CalendarDay, _ calendar: WorkingCalendar) throws(CalendarGap)
    -> CalendarDay
  {
    var day = today
    var left = n
    while left > 0 {
      day = day.adding(days: -1)
      if try calendar.isWorking(day) { left -= 1 }
    }
    return day
  }

  /// Moves to that many working days after receipt; the hour moves on when the day does not.
  mutating func go(to after: Int) throws(CalendarGap) {
    let next = try DemoPlan.workingDay(max(1, story.received - after), before: today, rules.calendar)
    if next > day {
      day = next
      minute = 9 * 60 + 5 + (index * 37 + after * 53) % 330
    }
  }

  private mutating func step(_ by: StaffLogin, _ what: DemoPlanned.What, occurred: Occurrence? = nil) {
    let at = rules.zone.moment(of: day, hour: minute / 60, minute: minute % 60, second: (index * 17) % 60)
    steps.append(
      DemoPlanned(at: at, story: index, order: steps.count, by: by, occurred: occurred, what: what))
    minute += 6 + (index * 7 + steps.count * 5) % 19
  }

  mutating func act(_ by: StaffLogin, _ action: Action) { step(by, .act(action)) }

  /// The case itself, from the contact to the close.
  mutating func layCase() throws(CalendarGap) {
    takeContact()
    guard let kind = story.course.kind else {
      try logContacts(through: .max)
      return
    }
    try triage(as: kind)
    guard kind == .complaint else {
      try logContacts(through: story.course.closed ?? .max)
      if let closed = story.course.closed {
        try go(to: closed)
        act(desk, .close(reason: story.ended))
      }
      return
    }
    try stageOne()
    try stageTwo()
    guard let closed = story.course.closed else {
      try logContacts(through: .max)
      return
    }
    try logContacts(through: closed)
    try go(to: closed)
    let closer = story.course.reviewed == nil ? desk : reviewer
    if story.promisedPoint != nil { act(closer, .step(.remedy(.kept(story.proof)))) }
    if let lesson = story.lesson { act(closer, .step(.remedy(.learned(lesson)))) }
    act(closer, .close(reason: story.ended))
    guard story.isLongAgo, story.lesson != nil else { return }
    try go(to: closed + 15)
    var followed = LearningFollowed()
    followed.lesson = 1
    followed.what = .implemented
    followed.text = "In the team's checklist since."
    act(closer, .step(.remedy(.followed(followed))))
  }

  private mutating func takeContact() {
    let moment = rules.zone.moment(of: day, hour: minute / 60, minute: minute % 60, second: 0)
    // A letter carries a date, not an hour.
    let received = Occurrence(day: day, moment: story.contact.channel == .letter ? nil : moment)
    step(call, .intake(Intake(contact: story.contact, received: received)))
  }

  private mutating func triage(as kind: Kind) throws(CalendarGap) {
    let answers = story.answer.map { [TriageAnswer(question: $0, yes: true)] } ?? []
    act(call, .triage(TriageChoice(kind: kind, reason: story.triageReason, answers: answers)))
    if story.hand != .nobody { act(supervisor, .assign(to: desk)) }
  }

  private mutating func stageOne() throws(CalendarGap) {
    let course = story.course
    guard let acknowledged = course.acknowledged else { return }
    try logContacts(through: acknowledged - 1)
    try go(to: acknowledged)
    act(desk, .contact(conversation(.out, story.openingCall)))
    for point in story.points { act(desk, .point(text: point.text, category: story.contact.category)) }
    let due = try rules.calendar.workingDay(10, after: steps[0].day(in: rules.zone))
    if !story.contact.liveWords.isEmpty { act(desk, .step(.intake(.liveIssue(story.liveCheck)))) }
    act(desk, .acknowledge(story.acknowledgement(due: max(due, day))))
    if let extended = course.extended {
      try logContacts(through: extended.asked - 1)
      try go(to: extended.asked)
      let to = try newDate(extended.to)
      act(
        desk,
        .extend(to: to, reason: story.extensionReason, told: story.extensionTold(to: to), goodReason: ""))
    }
    guard let responded = course.responded else {
      for number in story.points.indices.prefix(course.decided) { judge(number) }
      return
    }
    try logContacts(through: responded - 1)
    try go(to: responded)
    for number in story.points.indices { judge(number) }
    if let promise = story.promise(owner: desk, due: try rules.calendar.workingDay(15, after: day)) {
      act(desk, .step(.remedy(.promised(promise))))
    }
    act(desk, .respond(channel: story.answerChannel, text: story.response, override: ""))
  }

  private mutating func stageTwo() throws(CalendarGap) {
    let course = story.course
    guard let escalated = course.escalated else { return }
    try logContacts(through: escalated - 1)
    try go(to: escalated)
    act(call, .escalate(reason: story.again, late: ""))
    act(supervisor, .assign(to: reviewer))
    guard let acknowledged = course.reviewAcknowledged else { return }
    try logContacts(through: acknowledged - 1)
    try go(to: acknowledged)
    act(reviewer, .contact(conversation(.out, story.reviewCall)))
    let due = try rules.calendar.workingDay(10, after: day)
    act(reviewer, .acknowledge(story.reviewAcknowledgement(due: due)))
    if course.closed == nil { act(reviewer, .step(.ombudsman(.contacted(story.ombudsmanTold)))) }
    guard let reviewed = course.reviewed else { return }
    try logContacts(through: reviewed - 1)
    try go(to: reviewed)
    for (number, point) in zip(1..., story.points) {
      act(
        reviewer,
        .decide(
          PointJudgement(
            point: number, decision: point.review?.decision ?? point.decision,
            reasons: point.review?.reasons ?? "Looked at afresh and the finding stands. " + point.reasons,
            basis: point.basis, remedy: point.review?.remedy ?? point.remedy)))
    }
    act(reviewer, .respond(channel: story.answerChannel, text: story.reviewResponse, override: ""))
  }

  private mutating func judge(_ index: Int) {
    let point = story.points[index]
    act(
      desk,
      .decide(
        PointJudgement(
          point: index + 1, decision: point.decision, reasons: point.reasons, basis: point.basis,
          remedy: point.remedy)))
  }

  /// A new response date counted from today, which is itself the answer to 0 even on a Sunday.
  private func newDate(_ fromToday: Int) throws(CalendarGap) -> CalendarDay {
    if fromToday == 0 { return today }
    if fromToday > 0 { return try rules.calendar.workingDay(fromToday, after: today) }
    return try DemoPlan.workingDay(-fromToday, before: today, rules.calendar)
  }

  private func conversation(_ direction: Direction, _ text: String) -> ContactLogged {
    let named = !story.contact.person.name.isEmpty
    return ContactLogged(
      direction: direction, channel: named ? story.talkChannel : .staff, reached: named,
      verified: named ? "name, address and date of birth" : "", text: text)
  }

  /// Writes up the story's own contacts that fall on or before that day and are not yet written.
  private mutating func logContacts(through after: Int) throws(CalendarGap) {
    while logged < story.contacts.count, story.contacts[logged].after <= after {
      let contact = story.contacts[logged]
      logged += 1
      try go(to: contact.after)
      var occurred: Occurrence?
      if let happened = contact.happened {
        occurred = Occurrence(
          day: try DemoPlan.workingDay(story.received - happened, before: today, rules.calendar))
      }
      step(desk, .act(story.action(for: contact.what)), occurred: occurred)
    }
  }

  private var logged = 0
}

extension DemoPlanned {
  func day(in zone: ZoneTable) -> CalendarDay { zone.day(of: at) }
}
