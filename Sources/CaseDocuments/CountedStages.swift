import Clocks
import Complaints

/// One stage of a complaint that was taken as one, laid flat: reports go through these many times over.
struct CountedStage: Sendable {
  let stage: Stage
  let started: CalendarDay
  let acknowledged: CalendarDay?
  let responded: CalendarDay?
  /// When the case ended.
  let closed: CalendarDay?
  let isExtended: Bool
  let landlord: StageDue
  let code: StageDue

  func due(_ target: ClockTarget) -> StageDue {
    switch target {
    case .landlord: landlord
    case .code: code
    }
  }

  /// Whether its answer was still to come at the end of that day.
  func isOpen(on day: CalendarDay) -> Bool {
    guard started <= day, responded.map({ $0 > day }) ?? true else { return false }
    return closed.map { $0 > day } ?? true
  }
}

/// The stages of every complaint among those cases that was neither declined nor merged into another.
func countedStages(_ cases: [TalliedCase]) -> [CountedStage] {
  var stages: [CountedStage] = []
  stages.reserveCapacity(cases.count)
  for figures in cases where figures.isTakenComplaint {
    for record in figures.stages {
      stages.append(
        CountedStage(
          stage: record.stage, started: record.started, acknowledged: record.acknowledged,
          responded: record.responded, closed: figures.closed, isExtended: record.extensions > 0,
          landlord: record.landlord, code: record.code))
    }
  }
  return stages
}
