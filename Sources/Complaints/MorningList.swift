package import Clocks

/// Something owed by a day: a letter of a stage, a step of the hazard track, a promise, evidence.
package struct OwedDate: Hashable, Sendable {
  package let number: CaseNumber
  /// `stage1.respond`, `promise`, `hazard.investigate`.
  package let clock: String
  package let target: ClockTarget
  package let due: CalendarDay
  /// The last instant in time, for what is owed by the hour.
  package let dueAt: Moment?
  /// The landlord's wall clock then: `09:31`.
  package let dueTime: String?
}

/// What is owed on one day still to come.
package struct DayAhead: Hashable, Sendable {
  package let day: CalendarDay
  package let owed: [OwedDate]
}

/// A day as it begins: what is late, what is due, what will be late in the days ahead, and who heard nothing.
package struct MorningList: Hashable, Sendable {
  package let today: CalendarDay
  /// Past its date, oldest first.
  package let overdue: [OwedDate]
  package let dueToday: [OwedDate]
  /// Days after today on which something falls, through the last working day asked for.
  package let ahead: [DayAhead]
  /// Answered complaints whose resident may ask for the next stage only until a day soon.
  package let windows: [CaseDay]
  /// Live cases by how long their resident has heard nothing, longest first.
  package let silent: [SilentCase]
}

extension CaseRegister {
  /// Cases that may owe more than the letters of their stages: a morning list needs their own lines.
  package var casesOwingMore: [CaseRow] { rows.filter { !$0.marks.isSubset(of: .ofContact) } }

  /// The morning list for that many working days ahead.
  ///
  /// `whole` holds what the clocks of `casesOwingMore` run from; a case not in it is judged by its row.
  package func morningList(
    _ workingDays: Int, now: Moment, rules: RuleBook, whole: [CaseNumber: CaseFacts]
  ) throws(CalendarGap) -> MorningList {
    let today = rules.zone.day(of: now)
    let last = try rules.calendar.workingDay(workingDays, after: today)
    var owed = lettersOwed(now: now, rules: rules)
    for (number, facts) in whole {
      // What its kind owes is told with the letters.
      let told = Set(row(number)?.kindClocks ?? [])
      let clocks = Set(facts.duties.map(\.clock)).subtracting(told)
      owed += earliest(Set(clocks.map(\.rawValue)), number, facts, now, rules)
    }
    owed.removeAll { $0.due > last }
    owed.sort { left, right in
      // What is owed by the hour comes before what has the whole day.
      let hours = [left, right].map { $0.dueAt?.microseconds ?? .max }
      return (left.due, hours[0], left.number.value, left.clock)
        < (right.due, hours[1], right.number.value, right.clock)
    }
    func late(_ date: OwedDate) -> Bool { date.dueAt.map { $0 < now } ?? (date.due < today) }
    var ahead: [DayAhead] = []
    for date in owed where date.due > today {
      if let open = ahead.last, open.day == date.due {
        ahead[ahead.count - 1] = DayAhead(day: open.day, owed: open.owed + [date])
      } else {
        ahead.append(DayAhead(day: date.due, owed: [date]))
      }
    }
    return MorningList(
      today: today, overdue: owed.filter(late), dueToday: owed.filter { $0.due == today && !late($0) },
      ahead: ahead, windows: try windowsClosing(within: workingDays, of: today, rules: rules),
      silent: silentest(on: today))
  }

  /// The next letter of every live case, by the earlier of its two targets.
  private func lettersOwed(now: Moment, rules: RuleBook) -> [OwedDate] {
    var found: [OwedDate] = []
    for index in live {
      let row = rows[Int(index)]
      guard let letter = row.urgentTarget(rules) else { continue }
      let stage = "stage" + String(row.stage?.number ?? 1) + "." + letter.step.rawValue
      let clock = row.kindClocks.first?.rawValue ?? stage
      // A letter owed by the hour needs its instant, which only its own clock has.
      if rules.needsMoreThanDays,
        let exact = earliest([clock], row.number, facts(of: row), now, rules).first
      {
        found.append(exact)
        continue
      }
      found.append(
        OwedDate(
          number: row.number, clock: clock, target: letter.target, due: letter.due, dueAt: nil, dueTime: nil))
    }
    return found
  }

  /// Of those clocks of a case the ones still open, the earlier target of each.
  private func earliest(
    _ names: Set<String>, _ number: CaseNumber, _ facts: CaseFacts, _ now: Moment, _ rules: RuleBook
  ) -> [OwedDate] {
    guard !names.isEmpty else { return [] }
    var found: [OwedDate] = []
    // Two hazards run two clocks of one name: those are told apart by when they started.
    var starts: [Occurrence?] = []
    for clock in rules.clocks(of: facts, now: now, explain: false) {
      let extended = clock.clock.hasSuffix(".extended")
      let name = extended ? String(clock.clock.dropLast(9)) : clock.clock
      guard names.contains(name), let due = clock.due else { continue }
      switch clock.state {
      case .running, .due, .overdue, .waiting: break
      case .met, .late, .extended, .lapsed: continue
      }
      let date = OwedDate(
        number: number, clock: name, target: clock.target, due: due, dueAt: clock.dueAt,
        dueTime: clock.dueTime)
      let letter = name.hasPrefix("stage")
      if let place = found.indices.first(where: {
        found[$0].clock == name && (letter || starts[$0] == clock.startedAt)
          && found[$0].target != clock.target
      }) {
        if due < found[place].due { found[place] = date }
      } else {
        found.append(date)
        starts.append(clock.startedAt)
      }
    }
    return found
  }
}
