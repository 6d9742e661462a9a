import Clocks

/// What was done about a live trouble before the acknowledgement was written.
package enum LiveIssueStep: String, CaseIterable, Hashable, Sendable {
  /// It is being dealt with: the acknowledgement says so in a line.
  case dealtWith = "dealt-with"
  case fastTracked = "fast-tracked"
  /// The resident was rung and access arranged first.
  case called
}

/// Whether the trouble goes on, and what is done about it (manchester-2022, Personal Contact with the
/// Complainant, item 2).
package struct LiveIssueChecked: StepPayload {
  package static let kind = StepKind.liveIssueChecked
  package var live: Bool?
  package var step: LiveIssueStep?
  package var text = ""
  package init() {}

  package static let fields: [StepField<LiveIssueChecked>] = [
    .yesNo("live", "It goes on", \.live, required: true),
    .word("step", "What is done", \.step, help: "when it goes on"),
    .text("text", "In a line for the acknowledgement", \.text),
  ]

  /// The line the acknowledgement carries; nil where there is none.
  package var line: String? { live == true && step == .dealtWith && !text.isEmpty ? text : nil }
}

extension LiveIssueChecked: IntakePayload {
  func fold(into file: inout CaseFile, _ stamp: StepStamp) { file.intake.liveIssue = self }

  func check(_ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
    guard live == true else { return }
    let clause = file.profile(rules)?.duties.liveIssueCheck?.clause
    if step == nil { throw .missing(field: "step", clause: clause) }
    if isBlank(text) { throw .missing(field: "text", clause: clause) }
  }
}

extension ContactReceived {
  /// Words in what was said that tell of a trouble which may still go on: no heat, no water, danger.
  package var liveWords: [String] {
    let said = narrative.lowercased()
    return ContactReceived.liveSigns.filter { said.contains($0) }
  }

  private static let liveSigns = [
    "no heat", "heating", "hot water", "no water", "boiler", "gas", "electric", "no power", "spark", "leak",
    "flood", "sewage", "collaps", "unsafe", "danger", "locked out", "carbon monoxide", "through the ceiling",
  ]
}

/// Holds an acknowledgement until somebody looked whether the trouble it tells of still goes on.
///
/// Asked only where what was said, or a hazard on record, tells of such a trouble: a reading of "if necessary".
func guardLiveIssue(_ file: CaseFile, _ override: String, _ rules: RuleBook) throws(Refusal) {
  guard let duty = file.profile(rules)?.duties.liveIssueCheck, isBlank(override),
    file.intake.liveIssue == nil
  else { return }
  if file.contact.liveWords.isEmpty && file.hazard.open.isEmpty { return }
  throw .intake(.liveIssueUnchecked(file.contact.liveWords, duty.clause))
}
