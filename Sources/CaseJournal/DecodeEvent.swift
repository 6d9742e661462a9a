import Clocks
import Complaints
import PlainText

// `d` → Event, by hand and forgiving: unknown members are passed over, a text that is absent or no text is
// empty. What a kind cannot be without, when missing or unknown, makes it `.newer`: kept, its case read-only.

/// The event of that kind and payload; `.newer` where this release cannot tell what it says.
func decodeEvent(kind versioned: String, payload: JSON) -> Event {
  if let kind = EntryKind(versioned: versioned), let event = Payload(json: payload).event(kind) {
    return event
  }
  if let kind = StepKind(versioned: versioned), let step = decodeStep(kind, payload) {
    return .step(step)
  }
  return .newer(kind: versioned)
}

extension EntryKind {
  /// Reads `note.added@1`; nil for a kind or version this release does not know.
  init?(versioned: String) {
    guard versioned.hasSuffix("@1") else { return nil }
    self.init(rawValue: String(versioned.dropLast(2)))
  }
}

/// One `d` object, read by name.
private struct Payload {
  let json: JSON

  func text(_ name: String) -> String { json[name]?.string ?? "" }
  func number(_ name: String) -> Int? { json[name]?.integer }
  func seq(_ name: String) -> UInt64? { number(name).flatMap { UInt64(exactly: $0) } }
  func stage(_ name: String) -> Stage? { number(name).flatMap { Stage($0) } }
  func day(_ name: String) -> CalendarDay? { json[name]?.string.flatMap { CalendarDay($0) } }
  func texts(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.string) }
  func inner(_ name: String) -> Payload { Payload(json: json[name] ?? .null) }

  func word<Word: RawRepresentable<String>>(_ name: String, _: Word.Type) -> Word? {
    json[name]?.string.flatMap { Word(rawValue: $0) }
  }

  func event(_ kind: EntryKind) -> Event? {
    guard case .object = json else { return nil }
    switch kind {
    case .segmentOpened:
      return .segmentOpened(SegmentOpened(journal: text("journal"), previous: text("previous")))
    case .segmentSealed: return .segmentSealed(lines: number("lines") ?? 0)
    case .journalRepaired:
      return .journalRepaired(
        JournalRepaired(
          segment: text("segment"), offset: number("offset") ?? 0, bytes: number("bytes") ?? 0,
          file: text("file")))
    case .journalRecovered, .journalRestored, .redaction, .redactionFinished, .stateAsserted,
      .recordDisclosed:
      return decodeUpkeep(kind, json).map { .kept($0) }
    case .landlordFounded:
      guard let nation = word("nation", Nation.self) else { return nil }
      return .landlordFounded(
        LandlordFounded(
          landlord: text("landlord"), nation: nation, practice: json["practice"]?.bool ?? false))
    case .profileAdopted: return .profileAdopted(adopted())
    case .calendarAdopted: return .calendarAdopted(adopted())
    case .templateAdopted: return .templateAdopted(adopted())
    case .staffListed: return staff()
    case .homesStated:
      guard let year = number("year"), let lcra = number("lcra"), let lcho = number("lcho") else {
        return nil
      }
      return .homesStated(Homes(year: year, lcra: lcra, lcho: lcho))
    case .contactReceived: return received()
    case .contactTriaged: return triaged()
    case .complaintAcknowledged:
      guard let stage = stage("stage") else { return nil }
      return .complaintAcknowledged(
        Acknowledgement(
          stage: stage, definition: text("definition"), outcome: text("outcome"), notOurs: text("notOurs"),
          due: day("due"), override: text("override"), advocacy: text("advocacy")))
    case .caseAssigned: return StaffLogin(text("to")).map { .caseAssigned(to: $0) }
    case .contactLogged:
      guard let direction = word("direction", Direction.self), let channel = word("channel", Channel.self),
        let reached = json["reached"]?.bool
      else { return nil }
      return .contactLogged(
        ContactLogged(
          direction: direction, channel: channel, reached: reached, verified: text("verified"),
          text: text("text")))
    case .pointAdded:
      guard let point = number("point") else { return nil }
      return .pointAdded(PointAdded(point: point, text: text("text"), category: text("category")))
    case .pointDecided:
      guard let point = number("point"), let stage = stage("stage"),
        let decision = word("decision", Decision.self)
      else { return nil }
      return .pointDecided(
        PointDecided(
          point: point, stage: stage, decision: decision, reasons: text("reasons"), basis: text("basis"),
          remedy: text("remedy")))
    case .responseExtended:
      guard let stage = stage("stage"), let to = day("to") else { return nil }
      return .responseExtended(
        ResponseExtended(
          stage: stage, to: to, reason: text("reason"), told: text("told"), goodReason: text("goodReason")))
    case .complaintResponded:
      guard let stage = stage("stage"), let channel = word("channel", Channel.self) else { return nil }
      return .complaintResponded(
        Responded(
          stage: stage, channel: channel, text: text("text"), override: text("override"),
          nextContact: text("nextContact")))
    case .complaintEscalated:
      guard let stage = stage("stage") else { return nil }
      return .complaintEscalated(
        Escalated(
          stage: stage, reason: text("reason"), late: text("late"), way: word("way", StageWay.self)))
    case .caseClosed: return .caseClosed(reason: text("reason"), override: text("override"))
    case .noteAdded: return .noteAdded(text: text("text"))
    case .caseLinked:
      return CaseReference(text("to")).map { .caseLinked(CaseLinked(to: $0, relation: text("relation"))) }
    case .entryCorrected:
      guard let seq = seq("seq") else { return nil }
      return .entryCorrected(Corrected(seq: seq, field: text("field"), value: text("value")))
    case .stepUndone: return seq("seq").map { .stepUndone(seq: $0) }
    case .stepRedone: return seq("seq").map { .stepRedone(seq: $0) }
    }
  }

  private func adopted() -> AdoptedText {
    AdoptedText(name: text("name"), text: text("text"), sha256: text("sha256"))
  }

  private func staff() -> Event? {
    guard let login = StaffLogin(text("login")) else { return nil }
    return .staffListed(
      StaffMember(
        login: login, name: text("name"), roles: Set(texts("roles").compactMap { Role(rawValue: $0) }),
        team: text("team"), manager: StaffLogin(text("manager")), phone: text("phone"),
        email: text("email"), limit: number("limit"), from: day("from"), until: day("until"),
        trained: day("trained"), confidential: day("confidential"), gender: text("gender")))
  }

  private func received() -> Event? {
    guard let channel = word("channel", Channel.self) else { return nil }
    var contact = ContactReceived(channel: channel, narrative: text("narrative"))
    contact.caller = text("caller")
    if json["personNumber"] != nil {
      guard let number = PersonNumber(text("personNumber")) else { return nil }
      contact.personNumber = number
    }
    let person = inner("person")
    contact.person.name = person.text("name")
    contact.person.phone = person.text("phone")
    contact.person.email = person.text("email")
    contact.person.preferred = person.text("preferred")
    contact.person.language = person.text("language")
    contact.person.needs = person.texts("needs")
    contact.representative = text("representative")
    let property = inner("property")
    contact.property.address = property.text("address")
    contact.property.postcode = property.text("postcode")
    contact.property.uprn = property.text("uprn")
    contact.property.block = property.text("block")
    if json["tenure"] != nil {
      guard let tenure = word("tenure", TenureGroup.self) else { return nil }
      contact.tenure = tenure
    }
    contact.affected = texts("affected")
    contact.category = text("category")
    contact.area = text("area")
    contact.ward = text("ward")
    if json["stage"] != nil {
      guard let stage = stage("stage") else { return nil }
      contact.stage = stage
    }
    contact.source = text("source")
    contact.sourceRef = text("sourceRef")
    contact.row = text("row")
    contact.outcomeSought = text("outcomeSought")
    return .contactReceived(contact)
  }

  private func triaged() -> Event? {
    guard let kind = word("kind", Kind.self) else { return nil }
    var answers: [TriageAnswer] = []
    for member in json["answers"]?.members ?? [] {
      guard let question = TriageQuestion(rawValue: member.name), let yes = member.value.bool else {
        continue
      }
      answers.append(TriageAnswer(question: question, yes: yes))
    }
    return .contactTriaged(
      ContactTriaged(
        kind: kind, reason: text("reason"), proposed: word("proposed", Kind.self), clause: text("clause"),
        answers: answers, profile: text("profile"), subject: text("subject")))
  }
}
