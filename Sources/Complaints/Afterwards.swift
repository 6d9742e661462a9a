import Clocks

/// Praise was passed on, and whoever gave it was thanked.
package struct ComplimentThanked: StepPayload {
  package static let kind = StepKind.complimentThanked
  package var how = ""
  package var staff: [String] = []
  package var contractors: [String] = []
  package var consent: Bool?
  package var invited: Bool?
  package init() {}

  package static let fields: [StepField<ComplimentThanked>] = [
    .text("how", "How they were thanked", \.how, required: true),
    .list("staff", "Shared with staff", \.staff),
    .list("contractors", "Shared with contractors", \.contractors),
    .yesNo("consent", "May be published", \.consent),
    .yesNo("invited", "Invited to write it down", \.invited, help: "where a manager noted it"),
  ]
}

/// What the resident thought of how the complaint was handled.
package struct SurveyRecorded: StepPayload {
  package static let kind = StepKind.surveyRecorded
  package var score: Int?
  package var text = ""
  package init() {}

  package static let fields: [StepField<SurveyRecorded>] = [
    .number("score", "Satisfaction, 1 to 5", \.score, required: true),
    .text("text", "What they said", \.text, long: true),
  ]
}

/// What a scrutiny panel thought of how the complaint was handled.
package struct QualityScored: StepPayload {
  package static let kind = StepKind.qualityScored
  package var quality: Int?
  package var rootCause: Bool?
  package var actionTaken: Bool?
  package var feedback = ""
  package var training = ""
  package init() {}

  package static let fields: [StepField<QualityScored>] = [
    .number("quality", "Quality of the response, 1 to 5", \.quality, required: true),
    .yesNo("root-cause", "The root cause was found", \.rootCause, required: true),
    .yesNo("action", "Action was taken on it", \.actionTaken, required: true),
    .text("feedback", "Feedback to the author and their manager", \.feedback, long: true),
    .text("training", "Training needed", \.training),
  ]

  /// The field whose number is none of the scale.
  var outOfRange: String? { quality.map { (1...5).contains($0) } ?? true ? nil : "quality" }
}

extension WorkStep {
  static let afterwardsSpecs: [StepSpec] = [
    StepSpec(
      ComplimentThanked.self, action: "thank", "thank for praise and pass it on",
      roles: [.handler, .supervisor], states: .any, row: .refold, outward: true
    ) { .work(.thanked($0)) },
    StepSpec(
      SurveyRecorded.self, action: "survey", "record how satisfied the resident is",
      roles: [.handler, .supervisor], states: .any, row: .nothing
    ) { .work(.surveyed($0)) },
    StepSpec(
      QualityScored.self, action: "score", "score the handling for scrutiny",
      roles: [.scrutiny, .supervisor, .director], states: .answered, row: .nothing
    ) { .work(.scored($0)) },
  ]
}

func guardSurvey(_ survey: SurveyRecorded, _ file: CaseFile) throws(Refusal) {
  if file.state == .untriaged || file.state == .open { throw .work(.notEndedYet) }
  if let score = survey.score, !(1...5).contains(score) {
    throw .badValue(field: "score", value: String(score), allowed: "a number from 1 to 5")
  }
}
