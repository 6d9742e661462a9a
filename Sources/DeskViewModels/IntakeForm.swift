import CaseDocuments
import Clocks
import Complaints

/// The fields of the intake screen, in the order people speak.
enum IntakeForm {
  static func of(_ reader: RecordReader) -> Form {
    let channels = Channel.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    let tenures =
      [PickOption(value: "", label: "not known")]
      + TenureGroup.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    let fields =
      [
        FormField(name: "channel", label: "Came by", input: .choice(channels, chosen: 0)),
        FormField(
          name: "received", label: "Received", input: .line(TextEntry()), hint: "now; or 14:30, 2026-11-20, …"
        ),
        line("name", "Name", hint: "leave empty for an anonymous contact"),
        line("phone", "Phone"),
        line("address", "Address"),
        line("postcode", "Postcode"),
        FormField(
          name: "narrative", label: "What they say", input: .area(TextEntry(shape: .area), rows: 5),
          isRequired: true),
        line("outcome", "What they want"),
        line("needs", "Needs", hint: "large print; BSL; two-person visit … with semicolons between"),
        line("category", "About", hint: "repairs, rent, neighbours …"),
        FormField(name: "person", label: "Record of", input: .choice([newPerson], chosen: 0)),
        FormField(
          name: fold, label: "more of them: who calls, e-mail, language, tenure …",
          input: .fold(isOpen: false)),
      ]
      + under([
        line("caller", "Caller, if not them"),
        line("representative", "Speaks for them"),
        line("email", "E-mail"),
        line("preferred", "Best reached by"),
        line("language", "Language"),
        FormField(name: "tenure", label: "Tenure", input: .choice(tenures, chosen: 0)),
      ]) + [
        FormField(name: "ask", label: "What is it? y or n for each that fits", input: .heading)
      ] + TriageFields.questions() + [
        FormField(
          name: "kind", label: "Kind",
          input: .choice(TriageFields.kinds("as proposed; else decide later"), chosen: 0)),
        line("reason", "Reason", hint: "needed where the kind is not what is proposed"),
      ]
    return Form(fields, isOutward: false, confirmLabel: "Confirm: record the contact")
  }

  private static let fold = "more-of-them"

  /// Those fields, out of sight until their fold is opened.
  private static func under(_ fields: [FormField]) -> [FormField] {
    fields.map { field in
      var field = field
      field.group = fold
      field.isHidden = true
      return field
    }
  }

  static let newPerson = PickOption(value: "", label: "a new person")

  private static func line(_ name: String, _ label: String, hint: String = "") -> FormField {
    FormField(name: name, label: label, input: .line(TextEntry()), hint: hint)
  }

  static func person(_ form: Form) -> PersonDetails {
    var person = PersonDetails()
    person.name = form.value("name")
    person.phone = form.value("phone")
    person.email = form.value("email")
    person.preferred = form.value("preferred")
    person.language = form.value("language")
    person.needs = form.value("needs").split(separator: ";").map { String($0).trimmedBlanks }.filter {
      !$0.isEmpty
    }
    return person
  }

  static func property(_ form: Form) -> PropertyDetails {
    var property = PropertyDetails()
    property.address = form.value("address")
    property.postcode = form.value("postcode").uppercased()
    return property
  }

  /// The steps that record the contact: the contact itself, and a triage where the kind was overruled.
  static func steps(_ form: Form, received: Occurrence, _ reader: RecordReader) -> [PlannedStep] {
    let channel = Channel(rawValue: form.value("channel")) ?? .phone
    var contact = ContactReceived(channel: channel, narrative: form.value("narrative"))
    contact.caller = form.value("caller")
    contact.person = person(form)
    contact.representative = form.value("representative")
    contact.property = property(form)
    contact.tenure = TenureGroup(rawValue: form.value("tenure"))
    contact.outcomeSought = form.value("outcome")
    contact.category = form.value("category")
    var intake = Intake(contact: contact, received: received)
    intake.matched = PersonNumber(form.value("person"))
    let answers = TriageFields.answers(form)
    let proposed = TriageFields.proposal(form, reader)?.kind
    let chosen = Kind(rawValue: form.value("kind"))
    guard let chosen, chosen != proposed else {
      intake.answers = answers
      return [PlannedStep(step: .intake(intake), subject: "", sawRevision: nil, occurred: nil)]
    }
    // An overruled proposal is a step of its own, so that choice, reason and answers are all kept.
    let triage = Action.triage(TriageChoice(kind: chosen, reason: form.value("reason"), answers: answers))
    return [
      PlannedStep(step: .intake(intake), subject: "", sawRevision: nil, occurred: nil),
      PlannedStep(
        step: .action(triage, StepQueue.caseJustOpened), subject: "", sawRevision: nil, occurred: nil),
    ]
  }
}
