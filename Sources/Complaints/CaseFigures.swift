package import Clocks

/// What reports and exports count of one case: dates, words of lists and sums, of ended cases too.
///
/// One derivation of the whole record of the case, so that a report and an export can never disagree.
package struct CaseFigures: Hashable, Sendable {
  package var reference: CaseReference
  package var state: CaseState
  package var kind: Kind?
  package var channel: Channel
  package var tenure: TenureGroup?
  package var category: String
  package var area: String
  package var ward: String
  /// Name of the profile it follows; empty means the landlord's first.
  package var profile: String
  package var subject: String
  package var received: CalendarDay
  /// When its first line was recorded.
  package var recorded: CalendarDay
  package var closed: CalendarDay?
  package var handler: StaffLogin?
  package var outcome: Decision?
  package var traits: CaseTraits = []
  /// The ground it was declined on, as a word of the policy.
  package var refusal: RefusalFigures?
  package var stages: [StageFigures] = []
  package var points: [PointFigures] = []
  package var contacts: [ContactFigures] = []
  package var promises: [PromiseFigures] = []
  package var money: [MoneyFigures] = []
  package var remedies: [DatedWord<RemedyKind>] = []
  package var lessons: [LessonFigures] = []
  package var ombudsman: OmbudsmanFigures = OmbudsmanFigures()
  package var surveys: [DatedNumber] = []
  /// Scores of a scrutiny panel.
  package var scores: [DatedNumber] = []
  /// When praise was passed on.
  package var thanked: [CalendarDay] = []
  /// When it was sent up to a senior.
  package var rises: [CalendarDay] = []
  /// When the next stage was declined.
  package var escalationsRefused: [CalendarDay] = []
  /// When a restriction on contact was imposed.
  package var restrictions: [CalendarDay] = []
  /// When needs were recorded.
  package var needs: [CalendarDay] = []
  /// When hazards were reported.
  package var hazards: [CalendarDay] = []
  /// Contractors asked about it, each once, in the order of being asked.
  package var contractors: [String] = []
}

/// What is so or not so of a case.
package struct CaseTraits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Put right there and then, no stage opened.
  package static let settledAtOnce = CaseTraits(rawValue: 1 << 0)
  package static let needs = CaseTraits(rawValue: 1 << 1)
  package static let represented = CaseTraits(rawValue: 1 << 2)
  package static let group = CaseTraits(rawValue: 1 << 3)
  package static let anonymous = CaseTraits(rawValue: 1 << 4)
  package static let linked = CaseTraits(rawValue: 1 << 5)
  /// Sent straight to the Ombudsman by a senior's authority.
  package static let direct = CaseTraits(rawValue: 1 << 6)
}

/// A complaint declined, and on which ground.
package struct RefusalFigures: Hashable, Sendable {
  package var ground: String
  package var on: CalendarDay
}

/// One stage as it ran, with its due days under both targets once they are reckoned.
package struct StageFigures: Hashable, Sendable {
  package var stage: Stage
  package var started: CalendarDay
  package var acknowledged: CalendarDay?
  /// It went although something required was missing.
  package var acknowledgedWithGap: Bool
  package var extensions: Int
  package var extendedTo: CalendarDay?
  /// When the latest extension was made.
  package var extended: CalendarDay?
  package var responded: CalendarDay?
  package var respondedWithGap: Bool
  package var respondedBy: StaffLogin?
  /// Come into directly or by silence, where not by asking after an answer.
  package var way: StageWay?
  package var landlord = StageDue()
  package var code = StageDue()

  package func due(_ target: ClockTarget) -> StageDue {
    switch target {
    case .landlord: landlord
    case .code: code
    }
  }
}

/// One head of a complaint.
package struct PointFigures: Hashable, Sendable {
  package var number: Int
  package var category: String
  /// False once it was split or merged into others.
  package var isOpen: Bool
  package var decision: Decision?
  /// The stage that decision was made at.
  package var stage: Stage?
  /// Whether the decision names a remedy.
  package var isRemedied: Bool
}

/// A contact or failed attempt.
package struct ContactFigures: Hashable, Sendable {
  package var on: CalendarDay
  package var recorded: CalendarDay
  package var direction: Direction
  package var channel: Channel
  package var reached: Bool
}

/// A promise and what became of it.
package struct PromiseFigures: Hashable, Sendable {
  package var number: Int
  package var made: CalendarDay
  /// As first promised.
  package var firstDue: CalendarDay?
  package var due: CalendarDay?
  package var moves: Int
  package var kept: CalendarDay?

  /// Whether it was kept by the day the resident was told last.
  package var isKeptInTime: Bool { kept.map { kept in due.map { kept <= $0 } ?? true } ?? false }
}

/// One offer of compensation, in pence.
package struct MoneyFigures: Hashable, Sendable {
  package var number: Int
  package var pence: Int
  package var offered: CalendarDay
  package var accepted: CalendarDay?
  package var declined: CalendarDay?
  package var paid: CalendarDay?
}

/// A lesson and what became of it.
package struct LessonFigures: Hashable, Sendable {
  package var number: Int
  package var on: CalendarDay
  /// False where the record says why there is nothing to learn.
  package var isLesson: Bool
  package var due: CalendarDay?
  package var implemented: CalendarDay?
  /// More than one manager can change.
  package var forOrganisation: Bool
  package var isAnswered: Bool
  package var isShared: Bool
}

/// What went to and came from the Ombudsman.
package struct OmbudsmanFigures: Hashable, Sendable {
  package var contacts: [DatedWord<OmbudsmanMatter>] = []
  package var findings: [DatedWord<OmbudsmanFinding>] = []
  package var orders: [OrderFigures] = []
}

/// An order or recommendation.
package struct OrderFigures: Hashable, Sendable {
  package var number: Int
  package var what: OrderWord
  package var on: CalendarDay
  package var due: CalendarDay?
  package var complied: CalendarDay?
  package var isDeclined: Bool
  package var pence: Int?

  package var binds: Bool { what != .recommendation }
}

/// A word of a list with its day.
package struct DatedWord<Word: Hashable & Sendable>: Hashable, Sendable {
  package var on: CalendarDay
  package var word: Word
}

/// A number of a scale with its day.
package struct DatedNumber: Hashable, Sendable {
  package var on: CalendarDay
  package var number: Int
}
