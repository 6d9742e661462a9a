import Clocks
import Complaints
import DeskViewModels

extension PracticeDesk {
  /// A desk on six cases: overdue, due today, at stage 2, answered, a service request and one not triaged.
  static func sample(_ columns: Int = 80, _ rows: Int = 24, as name: String = "patel") -> PracticeDesk {
    var practice = PracticeDesk(columns, rows, as: name)
    do {
      try practice.fill()
    } catch {
      preconditionFailure("the sample is refused: \(error)")
    }
    practice.open()
    return practice
  }

  /// Goes to case 1, about which a colleague has just confirmed a letter with those words.
  mutating func queueLetter(_ words: String) {
    var queued = LetterQueued()
    queued.letter = .update
    queued.route = .post
    queued.to = "Amal Rahman\n14 Rochdale Road"
    queued.subject = "How things stand"
    queued.releaseAt = now.adding(seconds: 60)
    queued.body = "How things stand\n================\n\nDear Amal Rahman,\n\n" + words
    record([NewEvent(.step(.work(.letterQueued(queued))), case: file(1).reference)], by: login("hana"))
    send(.journalGrew(touched: [CaseNumber(value: 1)]))
    press(":1<enter>")
  }

  private mutating func fill() throws {
    now = moment("2026-11-20T08:30:00Z")
    contact(
      "Leak through the kitchen ceiling, third report", from: "Amina Hussain", on: "2026-11-04",
      phone: "07700 900123", postcode: "M9 5XX", kind: .complaint, needs: ["BSL interpreter"])
    contact(
      "Damp in the children's bedroom", from: "Siân Llŷr", on: "2026-11-13", postcode: "M9 4AB",
      kind: .complaint)
    contact("Charge for a door we did not break", from: "Zofia Wójcik", on: "2026-10-05", kind: .complaint)
    contact("Lift out of order again 电梯", from: "陈伟", on: "2026-11-02", kind: .complaint)
    contact("Please repair the gate", from: "Tom Hale", on: "2026-11-18", kind: .serviceRequest)
    contact(
      "Nobody calls me back\nabout the boiler", from: "عائشہ خان", on: "2026-11-19", phone: "0161 496 0000")
    for number in [1, 2, 4] as [UInt32] { try give(number, to: "patel") }
    try give(3, to: "okafor")
    try acknowledge(1, on: "2026-11-05")
    try acknowledge(3, on: "2026-10-06")
    // Recorded long after, so by somebody senior.
    try answer(3, by: "sam", on: "2026-10-19")
    try step(3, .escalate(reason: "Still charged", late: ""), by: "hana", on: "2026-11-10")
    try acknowledge(4, on: "2026-11-03")
    try answer(4, by: "patel", on: "2026-11-12")
    now = moment("2026-11-20T09:31:00Z")
  }

  private mutating func give(_ number: UInt32, to name: String) throws {
    try step(number, .assign(to: login(name)), by: "sam", on: nil)
  }

  private mutating func acknowledge(_ number: UInt32, by name: String = "sam", on date: String) throws {
    if number == 1 {
      var checked = LiveIssueChecked()
      checked.live = false
      try step(number, .step(.intake(.liveIssue(checked))), by: "hana", on: date)
    }
    try step(
      number,
      .acknowledge(
        AcknowledgementDraft(
          definition: "What was said, in our words", outcome: "A repair", notOurs: "Nothing")), by: name,
      on: date)
  }

  private mutating func answer(_ number: UInt32, by name: String, on date: String) throws {
    try step(number, .point(text: "What they complain of", category: ""), by: name, on: date)
    let judgement = PointJudgement(
      point: 1, decision: .upheld, reasons: "We missed it", basis: "Repairs policy 4",
      remedy: "A visit on a day that suits")
    try step(number, .decide(judgement), by: name, on: date)
    let talk = ContactLogged(direction: .out, channel: .phone, reached: true, text: "What went wrong")
    // Written up late, so by somebody senior.
    try step(number, .contact(talk), by: "sam", on: date)
    try step(number, .respond(channel: .letter, text: "We are sorry", override: ""), by: name, on: date)
  }

  private mutating func step(_ number: UInt32, _ action: Action, by name: String, on date: String?) throws {
    try elsewhere(action, on: number, by: name, at: date.map { Occurrence(day: day($0)) })
  }
}
