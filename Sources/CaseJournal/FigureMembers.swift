import Clocks
import Complaints

/// The members of one payload that figures need, as they stand in the bytes.
struct FigureMembers {
  private var channel: Channel?
  private var direction: Direction?
  private var reached: Bool?
  private var kind: Kind?
  private var tenure: TenureGroup?
  private var decision: Decision?
  private var stage: Int?
  private var point: Int?
  private var seq: Int?
  private var person: TextSlice?
  private var to = TextSlice.none
  private var category = TextSlice.none
  private var area = TextSlice.none
  private var ward = TextSlice.none
  private var source = TextSlice.none
  private var profile = TextSlice.none
  private var subject = TextSlice.none
  private var way = TextSlice.none
  private var hasNeeds = false
  private var hasAffected = false
  private var hasRepresentative = false
  private var hasOverride = false
  private var hasRemedy = false

  /// Reads them, the payload's brace being passed; nil where it must be read whole.
  init?(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ words: PayloadWords) {
    var ended = false
    while let name = cursor.name(bytes, ended: &ended) {
      guard cursor.at < cursor.limit, take(name, bytes, &cursor, words) else { return nil }
    }
    if !ended { return nil }
  }

  private mutating func take(
    _ name: TextSlice, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ words: PayloadWords
  ) -> Bool {
    func named(_ text: StaticString) -> Bool {
      name.length == text.utf8CodeUnitCount && literal(bytes, name.start, text)
    }
    guard let known = words.name(bytes, name) else {
      if named("override") { return text(bytes, &cursor) { $0.hasOverride = !$1.isEmpty } }
      if named("remedy") { return text(bytes, &cursor) { $0.hasRemedy = !$1.isEmpty } }
      if named("subject") { return text(bytes, &cursor) { $0.subject = $1 } }
      if named("way") { return text(bytes, &cursor) { $0.way = $1 } }
      return cursor.skipValue(bytes)
    }
    switch known {
    case .channel: return text(bytes, &cursor) { $0.channel = words.channel(bytes, $1) }
    case .direction: return text(bytes, &cursor) { $0.direction = words.direction(bytes, $1) }
    case .kind: return text(bytes, &cursor) { $0.kind = words.kind(bytes, $1) }
    case .tenure:
      guard text(bytes, &cursor, { $0.tenure = words.tenure(bytes, $1) }) else { return false }
      return tenure != nil
    case .decision: return text(bytes, &cursor) { $0.decision = words.decision(bytes, $1) }
    case .personNumber: return text(bytes, &cursor) { $0.person = $1 }
    case .to: return text(bytes, &cursor) { $0.to = $1 }
    case .category: return text(bytes, &cursor) { $0.category = $1 }
    case .area: return text(bytes, &cursor) { $0.area = $1 }
    case .ward: return text(bytes, &cursor) { $0.ward = $1 }
    case .source: return text(bytes, &cursor) { $0.source = $1 }
    case .profile: return text(bytes, &cursor) { $0.profile = $1 }
    case .representative: return text(bytes, &cursor) { $0.hasRepresentative = !$1.isEmpty }
    case .stage: return number(bytes, &cursor) { $0.stage = $1 }
    case .point: return number(bytes, &cursor) { $0.point = $1 }
    case .seq: return number(bytes, &cursor) { $0.seq = $1 }
    case .reached:
      let truth = bytes[cursor.at] == 0x74
      guard literal(bytes, cursor.at, truth ? "true" : "false") else { return false }
      cursor.at += truth ? 4 : 5
      reached = truth
      return true
    case .affected:
      guard let some = words.listHoldsText(bytes, &cursor) else { return false }
      hasAffected = some
      return true
    case .person: return takePerson(bytes, &cursor, words)
    case .property, .sourceRef, .row, .narrative, .caller, .name, .phone, .email, .needs, .address, .postcode,
      .uprn:
      return cursor.skipValue(bytes)
    }
  }

  private mutating func takePerson(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ words: PayloadWords
  ) -> Bool {
    guard cursor.take(0x7B, bytes) else { return false }
    var ended = false
    while let name = cursor.name(bytes, ended: &ended) {
      if words.name(bytes, name) == .needs {
        guard let some = words.listHoldsText(bytes, &cursor) else { return false }
        hasNeeds = some
      } else {
        guard cursor.skipValue(bytes) else { return false }
      }
    }
    return ended
  }

