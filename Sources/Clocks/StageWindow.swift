/// Until when the next stage may be asked for.
package struct StageWindow: Hashable, Sendable {
  /// The stage that may be asked for.
  package let stage: Int
  /// The last day on which the request is in time.
  package let until: CalendarDay
  package let clause: Clause
  /// The day past which no discretion is left; nil where the policy has no such bar.
  package let bar: CalendarDay?
  package let barClause: Clause?
}

extension RuleBook {
  /// Calendar days after which no window of any edition is open any more; nil where no policy sets one.
  package var mostWindowDays: Int? {
    let windows = everyProfile.flatMap { profile in
      profile.stages.compactMap { stage in
        stage.window.map { $0.mostWindowDays + (profile.deemedDelivery?.limit.mostCalendarDays ?? 0) }
      }
    }
    return windows.max()
  }

  /// The window that opened with the newest response; nil where none was given or the policy sets no limit.
  ///
  /// The edition under which the answered stage began decides, as in the explanation of the date: an edition
  /// adopted since neither shortens nor lengthens what the resident was told.
  package func window(after facts: CaseFacts) throws(CalendarGap) -> StageWindow? {
    guard let stage = facts.stages.last, stage.responded != nil, (1...3).contains(stage.stage) else {
      return nil
    }
    let sitting = ClockSitting(
      book: self, known: KnownDates(facts), ended: nil, untriaged: false, now: Moment(seconds: 0),
      explain: false)
    return try sitting.window(after: stage.stage, profile: facts.profile)
  }
}

extension ClockRule {
  /// Calendar days after which no count of this rule can still run.
  fileprivate var mostWindowDays: Int {
    // Ten years, where it ends at a meeting.
    guard meetings.isEmpty else { return 3660 }
    let limits = [limit, bar?.limit, orLater?.limit].compactMap(\.self) + bySeverity.map(\.limit)
    // A month more, for closures nobody could foresee.
    return (limits.map(\.mostCalendarDays).max() ?? 0) + 31
  }
}

extension ClockSitting {
  /// The rule of a stage's window and what it counts from: by the edition under which the stage before it began.
  func windowRule(_ number: Int, profile name: String) -> (LandlordProfile, ClockRule, Occurrence)? {
    let before = known.stages[number - 2].requested == nil ? number : number - 1
    guard let profile = edition(name, stage: before), let rule = profile.stage(number)?.window,
      let start = start(of: rule, stage: number - 1, profile)
    else { return nil }
    return (profile, rule, start)
  }

  fileprivate func window(after number: Int, profile name: String) throws(CalendarGap) -> StageWindow? {
    guard let (_, rule, start) = windowRule(number + 1, profile: name) else { return nil }
    let days = counting(ended: nil).days
    return StageWindow(
      stage: number + 1, until: try days.due(rule, from: start), clause: rule.clause,
      bar: try days.bar(rule, from: start), barClause: rule.bar?.clause)
  }
}
