import Clocks

/// Praise was published, with the consent of whoever gave it.
package struct ComplimentPublished: StepPayload {
  package static let kind = StepKind.complimentPublished
  package var place = ""
  package var consent = ""
  package init() {}

  package static let fields: [StepField<ComplimentPublished>] = [
    .text("where", "Where it is published", \.place, required: true),
    .text(
      "consent", "How they consented, and when", \.consent, help: "needed unless consent is on record already"
    ),
  ]
}

extension WorkStep {
  static let publishingSpecs: [StepSpec] = [
    StepSpec(
      ComplimentPublished.self, action: "publish", "publish praise, with consent",
      roles: [.handler, .supervisor], states: .any, row: .nothing, outward: true
    ) { .work(.published($0)) }
  ]
}

/// Refuses to publish praise without consent on record, or where the policy only counts it
/// (manchester-2022, Compliments & Feedback, items 1 to 4).
func guardPublishing(
  _ published: ComplimentPublished, _ file: CaseFile, _ rules: RuleBook
) throws(Refusal) {
  if file.kind != .compliment { throw .work(.notACompliment(file.kind)) }
  let rule = rules.profile(of: file)?.duties.compliments
  switch rule?.publish {
  case .counted: throw .work(.praiseOnlyCounted(rule?.clause))
  case .withConsent, .whereAppropriate, .notStated, nil: break
  }
  // The newest word holds: consent can be withdrawn.
  let said = file.work.thanks.last { $0.consent != nil }?.consent
  if said != true, isBlank(published.consent) { throw .work(.noConsent(rule?.clause)) }
}
