package import Clocks

/// What a case can owe beside the letters of its stages, by the words of `owes:`.
package enum OwedKind: String, CaseIterable, Hashable, Sendable {
  /// A notice, a confirmation or a translation.
  case letter
  /// A lesson to be implemented.
  case learning
  /// Evidence the Ombudsman asked for.
  case evidence
  /// The review of a restriction.
  case restriction
  case promise, hazard, callback, form, order
  /// The answer of a senior the case was sent up to.
  case answer

  /// The mark without which a row cannot owe it; nil where the day and the policy decide.
  var mark: CaseMarks? {
    switch self {
    case .letter: nil
    case .learning: .learning
    case .evidence: .evidence
    case .restriction: .restricted
    case .promise: .promises
    case .hazard: .hazard
    case .callback: .callback
    case .form: .formOwed
    case .order: .orders
    case .answer: .management
    }
  }
}

/// The days by which a row knows what is owed beside the letters of its stage, without the case's file.
package struct OwedWork: Hashable, Sendable {
  /// Since when a letter is unsettled, whether or not the landlord's policy asks for it.
  package var handlerChange: CalendarDay?
  package var separateHandling: CalendarDay?
  package var writtenConfirmation: CalendarDay?
  package var translation: CalendarDay?
  package var handover: CalendarDay?
  package var form: CalendarDay?
  /// The earliest date of an open promise about whose slipping nobody was told.
  package var slips: CalendarDay?
  /// The earliest date of an open promise.
  package var promise: CalendarDay?
  /// The earliest day a call-back is promised for.
  package var callback: CalendarDay?
  /// The earliest date of a lesson not implemented.
  package var learning: CalendarDay?
  /// The earliest end of a restriction nobody has reviewed or ended.
  package var review: CalendarDay?
  /// When the oldest evidence without a day of its own was asked for.
  package var asked: CalendarDay?
  /// The earliest day named or agreed for evidence.
  package var told: CalendarDay?

  package init() {}

  init(of file: CaseFile) {
    func earliest(_ days: [CalendarDay?]) -> CalendarDay? { days.compactMap(\.self).min() }
    handlerChange = file.unsettled(.handlerChange)
    separateHandling = file.unsettled(.separateHandling)
    writtenConfirmation = file.unsettled(.writtenConfirmation)
    translation = file.unsettled(.translation)
    handover = file.unsettled(.handover)
    form = file.intake.form.flatMap { $0.sent == nil ? $0.asked.day : nil }
    let open = file.redress.openPromises
    let told = file.work.lettersSent.filter { $0.letter == .promiseSlipped }
    promise = earliest(open.map(\.due))
    slips = earliest(
      open.map { promise in
        promise.due.flatMap { due in
          let heard = file.work.updates.contains { $0.given.promise == promise.number && $0.on.day > due }
          return heard || told.contains { $0.on.day > due } ? nil : due
        }
      })
    callback = earliest(file.intake.callbacks.filter(\.isOpen).map(\.promised.day))
    learning = earliest(file.redress.lessons.filter(\.isOpen).map(\.learned.due))
    review = earliest(file.behaviour.restrictions.filter { $0.ended == nil }.map(\.until))
    let requests = file.ombudsman.requests.filter { $0.sent == nil }
    asked = earliest(requests.filter { $0.told == nil }.map(\.requested.day))
    self.told = earliest(requests.map(\.told))
  }

  /// Whether a letter is unsettled on any reading of a policy.
  var hasLetters: Bool {
    handlerChange != nil || separateHandling != nil || writtenConfirmation != nil || translation != nil
      || handover != nil || form != nil
  }
}

extension CaseFile {
  /// Since when a letter of that kind is unsettled: each that was sent settles the oldest thing of its kind.
  fileprivate func unsettled(_ letter: OwedLetter) -> CalendarDay? {
    let sent = work.lettersSent.count { $0.letter == letter }
    return work.owing.filter { $0.letter == letter }.dropFirst(sent).map(\.since.day).min()
  }

