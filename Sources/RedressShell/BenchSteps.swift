import Clocks
import Complaints

/// One thing told of a case of the bench.
enum BenchStep: Equatable {
  case triage(Kind)
  case assign
  case acknowledge(Stage)
  case talk, note
  /// Takes the newest note back.
  case undoNote
  case point(Int)
  case decide(Int, Stage)
  case extend(Stage)
  case respond(Stage)
  case escalate(Stage)
  case close
  case need
  case hazard(HazardMoment)
  case request, requestAnswered, finding, remedy, compensation
  case promise(Int)
  case promiseKept(Int)
  case draft, draftApproved, learning
  /// A letter in its whole text, with a note, in one line.
  case letterAndReceipt

  /// What becomes of a complaint, the first step last.
  static func complaint(_ chance: inout DemoChance) -> [BenchStep] {
    var steps: [BenchStep] = [.triage(.complaint), .assign]
    let points = 1 + chance.below(3)
    if chance.below(10) == 0 { steps.append(.need) }
    let hazard = chance.below(8) == 0
    if hazard { steps.append(.hazard(.reported)) }
    steps.append(.acknowledge(.one))
    for point in 1...points { steps.append(.point(point)) }
    for _ in 0..<1 + chance.below(4) { steps.append(chance.below(2) == 0 ? .talk : .note) }
    if hazard { steps += [.hazard(.investigated), .hazard(.summary)] }
    if chance.below(3) == 0 { steps += [.request, .requestAnswered] }
    if chance.below(2) == 0 { steps.append(.finding) }
    if chance.below(6) == 0 { steps.append(.extend(.one)) }
    if chance.below(12) == 0 { steps.append(.assign) }
    for _ in 0..<chance.below(4) { steps.append(chance.below(2) == 0 ? .talk : .note) }
    if chance.below(25) == 0 { steps.append(.undoNote) }
    if hazard { steps += [.hazard(.madeSafe), .hazard(.started)] }
    for point in 1...points { steps.append(.decide(point, .one)) }
    if chance.below(2) == 0 { steps.append(.remedy) }
    if chance.below(4) == 0 { steps.append(.compensation) }
    let promises = chance.below(3)
    if promises > 0 { for promise in 1...promises { steps.append(.promise(promise)) } }
    if chance.below(4) == 0 { steps += [.draft, .draftApproved] }
    steps.append(.respond(.one))
    if chance.below(5) == 0 { steps.append(.letterAndReceipt) }
    if promises > 0, chance.below(5) > 0 {
      for promise in 1...promises { steps.append(.promiseKept(promise)) }
    }
    if chance.below(4) == 0 { steps.append(.learning) }
    if chance.below(8) == 0 {
      steps += [.escalate(.two), .assign, .acknowledge(.two), .talk]
      for point in 1...points { steps.append(.decide(point, .two)) }
      steps.append(.respond(.two))
    }
    if chance.below(6) > 0 { steps.append(.close) }
    return steps.reversed()
  }

  /// What becomes of a request for a service, the first step last.
  static func request(_ chance: inout DemoChance) -> [BenchStep] {
    var steps: [BenchStep] = [.triage(.serviceRequest), .assign]
    for _ in 0..<1 + chance.below(3) { steps.append(chance.below(2) == 0 ? .talk : .note) }
    if chance.below(5) == 0 { steps += [.request, .requestAnswered] }
    if chance.below(6) > 0 { steps.append(.close) }
    return steps.reversed()
  }
}

/// Invented texts, with letters beyond ASCII, quotes and line breaks where people write them.
struct BenchTexts {
  var chance: DemoChance

  init(seed: UInt64) { chance = DemoChance(seed: seed) }

  private static let words = [
    "the", "boiler", "leaks", "again", "damp", "in", "back", "bedroom", "mould", "reported", "twice",
    "nobody",
    "came", "lift", "stair", "light", "rent", "letter", "answer", "waiting", "since", "August", "ceiling",
    "roof", "contractor", "missed", "appointment", "cold", "water", "window", "José", "Siân", "£40", "café",
  ]

  mutating func sentence(_ length: Int) -> String {
    var text = ""
    for place in 0..<length {
      if place > 0 { text += chance.below(60) == 0 ? ".\n" : " " }
      text += BenchTexts.words[chance.below(BenchTexts.words.count)]
    }
    return chance.below(12) == 0 ? "\"" + text + "\"" : text
  }

  /// As `sentence`, in one line.
  mutating func line(_ length: Int) -> String {
    var text = ""
    for place in 0..<length {
      if place > 0 { text += " " }
      text += BenchTexts.words[chance.below(BenchTexts.words.count)]
    }
    return text
  }

  mutating func contact(_ person: PersonNumber, imported: Bool) -> ContactReceived {
    var contact = ContactReceived(
      channel: chance.pick(Channel.allCases) ?? .phone, narrative: sentence(20 + chance.below(60)))
    contact.personNumber = person
    contact.person.name = (chance.below(7) == 0 ? "Siân Ó Néill " : "Resident ") + String(person.value)
    contact.person.phone = "0161 496 " + String(1000 + chance.below(9000))
    if chance.below(2) == 0 { contact.person.email = "resident" + String(person.value) + "@example.org" }
    contact.property.address = String(1 + chance.below(300)) + " Bench Street, Hulme"
    contact.property.postcode = "M" + String(1 + chance.below(40)) + " " + String(chance.below(10)) + "AB"
    contact.tenure = .lcra
    contact.category = chance.pick(["Repairs", "Damp and mould", "Charges", "Neighbours"]) ?? "Repairs"
    contact.ward = chance.pick(["Hulme", "Ardwick", "Moss Side"]) ?? "Hulme"
    if imported {
      contact.source = "CRM"
      contact.sourceRef = "CRM-" + String(person.value)
      contact.row = "00ab00ab00ab00ab"
    }
    return contact
  }
}
