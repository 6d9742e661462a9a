package import Clocks

/// The figures of one case where many are gone through again and again: handed on without copying any of them.
package final class TalliedCase: Sendable {
  package let figures: CaseFigures

  package init(_ figures: CaseFigures) { self.figures = figures }

  package var reference: CaseReference { figures.reference }
  package var state: CaseState { figures.state }
  package var kind: Kind? { figures.kind }
  package var channel: Channel { figures.channel }
  package var tenure: TenureGroup? { figures.tenure }
  package var category: String { figures.category }
  package var area: String { figures.area }
  package var ward: String { figures.ward }
  package var received: CalendarDay { figures.received }
  package var closed: CalendarDay? { figures.closed }
  package var handler: StaffLogin? { figures.handler }
  package var outcome: Decision? { figures.outcome }
  package var traits: CaseTraits { figures.traits }
  package var refusal: RefusalFigures? { figures.refusal }
  package var stages: [StageFigures] { figures.stages }
  package var points: [PointFigures] { figures.points }
  package var contacts: [ContactFigures] { figures.contacts }
  package var promises: [PromiseFigures] { figures.promises }
  package var money: [MoneyFigures] { figures.money }
  package var remedies: [DatedWord<RemedyKind>] { figures.remedies }
  package var lessons: [LessonFigures] { figures.lessons }
  package var ombudsman: OmbudsmanFigures { figures.ombudsman }
  package var surveys: [DatedNumber] { figures.surveys }
  package var thanked: [CalendarDay] { figures.thanked }
  package var rises: [CalendarDay] { figures.rises }
  package var escalationsRefused: [CalendarDay] { figures.escalationsRefused }
  package var restrictions: [CalendarDay] { figures.restrictions }
  package var needs: [CalendarDay] { figures.needs }
  package var contractors: [String] { figures.contractors }
}
