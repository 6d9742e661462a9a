import Clocks
import Complaints

/// Steps of working a case as a person would give them.
func step<Payload: StepPayload>(
  _ wrap: (Payload) -> CaseStep, _ fill: (inout Payload) -> Void = { _ in }
) -> Action {
  var payload = Payload()
  fill(&payload)
  return .step(wrap(payload))
}

func learned(_ fill: (inout LearningRecorded) -> Void) -> Action { step({ .remedy(.learned($0)) }, fill) }
func involved(_ who: String?, _ how: InvolvementHow, area: String = "") -> Action {
  step({ .work(.involved($0)) }) { (noted: inout InvolvementNoted) in
    noted.who = who.map { login($0) }
    noted.how = how
    noted.area = area
  }
}
func promised(_ due: String) -> Action {
  step({ .remedy(.promised($0)) }) { (made: inout PromiseMade) in
    made.text = "Replace the valve"
    made.due = day(due)
  }
}
func sent(_ letter: OwedLetter) -> Action {
  step({ .work(.letterSent($0)) }) { (letterSent: inout LetterSent) in
    letterSent.letter = letter
    letterSent.text = "As it is on record"
  }
}

func draft(
  _ definition: String = "The leak", outcome: String = "A repair", notOurs: String = "Nothing",
  due: String? = nil,
  advocacy: String = "", override: String = ""
) -> Action {
  .acknowledge(
    AcknowledgementDraft(
      definition: definition, outcome: outcome, notOurs: notOurs, due: due.map { day($0) },
      override: override,
      advocacy: advocacy))
}

let respondByLetter = Action.respond(channel: .letter, text: "", override: "")

extension Scenario {
  /// A complaint triaged and given to patel.
  mutating func triaged() throws {
    var contact = ContactReceived(channel: .phone, narrative: "Four visits were missed")
    contact.person.name = "Amina Hussain"
    try receive(1, Intake(contact: contact, received: Occurrence(day: rules.zone.day(of: now), moment: now)))
    try act(.triage(TriageChoice(kind: .complaint, reason: "reported three times")), by: "hana")
    try act(.assign(to: login("patel")), by: "sam")
  }

  /// An acknowledged complaint of one point upheld, talked through with the resident.
  mutating func readyToAnswer() throws {
    try acknowledged()
    try act(.point(text: "The leak", category: "repairs"), by: "patel")
    try act(.decide(upheld(1)), by: "patel")
    try act(.contact(talk), by: "patel")
  }

  var owed: [OwedLetter] { lettersOwed(file(), rules, today: rules.zone.day(of: now)).map(\.letter) }
}