  private mutating func text(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ keep: (inout FigureMembers, TextSlice) -> Void
  ) -> Bool {
    guard let slice = cursor.string(bytes) else { return false }
    keep(&self, slice)
    return true
  }

  private mutating func number(
    _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ keep: (inout FigureMembers, Int) -> Void
  ) -> Bool {
    guard let number = cursor.number(bytes) else { return false }
    keep(&self, number)
    return true
  }
}

extension FigureMembers {
  /// The event those members make, without the words nobody counts; nil where it must be read whole.
  func event(_ entry: EntryKind, _ bytes: Span<UInt8>) -> Event? {
    let some = FigureReader.some
    let stage = stage.flatMap { Stage($0) }
    switch entry {
    case .segmentOpened, .segmentSealed, .journalRepaired, .journalRecovered, .journalRestored, .redaction,
      .redactionFinished, .stateAsserted, .recordDisclosed, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .entryCorrected, .noteAdded:
      return nil
    case .contactReceived: return received(bytes).map { .contactReceived($0) }
    case .contactTriaged:
      guard let kind else { return nil }
      return .contactTriaged(
        ContactTriaged(
          kind: kind, reason: "", proposed: nil, clause: "", answers: [], profile: figureText(bytes, profile),
          subject: figureText(bytes, subject)))
    case .complaintAcknowledged:
      return stage.map {
        .complaintAcknowledged(
          Acknowledgement(stage: $0, definition: "", outcome: "", override: hasOverride ? some : ""))
      }
    case .caseAssigned: return StaffLogin(figureText(bytes, to)).map { .caseAssigned(to: $0) }
    case .contactLogged:
      guard let direction, let channel, let reached else { return nil }
      return .contactLogged(ContactLogged(direction: direction, channel: channel, reached: reached, text: ""))
    case .pointAdded:
      return point.map {
        .pointAdded(PointAdded(point: $0, text: "", category: figureText(bytes, category)))
      }
    case .pointDecided:
      guard let point, let stage, let decision else { return nil }
      return .pointDecided(
        PointDecided(
          point: point, stage: stage, decision: decision, reasons: "", basis: "",
          remedy: hasRemedy ? some : ""))
    case .responseExtended:
      guard let stage, let day = CalendarDay(figureText(bytes, to)) else { return nil }
      return .responseExtended(ResponseExtended(stage: stage, to: day, reason: "", told: ""))
    case .complaintResponded:
      guard let stage, let channel else { return nil }
      return .complaintResponded(
        Responded(stage: stage, channel: channel, text: "", override: hasOverride ? some : ""))
    case .complaintEscalated:
      return stage.map {
        .complaintEscalated(Escalated(stage: $0, way: StageWay(rawValue: figureText(bytes, way))))
      }
    case .caseClosed: return .caseClosed(reason: "")
    case .caseLinked:
      return CaseReference(figureText(bytes, to)).map { .caseLinked(CaseLinked(to: $0, relation: "")) }
    case .stepUndone: return seq.map { .stepUndone(seq: UInt64($0)) }
    case .stepRedone: return seq.map { .stepRedone(seq: UInt64($0)) }
    }
  }

  private func received(_ bytes: Span<UInt8>) -> ContactReceived? {
    guard let channel else { return nil }
    var contact = ContactReceived(channel: channel, narrative: "")
    if let person {
      guard let number = PersonNumber(figureText(bytes, person)) else { return nil }
      contact.personNumber = number
    }
    if let given = self.stage {
      guard let stage = Stage(given) else { return nil }
      contact.stage = stage
    }
    contact.tenure = tenure
    contact.category = figureText(bytes, category)
    contact.area = figureText(bytes, area)
    contact.ward = figureText(bytes, ward)
    if hasNeeds { contact.person.needs = [FigureReader.some] }
    if hasAffected { contact.affected = [FigureReader.some] }
    if hasRepresentative { contact.representative = FigureReader.some }
    return contact
  }
}
