package import Clocks

/// Years a landlord keeps a record after the last thing owed in it was done, where nothing else is given.
package let usualRetentionYears = 6

extension CaseFile {
  /// The day everything owed in this case was done: closed, its last promise kept; nil while anything is owed.
  package var settledOn: CalendarDay? {
    guard !state.isLive, redress.openPromises.isEmpty else { return nil }
    var last = closed?.day ?? entries.last?.entry.occurred?.day ?? received.day
    for promise in redress.promises {
      if let kept = promise.keptOn?.day, kept > last { last = kept }
    }
    return last
  }

  /// The first day on which its texts are no longer to be kept.
  package func keptUntil(years: Int) -> CalendarDay? {
    guard let settled = settledOn?.ymd else { return nil }
    // A 29 February without its like ends with the day after the 28th.
    return CalendarDay(year: settled.year + years, month: settled.month, day: settled.day)
      ?? CalendarDay(year: settled.year + years, month: settled.month + 1, day: 1)
  }

  /// Refuses to erase what is kept for a legal or Ombudsman matter, and what is still being worked on.
  package func guardErasure() throws(Refusal) {
    if let hold = people.hold { throw .people(.heldFromErasure(hold.reason)) }
    guard !state.isLive else { throw .people(.stillWorkedOn) }
    let open = redress.openPromises.compactMap(\.made.promise)
    guard open.isEmpty else { throw .people(.promisesOpen(open)) }
  }
}
