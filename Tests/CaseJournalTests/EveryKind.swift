import Clocks
import Complaints

/// One event of every kind, with every field filled.
enum EveryKind {
  static let moment = Occurrence(day: day("2026-11-21"), moment: Moment("2026-11-21T14:05:00Z"))
  static let three = Stage.two.next ?? .two
  static let onDay = Occurrence(day: day("2026-11-20"))

  static let landlord: [NewEvent] = [
    NewEvent(.segmentOpened(SegmentOpened(journal: "j", previous: "p"))),
    NewEvent(.segmentSealed(lines: 9)),
    NewEvent(.journalRepaired(JournalRepaired(segment: "s", offset: 10, bytes: 3, file: "f"))),
    NewEvent(
      .kept(
        .recovered(
          JournalRecovered(segment: "s", offset: 10, bytes: 3, file: "f", why: "fdatasync failed")))),
    NewEvent(.kept(.restored(JournalRestored(seq: 12, head: "ab", made: "2026-11-22T09:31:07Z")))),
    NewEvent(
      .kept(
        .redaction(
          Redaction(
            subject: "C26-000001", ground: "erasure request 7",
            lines: [
              RedactedLine(seq: 4, before: "ab", after: "cd"),
              RedactedLine(seq: 5, before: "ef", after: "01"),
            ])))),
    NewEvent(.kept(.redactionFinished(seq: 13))),
    NewEvent(.kept(.asserted(StateAsserted(fold: 1, cases: 2, digest: "ef")))),
    NewEvent(
      .kept(.disclosed(Disclosed(.export, sheet: "cases", subject: "P000001", withNeeds: true)))),
    NewEvent(
      .landlordFounded(LandlordFounded(landlord: "Irwell Homes", nation: .scotland, practice: false))),
    NewEvent(.profileAdopted(AdoptedText(name: "manchester-2022", text: "{\"a\":1}\n", sha256: "ab"))),
    NewEvent(.calendarAdopted(AdoptedText(name: "scotland", text: "{}", sha256: "cd"))),
    NewEvent(
      .staffListed(
        StaffMember(
          login: login("amira"), name: "Amira Yılmaz", roles: [.reviewer, .handler], team: "North",
          manager: login("boss"), phone: "0161 496 0000", email: "amira@example.org", limit: 50_000,
          from: day("2026-01-05"), until: day("2027-01-05")))),
    NewEvent(.homesStated(Homes(year: 2026, lcra: 5210, lcho: 340))),
    NewEvent(.templateAdopted(AdoptedText(name: "warning", text: "subject: x\n\n{reason}\n", sha256: "ef"))),
  ]

  static var contact: ContactReceived {
    var contact = ContactReceived(channel: .inPerson, narrative: "Damp \"again\"\nin the back bedroom\u{1}")
    contact.caller = "Cllr Begum"
    contact.personNumber = PersonNumber(value: 1)
    contact.person.name = "Siân Hughes (daughter)"
    contact.person.phone = "+44 161 496 0123"
    contact.person.email = "Sian@Example.org"
    contact.person.preferred = "text"
    contact.person.language = "cy"
    contact.person.needs = ["large print", "stairs"]
    contact.representative = "Tŷ Advice"
    contact.property.address = "Flat 2, 14 Rochdale Road"
    contact.property.postcode = "M9 4AA"
    contact.property.uprn = "10070"
    contact.property.block = "Harpurhey House"
    contact.tenure = .lcra
    contact.affected = ["the family at 16"]
    contact.category = "damp"
    contact.area = "North"
    contact.ward = "Harpurhey"
    contact.stage = .two
    contact.source = "CRM"
    contact.sourceRef = "CRM-100021"
    contact.row = "00ff00ff00ff00ff"
    contact.outcomeSought = "a survey"
    return contact
  }

  static let casework: [NewEvent] = [
    NewEvent(.contactReceived(contact), case: reference(1), occurred: moment),
    NewEvent(
      .contactTriaged(
        ContactTriaged(
          kind: .complaint, reason: "asks for a complaint", proposed: .serviceRequest,
          clause: "code-2024 1.2",
          answers: [
            TriageAnswer(question: .firstReport, yes: false),
            TriageAnswer(question: .asksComplaint, yes: true),
          ], profile: "manchester-2022")), case: reference(1)),
    NewEvent(
      .complaintAcknowledged(
        Acknowledgement(
          stage: .two, definition: "damp", outcome: "a survey", notOurs: "the weather",
          due: day("2026-12-18"), override: "no address")), case: reference(1), occurred: onDay),
    NewEvent(.caseAssigned(to: login("amira")), case: reference(1)),
    NewEvent(
      .contactLogged(
        ContactLogged(direction: .out, channel: .sms, reached: true, verified: "date of birth", text: "told")),
      case: reference(1)),
    NewEvent(.pointAdded(PointAdded(point: 1, text: "mould", category: "damp")), case: reference(1)),
    NewEvent(
      .pointDecided(
        PointDecided(
          point: 1, stage: .two, decision: .partlyUpheld, reasons: "late", basis: "repairs policy",
          remedy: "works")), case: reference(1)),
    NewEvent(
      .responseExtended(
        ResponseExtended(
          stage: .two, to: day("2027-01-20"), reason: "survey", told: "by letter", goodReason: "ladder")),
      case: reference(1)),
    NewEvent(
      .complaintResponded(Responded(stage: .two, channel: .letter, text: "Dear Ms Hughes", override: "x")),
      case: reference(1)),
    NewEvent(
      .complaintEscalated(Escalated(stage: three, reason: "not done", late: "was in hospital")),
      case: reference(1)),
    NewEvent(.caseClosed(reason: "all done"), case: reference(1)),
    NewEvent(.noteAdded(text: "rang \u{0} twice 作"), case: reference(1)),
    NewEvent(.caseLinked(CaseLinked(to: reference(1), relation: "duplicate")), case: reference(1)),
    NewEvent(
      .entryCorrected(Corrected(seq: 6, field: "person.name", value: "Siân Hughs")), case: reference(1)),
    NewEvent(.stepUndone(seq: 9), case: reference(1)),
    NewEvent(.stepRedone(seq: 9), case: reference(1)),
  ]
}
