import Clocks
import Complaints

// What the demo's staff say and write: the parts of a letter a person would fill in, made from the story.
extension DemoStory {
  /// The first point upheld at stage one with something to be done about it.
  var promisedPoint: DemoPoint? {
    guard course.responded != nil else { return nil }
    return points.first { $0.decision.strength >= Decision.partlyUpheld.strength && !$0.remedy.isEmpty }
  }

  func promise(owner: StaffLogin, due: CalendarDay) -> PromiseMade? {
    guard let point = promisedPoint else { return nil }
    var promise = PromiseMade()
    promise.text = point.remedy
    promise.due = due
    promise.owner = owner
    return promise
  }

  /// What shows that the promise was kept.
  var proof: PromiseKept {
    var kept = PromiseKept()
    kept.promise = 1
    kept.proof = "Confirmed with the resident by phone."
    return kept
  }

  /// The reviewer names the Ombudsman in the opening call of stage two.
  var ombudsmanTold: OmbudsmanContact {
    var contact = OmbudsmanContact()
    contact.matter = .told
    contact.text = "Told that the Housing Ombudsman gives advice at any time."
    return contact
  }

  /// What an upheld complaint taught; nil where nothing was upheld.
  var lesson: LearningRecorded? {
    let upheld = points.first {
      ($0.review?.decision ?? $0.decision).strength >= Decision.partlyUpheld.strength
    }
    guard let upheld else { return nil }
    var lesson = LearningRecorded()
    lesson.text = "Gone through in the team meeting against other cases about " + contact.category + "."
    lesson.cause = upheld.reasons
    lesson.change = upheld.remedy
    return lesson
  }

  /// How this resident is spoken with.
  var talkChannel: Channel {
    switch contact.channel {
    case .inPerson: .inPerson
    case .phone, .web, .email, .letter, .portal, .member, .advisoryBoard, .staff, .survey, .thirdParty,
      .social, .sms:
      .phone
    }
  }

  /// How this resident is written to.
  var answerChannel: Channel {
    contact.person.email.isEmpty ? .letter : .email
  }

  private var surname: String {
    contact.person.name.split(separator: " ").last.map(String.init) ?? ""
  }

  private var salutation: String {
    surname.isEmpty ? "To whoever told us of this" : "Dear " + contact.person.name
  }

  var openingCall: String {
    guard !contact.person.name.isEmpty else {
      return "No name or number was left; looked at what was sent in with the estate team."
    }
    let needs = contact.person.needs.isEmpty ? "" : " Adjustments checked: \(listed(contact.person.needs))."
    return "Rang to introduce myself and go through what happened, in their own words." + needs
  }

  var reviewCall: String {
    again.isEmpty
      ? "Rang about the review. They would rather not give a reason; told them none is needed."
      : "Rang about the review and went through what they feel the first answer missed."
  }

  /// What was found out about the trouble before the acknowledgement was written.
  var liveCheck: LiveIssueChecked {
    var checked = LiveIssueChecked()
    checked.live = true
    checked.step = .dealtWith
    checked.text = "We know that it goes on; somebody comes to see to it while we look into your complaint."
    return checked
  }

  func acknowledgement(due: CalendarDay) -> AcknowledgementDraft {
    AcknowledgementDraft(
      definition: "As we understand it: " + points.map(\.text).joined(separator: " Also: "),
      outcome: contact.outcomeSought.isEmpty
        ? "An explanation and the matter put right." : contact.outcomeSought,
      notOurs: "Nothing: all of it is ours to answer.", due: due)
  }

  func reviewAcknowledgement(due: CalendarDay) -> AcknowledgementDraft {
    AcknowledgementDraft(
      definition: "A review of our stage one answer on: "
        + points.map(\.text).joined(separator: " Also: "),
      outcome: contact.outcomeSought.isEmpty ? "A fresh look by somebody senior." : contact.outcomeSought,
      notOurs: "Nothing: all of it is ours to answer.", due: due)
  }

  var extensionReason: String {
    "We are waiting for a specialist's report without which any answer would be a guess."
  }

  func extensionTold(to day: CalendarDay) -> String {
    "Rang and wrote with the reason and the new date, \(day), and how to reach the Housing Ombudsman meanwhile."
  }

  var response: String {
    salutation + ",\n\nThis is our stage one response.\n\n"
      + findings { ($0.decision, $0.reasons, $0.remedy) }
      + "\nIf you disagree with any of this you may ask for a review at stage two by any means that suits you. "
      + "You need not give a reason. The Housing Ombudsman can advise you at any time: 0300 111 3000, "
      + "PO Box 1484, Unit D, Preston PR2 0ET."
  }

  var reviewResponse: String {
    salutation + ",\n\nThis is our stage two response and our last word on the matter.\n\n"
      + findings {
        ($0.review?.decision ?? $0.decision, $0.review?.reasons ?? $0.reasons, $0.review?.remedy ?? $0.remedy)
      }
      + "\nIf you remain unhappy you may take your complaint to the Housing Ombudsman Service, "
      + "PO Box 1484, Unit D, Preston PR2 0ET, 0300 111 3000, housing-ombudsman.org.uk."
  }

  private func findings(_ found: (DemoPoint) -> (Decision, String, String)) -> String {
    var text = ""
    for (number, point) in zip(1..., points) {
      let (decision, reasons, remedy) = found(point)
      text += "\(number). \(point.text)\nWe find this \(words(decision)). \(reasons)\n"
      if !remedy.isEmpty { text += "To put it right: \(remedy)\n" }
    }
    return text
  }

  private func words(_ decision: Decision) -> String {
    switch decision {
    case .upheld: "upheld"
    case .partlyUpheld: "partly upheld"
    case .notUpheld: "not upheld"
    case .outside: "outside what we can decide"
    }
  }

  private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The log entry for one of the story's own contacts.
  func action(for what: DemoContact.What) -> Action {
    switch what {
    case .rang(let text):
      .contact(
        ContactLogged(
          direction: .out, channel: .phone, reached: true, verified: "name and address", text: text))
    case .called(let text):
      .contact(
        ContactLogged(
          direction: .into, channel: .phone, reached: true, verified: "name, address and date of birth",
          text: text))
    case .noAnswer(let text):
      .contact(ContactLogged(direction: .out, channel: .phone, reached: false, text: text))
    case .wrote(let text):
      .contact(ContactLogged(direction: .out, channel: answerChannel, reached: true, text: text))
    case .noted(let text): .note(text: text)
    }
  }
}
