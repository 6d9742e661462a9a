package import Clocks
import PlainText

/// A search as typed: words and `field:value` terms, all of which must hold.
package struct Query: Hashable, Sendable {
  package var terms: [QueryTerm]

  package init(terms: [QueryTerm]) { self.terms = terms }

  /// Whether ended cases are looked at too: only when a term asks about the state or about what is owed still,
  /// or when it ended, or names a reference.
  package var looksAtEnded: Bool {
    terms.contains { term in
      switch term.test {
      case .state, .reference, .owes, .closed: true
      case .words, .field, .kind, .stage, .step, .open, .due, .who, .team, .channel, .tenure, .count,
        .outcome, .silent,
        .mark, .promised, .received, .responded:
        false
      }
    }
  }
}

/// One term of a query, perhaps negated.
package struct QueryTerm: Hashable, Sendable {
  package var negated: Bool
  package var test: QueryTest
}

/// What one term asks of a case.
package enum QueryTest: Hashable, Sendable {
  /// Folded bytes anywhere in the case's text.
  case words([UInt8])
  /// Folded bytes in one field; any of them.
  case field(SearchField, [[UInt8]])
  case reference([UInt32])
  case kind([Kind?])
  case state([CaseState])
  case stage([Int])
  /// The letter its stage owes next.
  case step([LetterStep])
  /// Whether it has not ended.
  case open(Bool)
  case due([DueTest])
  /// Logins; nil is nobody.
  case who([StaffLogin?])
  case team([String])
  case channel([Channel])
  case tenure([TenureGroup])
  /// Number of points.
  case count(DayTest)
  case outcome([Decision])
  /// Days since the resident last heard from us, more than.
  case silent(Int)
  /// A yes-or-no mark; nil is one nothing records yet.
  case mark(CaseMarks?, Bool)
  /// What is owed beside the letters of the stage; any of them.
  case owes([OwedKind])
  /// The day the earliest open promise is to be kept by.
  case promised([DayRange])
  case received([DayRange])
  case responded([DayRange])
  /// The day it ended: closed, refused, withdrawn or merged.
  case closed([DayRange])
}

/// How near a due date is.
package enum DueTest: Hashable, Sendable {
  case today, overdue
  /// Due within fewer than so many calendar days, overdue included.
  case withinDays(Int)
  case withinWorkingDays(Int)
  case between(DayRange)
}

/// A number compared.
package enum DayTest: Hashable, Sendable {
  case less(Int), more(Int), exactly(Int)

  func holds(_ value: Int) -> Bool {
    switch self {
    case .less(let bound): value < bound
    case .more(let bound): value > bound
    case .exactly(let bound): value == bound
    }
  }
}

/// Days from first to last, both included; nil is open.
package struct DayRange: Hashable, Sendable {
  package var first: CalendarDay?
  package var last: CalendarDay?
  func holds(_ day: CalendarDay) -> Bool {
    if let first, day < first { return false }
    if let last, last < day { return false }
    return true
  }
}

/// Why a query cannot be read: where, and what is allowed there.
package struct QueryError: Error, Hashable, Sendable {
  /// Column of the term, from 1.
  package var column: Int
  package var what: String
  package var allowed: String
}

/// What a query is judged against.
package struct QueryContext: Sendable {
  package var me: StaffLogin
  package var today: CalendarDay
  package var staff: StaffTable
  package var rules: RuleBook
  /// People under a restriction, whichever of their cases it is recorded on.
  package var restricted: Set<PersonNumber>

  package init(
    me: StaffLogin, today: CalendarDay, staff: StaffTable, rules: RuleBook,
    restricted: Set<PersonNumber> = []
  ) {
    self.me = me
    self.today = today
    self.staff = staff
    self.rules = rules
    self.restricted = restricted
  }
}

extension Query {
  /// Whether a case satisfies every term; `due` is its urgent due date, as `urgentTarget` gives it.
  ///
  /// For one case by itself: its texts are asked for only by a term about words.
  package func holds(
    _ row: CaseRow, due: CalendarDay?, context: QueryContext, arena: @autoclosure () -> SearchArena
  ) -> Bool {
    holds(
      row, due: due, context: context,
      words: wordsFound(in: arena(), among: [UInt32(row.number.index)]))
  }

  /// Whether a case satisfies every term, by what was found of the words for many cases at once.
  package func holds(
    _ row: CaseRow, due: CalendarDay?, context: QueryContext, words: WordsFound
  ) -> Bool {
    for term in terms where !term.test.asksWords && term.test.holds(row, due, context) == term.negated {
      return false
    }
    return wordsHold(row.number.index, words)
  }
}

extension QueryTest {
  /// For a test of the row; what is asked of texts is found beforehand (`WordsFound`).
  fileprivate func holds(_ row: CaseRow, _ due: CalendarDay?, _ context: QueryContext) -> Bool {
    switch self {
    case .words, .field: return false
    case .reference(let numbers): return numbers.contains(row.number.value)
    case .kind(let kinds): return kinds.contains(row.kind)
    case .state(let states): return states.contains(row.state)
    case .stage(let stages): return row.stage.map { stages.contains($0.number) } ?? false
    case .step(let steps): return row.urgentTarget(context.rules).map { steps.contains($0.step) } ?? false
    case .open(let yes): return row.state.isLive == yes
    case .due(let tests):
      guard let due else { return false }
      for test in tests where test.holds(due, context) { return true }
      return false
    case .who(let logins): return logins.contains(row.handler)
    case .team(let teams):
      guard let handler = row.handler, let team = context.staff[handler]?.team else { return false }
      return teams.contains(team.lowercased())
    case .channel(let channels): return channels.contains(row.channel)
    case .tenure(let groups): return row.tenure.map(groups.contains) ?? false
    case .count(let test): return test.holds(Int(row.points))
    case .outcome(let outcomes): return row.outcome.map(outcomes.contains) ?? false
    case .silent(let days): return row.silentDays(on: context.today) > days
    case .mark(.some(.restricted), let yes):
      return (row.marks.contains(.restricted) || row.person.map(context.restricted.contains) ?? false) == yes
    case .mark(let mark, let yes): return (mark.map(row.marks.contains) ?? false) == yes
    case .owes(let kinds):
      for kind in kinds where row.owes(kind, context.rules, on: context.today) != nil { return true }
      return false
    case .promised(let ranges):
      guard let due = row.owed.promise, row.marks.contains(.promises) else { return false }
      return ranges.contains { $0.holds(due) }
    case .received(let ranges): return ranges.contains { $0.holds(row.received) }
    case .responded(let ranges):
      guard let responded = row.responded else { return false }
      return ranges.contains { $0.holds(responded) }
    case .closed(let ranges):
      guard let closed = row.closed else { return false }
      return ranges.contains { $0.holds(closed) }
    }
  }
}

extension DueTest {
  fileprivate func holds(_ due: CalendarDay, _ context: QueryContext) -> Bool {
    switch self {
    case .today: return due == context.today
    case .overdue: return due < context.today
    case .withinDays(let days): return due < context.today.adding(days: days)
    case .withinWorkingDays(let days):
      do throws(CalendarGap) {
        return due < (try context.rules.calendar.workingDay(days, after: context.today))
      } catch {
        // Past the published years nothing can be said to be due within working days.
        return false
      }
    case .between(let range): return range.holds(due)
    }
  }
}

extension CaseRow {
  /// Days since the resident last heard from us, from the receipt where they never have.
  package func silentDays(on today: CalendarDay) -> Int { today.days(since: lastHeard ?? received) }
}
