/// How a provision of a policy stands to the Code.
package enum FindingKind: String, CaseIterable, Hashable, Sendable {
  /// Less than the Code asks for.
  case looser
  /// The policy says nothing where the Code does, or leaves open what its number means.
  case silent
  /// More than the Code asks for.
  case stricter
  /// Overtaken by time: an old address, a step abolished, a review overdue.
  case outdated
}

/// One place where a policy and the Code differ.
package struct Finding: Hashable, Sendable {
  package let kind: FindingKind
  /// What is so, as a sentence without its full stop.
  package let what: String
  /// Where the policy says it; nil where it is silent.
  package let clause: Clause?
  /// The provision of the Code it stands against.
  package let provision: Clause
}

/// Where a landlord's policy is looser than the Code, silent against it, stricter, or out of date.
///
/// The current details of each Ombudsman are the Code profile's.
package func checkProfile(
  _ profile: LandlordProfile, against code: LandlordProfile, on today: CalendarDay
) -> [Finding] {
  var check = ProfileCheck(profile: profile, code: code, today: today)
  check.stages()
  check.letters()
  check.escalation()
  check.acceptance()
  check.fairness()
  check.bodies()
  check.upkeep()
  return check.findings
}

/// Gathers the findings of one check.
struct ProfileCheck {
  let profile: LandlordProfile
  let code: LandlordProfile
  let today: CalendarDay
  private(set) var findings: [Finding] = []

  init(profile: LandlordProfile, code: LandlordProfile, today: CalendarDay) {
    self.profile = profile
    self.code = code
    self.today = today
  }

  mutating func add(_ kind: FindingKind, _ what: String, _ clause: Clause?, _ provision: Clause) {
    findings.append(Finding(kind: kind, what: what, clause: clause, provision: provision))
  }

  func provision(_ place: String) -> Clause { Clause(source: code.name, place: place) }

  // MARK: - Stages and their limits

  mutating func stages() {
    if profile.stages.count > 2 {
      add(
        .looser, "the policy has \(profile.stages.count) stages; the Code has two and never more",
        profile.stages[2].decider.clause, provision("5.3"))
    }
    if profile.stages.count < 2 {
      add(
        .looser, "the policy has one stage; the Code gives a second on request",
        profile.stages.first?.decider.clause, provision("6.10"))
    }
    for step in profile.extraSteps {
      switch step.place {
      case .before:
        add(
          .looser, "a step before stage 1 (\(step.says)) is an extra stage under another name", step.clause,
          provision("5.2"))
      case .outside:
        add(
          .outdated,
          "a step outside the landlord (\(step.says)) was abolished on 1 October 2022: after stage 2 comes the"
            + " Ombudsman", step.clause, provision("6.19"))
      }
    }
    for number in 1...2 {
      guard let ours = profile.stage(number), let theirs = code.stage(number) else { continue }
      acknowledgement(ours, theirs)
      response(ours, theirs)
      extensions(ours, theirs)
      openQuestions(ours, theirs)
    }
    if let second = profile.stage(2), let provision = code.stage(2)?.decider.notEarlierClause {
      if !second.notEarlierDecider {
        add(
          .looser, "stage 2 may be decided by whoever decided stage 1", second.decider.clause, provision)
      } else if second.decider.notEarlierClause.source != profile.name, profile.name != code.name {
        add(.silent, "the policy does not say that stage 2 is decided by somebody else", nil, provision)
      }
    }
  }

  private mutating func acknowledgement(_ ours: StageRule, _ theirs: StageRule) {
    guard let asked = theirs.acknowledge else { return }
    guard let rule = ours.acknowledge else {
      add(
        .silent,
        "no limit for the acknowledgement at stage \(ours.stage); the Code's is \(asked.limit.words)",
        nil, asked.clause)
      return
    }
    if rule.start == .logged || rule.start == .allocated {
      add(
        .looser,
        "the acknowledgement at stage \(ours.stage) counts from \(rule.start.rawValue), the Code's from receipt",
        rule.clause, asked.clause)
    }
    compare(rule, asked, "the acknowledgement at stage \(ours.stage)")
  }

  private mutating func response(_ ours: StageRule, _ theirs: StageRule) {
    guard let asked = theirs.respond else { return }
    guard let rule = ours.respond else {
      add(
        .silent, "no limit for the response at stage \(ours.stage); the Code's is \(asked.limit.words)", nil,
        asked.clause)
      return
    }
    if rule.start == .logged || rule.start == .allocated {
      add(
        .looser,
        "the response at stage \(ours.stage) counts from \(rule.start.rawValue), the Code's from the"
          + " acknowledgement",
        rule.clause, asked.clause)
    }
    compare(rule, asked, "the response at stage \(ours.stage)")
  }

