import Clocks
import Complaints

/// A triage question as it is asked, short enough for one line of forty columns.
func triageQuestion(_ question: TriageQuestion) -> String {
  switch question {
  case .firstReport: "First report of this?"
  case .followUp: "Follow-up of one still in hand?"
  case .reportedBefore: "Reported before, not acted on?"
  case .missed: "Missed, or an unexplained failure?"
  case .handling: "Unhappy with how it was handled?"
  case .asksComplaint: "Do they ask for a complaint?"
  case .conduct: "Conduct of staff or contractor?"
  case .policyFailure: "Policy not followed?"
  case .information: "Information only?"
  case .survey: "From a survey?"
  case .courtClaim: "Court claim filed?"
  case .appealRight: "Statutory appeal or review open?"
  case .otherBody: "Another body's service?"
  case .nuisance: "Neighbour nuisance, not yet reported?"
  case .nuisanceHandling: "Our handling of nuisance?"
  case .accident: "An accident?"
  case .accidentHandling: "How we handled an accident?"
  case .moreEnquiries: "Further enquiries needed?"
  case .explained: "Can we explain it now?"
  case .satisfied: "Are they satisfied with that?"
  }
}

/// The triage questions as fields of a form, and what the answers in one propose.
enum TriageFields {
  /// What decides most calls, in the order it is asked on the phone.
  private static let first: [TriageQuestion] = [
    .firstReport, .followUp, .reportedBefore, .missed, .handling, .asksComplaint, .conduct, .information,
    .explained, .satisfied,
  ]

  /// What is seldom the case, by what it is about.
  private static let further: [(String, [TriageQuestion])] = [
    ("Ours at all?", [.otherBody, .courtClaim, .appealRight, .survey]),
    ("Neighbours, accidents", [.nuisance, .nuisanceHandling, .accident, .accidentHandling]),
    ("Besides", [.policyFailure, .moreEnquiries]),
  ]

  private static let fold = "more-questions"

  static func questions() -> [FormField] {
    var fields = first.map { field($0) }
    fields.append(
      FormField(
        name: fold, label: "more: another body, court, survey, nuisance, accident …",
        input: .fold(isOpen: false)))
    for (heading, questions) in further {
      fields.append(
        FormField(name: "about:" + heading, label: heading, input: .heading, group: fold, isHidden: true))
      fields += questions.map { field($0, group: fold) }
    }
    if let at = fields.firstIndex(where: { $0.name == name(.satisfied) }) {
      fields[at].waitsFor = name(.explained)
      fields[at].isHidden = true
    }
    return fields
  }

  private static func name(_ question: TriageQuestion) -> String { "answer:" + question.rawValue }

  private static func field(_ question: TriageQuestion, group: String = "") -> FormField {
    FormField(
      name: name(question), label: triageQuestion(question), input: .question(nil), group: group,
      isHidden: !group.isEmpty)
  }

  static func answers(_ form: Form) -> [TriageAnswer] {
    TriageQuestion.allCases.compactMap { question in
      let value = form.value("answer:" + question.rawValue)
      return value.isEmpty ? nil : TriageAnswer(question: question, yes: value == "yes")
    }
  }

  static func proposal(_ form: Form, _ reader: RecordReader) -> TriageProposal? {
    proposeKind(answers(form), profile: reader.rules.profile(named: form.value("profile")))
  }

  /// The kinds to choose from, after the word for following the answers.
  static func kinds(_ first: String) -> [PickOption] {
    [PickOption(value: "", label: first)]
      + Kind.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
  }

  /// The adopted policies to choose from, where there is more than one.
  static func profiles(_ reader: RecordReader) -> [FormField] {
    guard reader.rules.profiles.count > 1 else { return [] }
    let options = reader.rules.profiles.map { PickOption(value: $0.name, label: $0.title) }
    return [FormField(name: "profile", label: "Policy", input: .choice(options, chosen: 0))]
  }
}
