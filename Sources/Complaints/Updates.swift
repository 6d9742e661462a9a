package import Clocks

/// An update and when it was given.
package struct UpdateRecord: Hashable, Sendable {
  package var given: UpdateSent
  package var on: Occurrence
  /// When the resident hears next, where a day or an interval is agreed.
  package var next: CalendarDay?
}

/// One day on which the resident was promised something, and when that was settled.
private struct PromisedDay {
  var due: CalendarDay
  var settled: Occurrence?
}

extension PromiseRecord {
  /// The days given one after the other, each settled by the move to the next, the last by the proof.
  fileprivate var days: [PromisedDay] {
    var days: [PromisedDay] = []
    let dues = [made.due] + moves.map(\.to)
    for (place, due) in dues.enumerated() {
      guard let due else { continue }
      days.append(PromisedDay(due: due, settled: place < movedOn.count ? movedOn[place] : keptOn))
    }
    return days
  }
}

extension CaseFile {
  mutating func apply(_ given: UpdateSent, _ stamp: StepStamp) {
    let every = given.every ?? work.updates.last { $0.given.every != nil }?.given.every
    let next = given.next ?? every.map { stamp.at.day.adding(days: min(max($0, 1), 366)) }
    work.updates.append(UpdateRecord(given: given, on: stamp.at, next: next))
    hear(stamp.at.day)
  }

  /// Updates the resident is owed: the next one agreed, and one for every day a promise was not kept on.
  var updateDuties: [DutyFacts] {
    var duties: [DutyFacts] = []
    for (place, update) in work.updates.enumerated() {
      guard let next = update.next else { continue }
      duties.append(
        DutyFacts(clock: .update, started: update.on, done: ending(of: update, at: place), told: next))
    }
    for promise in redress.promises {
      for day in promise.days {
        let slipped = Occurrence(day: day.due.adding(days: 1))
        let told = heardOf(promise.number, since: slipped.day)
        let done = [day.settled, told].compactMap(\.self).min { $0.day < $1.day }
        if let done, done.day < slipped.day { continue }
        duties.append(DutyFacts(clock: .update, started: slipped, done: done, owedAnyway: slipped.day))
      }
    }
    return duties
  }

  /// What ends the wait for an agreed update: the next one, the response or, after that, the promise kept.
  private func ending(of update: UpdateRecord, at place: Int) -> Occurrence? {
    var ends: [Occurrence] = work.updates.dropFirst(place + 1).prefix(1).map(\.on)
    if let number = update.given.promise {
      ends += redress.promises.filter { $0.number == number }.compactMap(\.keptOn)
    } else {
      ends += stages.compactMap(\.responded).filter { $0.day >= update.on.day } + [closed].compactMap(\.self)
    }
    return ends.min { $0.day < $1.day }
  }

  /// When the resident was first told of a slipped promise, by an update on it or a notice.
  private func heardOf(_ promise: Int, since day: CalendarDay) -> Occurrence? {
    let updates = work.updates.filter { $0.given.promise == promise }.map(\.on)
    let notices = work.lettersSent.filter { $0.letter == .promiseSlipped }.map(\.on)
    return (updates + notices).filter { $0.day >= day }.min { $0.day < $1.day }
  }

  /// Whether an agreed update is still to come; it is marked so that the morning list looks at the case.
  var updateMarks: CaseMarks {
    updateDuties.contains { $0.done == nil && $0.told != nil } ? .updates : []
  }

  /// An update owed because the response is late and no interval is agreed (Code 5.9); nil otherwise.
  func lateResponseUpdate(_ rules: RuleBook, today: CalendarDay) -> LetterOwed? {
    guard isComplaint, state == .open, let facts = facts.stages.last,
      let target = rules.urgent(of: facts, profile: triage?.profile ?? "", received: received),
      target.step == .respond, target.due < today
    else { return nil }
    let since = target.due.adding(days: 1)
    let heard = work.updates.map(\.on) + work.lettersSent.filter { $0.letter == .update }.map(\.on)
    if heard.contains(where: { $0.day >= since }) || updateMarks == .updates { return nil }
    return LetterOwed(
      letter: .update, since: Occurrence(day: since),
      about: "the response was due " + target.due.description + "; agree how often they hear",
      clause: code("5.9"))
  }
}

/// Refuses an update about a promise that is not there, or with a next day that is past.
func guardUpdate(_ given: UpdateSent, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) {
  if let next = given.next, next <= occasion.at.day {
    throw .badValue(field: "next", value: next.description, allowed: "a day after the update")
  }
  if let every = given.every, every > 366 {
    throw .badValue(field: "every", value: String(every), allowed: "a number of days from 1 to 366")
  }
}