  /// Compares two limits, the worst case of each severity and of two limits counted.
  private mutating func compare(_ rule: ClockRule, _ asked: ClockRule, _ what: String) {
    let limits = [rule.limit] + rule.bySeverity.map(\.limit) + (rule.orLater.map { [$0.limit] } ?? [])
    let longest = limits.max { $0.leastCalendarDays < $1.leastCalendarDays } ?? rule.limit
    if !rule.meetings.isEmpty {
      add(
        .looser, "\(what) waits for the next of a list of meetings; the Code's limit is \(asked.limit.words)",
        rule.clause, asked.clause)
    } else if longest.unit == asked.unit
      ? longest.length > asked.length : longest.leastCalendarDays > asked.limit.leastCalendarDays
    {
      add(
        .looser, "\(what) may take \(longest.words); the Code's limit is \(asked.limit.words)", rule.clause,
        asked.clause)
    } else if longest.unit == asked.unit
      ? longest.length < asked.length : longest.mostCalendarDays < asked.limit.leastCalendarDays
    {
      add(
        .stricter, "\(what) takes \(longest.words); the Code allows \(asked.limit.words)", rule.clause,
        asked.clause)
    } else if asked.start != rule.start, rule.start.stageStep?.step == .requested,
      asked.start.stageStep?.step == .acknowledged
    {
      add(
        .stricter,
        "\(what) counts from the request itself; the Code's \(asked.limit.words) count from the acknowledgement",
        rule.clause, asked.clause)
    }
  }

  private mutating func extensions(_ ours: StageRule, _ theirs: StageRule) {
    guard let asked = theirs.respondExtension, case .additional(let cap) = asked.cap else { return }
    let stage = "stage \(ours.stage)"
    guard let rule = ours.respondExtension else {
      add(
        .stricter, "the policy knows no extension at \(stage); the Code allows \(cap.words)", nil,
        asked.clause)
      return
    }
    switch rule.cap {
    case .uncapped, .byAgreement:
      if rule.total == nil {
        let how = rule.cap == .uncapped ? "without a cap" : "as far as the resident agrees"
        add(
          .looser, "an extension at \(stage) is \(how); the Code's is \(cap.words) without good reason",
          rule.clause, asked.clause)
      }
    case .additional(let more):
      if more.unit == cap.unit ? more.length > cap.length : more.leastCalendarDays > cap.leastCalendarDays {
        add(
          .looser, "an extension at \(stage) may be \(more.words); the Code's is \(cap.words)", rule.clause,
          asked.clause)
      } else if more != cap {
        add(
          .stricter, "an extension at \(stage) is at most \(more.words); the Code allows \(cap.words)",
          rule.clause, asked.clause)
      }
    case .inAll(let all, _):
      guard let ours = ours.respond?.limit, ours.unit == all.unit, all.unit == cap.unit else { break }
      let more = Limit(length: all.length - ours.length, unit: all.unit)
      if more.length != cap.length {
        add(
          more.length > cap.length ? .looser : .stricter,
          "an extension at \(stage) adds at most \(more.words); the Code's adds \(cap.words)", rule.clause,
          asked.clause)
      }
    }
    let owed: [(ExtensionNotice, String)] = [
      (.reason, ours.stage == 1 ? "6.4" : "6.15"), (.ombudsman, ours.stage == 1 ? "6.5" : "6.16"),
    ]
    for (item, place) in owed where !rule.notice.contains(item) {
      let words = item == .reason ? "the reason" : "the Ombudsman's details"
      add(
        .silent, "the notice of an extension at \(stage) does not owe \(words)", rule.clause, provision(place)
      )
    }
  }

  /// What the policy leaves open about its own numbers.
  private mutating func openQuestions(_ ours: StageRule, _ theirs: StageRule) {
    for (name, rule) in ours.rules.map({ ($0.name, $0.rule) }) {
      let asked = name == "acknowledge" ? theirs.acknowledge?.clause : theirs.respond?.clause
      let against = name == "window" ? provision("6.10") : asked ?? provision("6.3")
      openParts(rule.silent, "stage\(ours.stage).\(name)", rule.clause, against)
    }
    if let rule = ours.respondExtension {
      openParts(
        rule.silent, "stage\(ours.stage).respond.extended", rule.clause,
        theirs.respondExtension?.clause ?? provision("6.4"))
    }
  }

  mutating func openParts(
    _ parts: [SilentPart], _ clock: String, _ clause: Clause, _ provision: Clause
  ) {
    for part in parts {
      switch part {
      case .start: add(.silent, "\(clock): the policy does not say from when it counts", clause, provision)
      case .unit:
        add(.silent, "\(clock): \"days\" without saying working or calendar days", clause, provision)
      case .length: add(.silent, "\(clock): the policy does not say how long", clause, provision)
      }
    }
  }
}

extension Limit {
  /// Fewest calendar days this can be: working days without a bank holiday among them.
  var leastCalendarDays: Int {
    switch unit {
    case .workingDays: length / 5 * 7 + length % 5
    case .calendarDays: length
    case .weeks: length * 7
    case .months: length * 28
    case .hours: length / 24
    }
  }

  /// Most calendar days this can be, weekends and a run of bank holidays among them.
  var mostCalendarDays: Int {
    switch unit {
    case .workingDays: length / 5 * 7 + length % 5 + 7
    case .calendarDays: length
    case .weeks: length * 7
    case .months: length * 31
    case .hours: (length + 23) / 24
    }
  }
}
