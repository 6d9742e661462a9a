package import Clocks
package import Complaints

/// One published way to count CH01 and CH02, by name and date: a wrong reading is another definition, not
/// another record.
package struct MeasureDefinition: Hashable, Sendable {
  package var name: String
  package var dated: CalendarDay?
  /// Whether the base of CH02 is what was made in the year, or what was answered in it.
  package var base: MeasureBase
  /// Whether complaints withdrawn later count as made.
  package var countsWithdrawn: Bool
  package var text: String

  /// Complaints made in the year, as the regulator's published tables head their columns.
  package static let made = MeasureDefinition(
    name: "made", dated: CalendarDay(year: 2024, month: 4, day: 2), base: .made, countsWithdrawn: true,
    text:
      "CH01: stages that began in the year for every 1,000 homes owned at its end. CH02: of those same stages"
      + " the share answered in Code time, whenever the answer went; one not answered is not in time.")

  /// Complaints answered in the year, as other publications read it.
  package static let answered = MeasureDefinition(
    name: "answered", dated: CalendarDay(year: 2024, month: 4, day: 2), base: .answered,
    countsWithdrawn: true,
    text:
      "CH01: stages that began in the year for every 1,000 homes owned at its end. CH02: of the stages whose"
      + " answer went in the year the share in Code time, whenever they began.")

  package static let all = [made, answered]
}

/// What CH02 is a share of.
package enum MeasureBase: String, CaseIterable, Hashable, Sendable {
  case made, answered
}

/// CH01 and CH02 of one stage in one tenure group: numerators and denominators, nothing rounded.
package struct StageMeasure: Hashable, Sendable {
  package var made = 0
  package var inTime = 0
  package var base = 0
  /// Of those in time, the ones an extension the Code allows brought there.
  package var byExtension = 0
}

extension MeasureDefinition {
  /// The measure of that stage over those cases.
  package func measure(_ cases: [TalliedCase], _ stage: Stage, _ year: ReportPeriod) -> StageMeasure {
    var measure = StageMeasure()
    for figures in cases where figures.isTakenComplaint && (countsWithdrawn || figures.state != .withdrawn) {
      for record in figures.stages where record.stage == stage {
        let isMade = year.contains(record.started)
        if isMade { measure.made += 1 }
        let belongs = base == .made ? isMade : year.contains(record.responded)
        guard belongs else { continue }
        measure.base += 1
        guard record.code.responded == .met else { continue }
        measure.inTime += 1
        if let first = record.code.first, let responded = record.responded, responded > first {
          measure.byExtension += 1
        }
      }
    }
    return measure
  }
}
