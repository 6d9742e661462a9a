import Clocks
import Complaints

/// Events in the shape of casework, eight to a case, the same for the same seed.
struct BenchCases {
  private var chance: DemoChance
  private let me: StaffLogin
  private let zone: ZoneTable
  private let first: CalendarDay
  /// The case being told and how far it has come.
  private var reference: CaseReference?
  private var step = 0

  init(seed: UInt64, me: StaffLogin, zone: ZoneTable, first: CalendarDay) {
    chance = DemoChance(seed: seed)
    self.me = me
    self.zone = zone
    self.first = first
  }

  /// The next event of the case at hand, or the contact that opens the next one.
  mutating func next(nextCase: CaseNumber, person: PersonNumber, now: Moment) -> NewEvent {
    guard let reference, step < 8 else {
      let opened = CaseReference(number: nextCase, year: zone.day(of: now).year)
      reference = opened
      step = 1
      // Some cases end early, so that a queue of every stage is left.
      if chance.below(5) == 0 { step = 5 + chance.below(3) }
      return NewEvent(.contactReceived(contact(person)), case: opened, occurred: zone.occurrence(at: now))
    }
    defer { step += 1 }
    return NewEvent(event(step), case: reference, occurred: nil)
  }

  private mutating func event(_ step: Int) -> Event {
    switch step {
    case 1:
      .contactTriaged(
        ContactTriaged(
          kind: .complaint, reason: "it was reported before and not acted on", proposed: .complaint,
          clause: "code-2024 1.5", answers: [TriageAnswer(question: .reportedBefore, yes: true)],
          profile: "manchester-2022"))
    case 2: .caseAssigned(to: me)
    case 3:
      .complaintAcknowledged(Acknowledgement(stage: .one, definition: sentence(24), outcome: sentence(8)))
    case 4:
      .contactLogged(ContactLogged(direction: .out, channel: .phone, reached: true, text: sentence(20)))
    case 5: .pointAdded(PointAdded(point: 1, text: sentence(9)))
    case 6:
      .pointDecided(
        PointDecided(
          point: 1, stage: .one, decision: .upheld, reasons: sentence(30), basis: "Repairs policy 5"))
    case 7: .complaintResponded(Responded(stage: .one, channel: .letter, text: sentence(60)))
    default: .noteAdded(text: sentence(12))
    }
  }

  private mutating func contact(_ person: PersonNumber) -> ContactReceived {
    var contact = ContactReceived(channel: chance.pick(Channel.allCases) ?? .phone, narrative: sentence(40))
    contact.personNumber = person
    contact.person.name = "Resident " + String(person.value)
    contact.person.phone = "0161 496 " + String(1000 + chance.below(9000))
    contact.property.address = String(1 + chance.below(300)) + " Bench Street"
    contact.property.postcode = "M" + String(1 + chance.below(40)) + " " + String(chance.below(10)) + "AB"
    contact.tenure = .lcra
    contact.category = chance.pick(["Repairs", "Damp and mould", "Charges", "Neighbours"]) ?? "Repairs"
    return contact
  }

  private static let words = [
    "the", "boiler", "leaks", "again", "damp", "in", "back", "bedroom", "mould", "reported", "twice",
    "nobody",
    "came", "lift", "stair", "light", "rent", "letter", "answer", "waiting", "since", "August", "ceiling",
    "roof",
    "contractor", "missed", "appointment", "cold", "water", "window", "José", "Siân",
  ]

  private mutating func sentence(_ length: Int) -> String {
    var words: [String] = []
    for _ in 0..<length { words.append(BenchCases.words[chance.below(BenchCases.words.count)]) }
    return words.joined(separator: " ")
  }
}