  /// The marks of what outlives the end of the case, for its row.
  var owedMarks: CaseMarks {
    var marks: CaseMarks = []
    if redress.lessons.contains(where: \.isOpen) { marks.insert(.learning) }
    if OwedWork(of: self).hasLetters { marks.insert(.letters) }
    return marks
  }
}

/// Days before its end from which the review of a restriction is looked for (manchester-2022, Vexatious
/// Complaints (procedure): it is reviewed at its end).
package let reviewAheadDays = 7

/// One thing a case owes, with the day it is owed by, or for a letter the day it is owed since.
package struct OwedThing: Hashable, Sendable {
  package let kind: OwedKind
  /// Nil where no day was ever named.
  package let day: CalendarDay?
}

extension CaseRow {
  /// Whether the case owes that today, and by when; nil where it does not.
  package func owes(_ kind: OwedKind, _ rules: RuleBook, on today: CalendarDay) -> OwedThing? {
    if let mark = kind.mark, !marks.contains(mark) { return nil }
    switch kind {
    case .letter:
      let days = letterDays(rules, on: today)
      return days.isEmpty ? nil : OwedThing(kind: kind, day: days.min())
    case .restriction:
      guard let until = owed.review, until <= today.adding(days: reviewAheadDays) else { return nil }
      return OwedThing(kind: kind, day: until)
    case .learning: return OwedThing(kind: kind, day: owed.learning)
    case .evidence: return OwedThing(kind: kind, day: evidenceDue(rules))
    case .promise: return OwedThing(kind: kind, day: owed.promise)
    case .callback: return OwedThing(kind: kind, day: owed.callback)
    case .hazard, .form, .order, .answer: return OwedThing(kind: kind, day: nil)
    }
  }

  /// Everything owed today beside the letters of the stages.
  package func owes(_ rules: RuleBook, on today: CalendarDay) -> [OwedThing] {
    guard !marks.isDisjoint(with: .standing.union(.owing)) || owed.slips != nil || marks.contains(.management)
    else { return [] }
    return OwedKind.allCases.compactMap { owes($0, rules, on: today) }
  }

  /// Since when each letter the policy asks for is owed.
  private func letterDays(_ rules: RuleBook, on today: CalendarDay) -> [CalendarDay] {
    guard marks.contains(.letters) || owed.slips != nil else { return [] }
    let duties = policy(rules)?.duties ?? CaseworkDuties()
    return OwedLetter.allCases.compactMap { letter in
      guard letter.clause(duties) != nil else { return nil }
      switch letter {
      case .handlerChange: return owed.handlerChange
      case .separateHandling: return owed.separateHandling
      case .writtenConfirmation: return owed.writtenConfirmation
      case .translation: return owed.translation
      case .handover: return owed.handover
      case .form: return owed.form
      // A late response stands among what is overdue already.
      case .update: return nil
      case .promiseSlipped: return owed.slips.flatMap { $0 < today ? $0.adding(days: 1) : nil }
      }
    }
  }

  /// The edition of the policy under which its stage began.
  private func policy(_ rules: RuleBook) -> LandlordProfile? {
    rules.profile(named: policyName(rules), begun: stageStarted, seq: stageSeq)
  }

  private func policyName(_ rules: RuleBook) -> String {
    rules.profiles.indices.contains(Int(profile)) ? rules.profiles[Int(profile)].name : ""
  }

  /// The earliest day by which the Ombudsman is to have evidence; nil where no rule and nobody names one.
  private func evidenceDue(_ rules: RuleBook) -> CalendarDay? {
    var days = [owed.told].compactMap(\.self)
    if let asked = owed.asked {
      let duty = DutyFacts(clock: .evidence, started: Occurrence(day: asked))
      let facts = CaseFacts(
        received: receipt, stages: [stageFacts], ended: closed.map { Occurrence(day: $0) },
        profile: policyName(rules), untriaged: state == .untriaged, duties: [duty])
      let noon = rules.zone.moment(of: asked, hour: 12, minute: 0, second: 0)
      days += rules.clocks(of: facts, now: noon, explain: false)
        .filter { $0.clock == ClockWord.evidence.rawValue }.compactMap(\.due)
    }
    return days.min()
  }
}
