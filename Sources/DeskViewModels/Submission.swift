import Clocks
import Complaints

/// One step before it is asked for.
struct PlannedStep: Hashable, Sendable {
  let step: PerformRequest.Step
  /// What to call the case in messages; empty before it has a reference.
  let subject: String
  let sawRevision: UInt64?
  let occurred: Occurrence?
  var letter = LetterWords()
}

/// Steps a sheet asks for together.
struct Submission: Hashable, Sendable {
  let steps: [PlannedStep]
  /// What is said when all is done: `acknowledged`.
  let done: String
  /// One step each for several cases: goes on after a refusal and tells the outcome of each.
  let isBulk: Bool
  /// What is counted when several are done.
  var unit = "cases"
}
