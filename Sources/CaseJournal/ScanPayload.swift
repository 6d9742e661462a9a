import Clocks
import Complaints

/// The words of our payloads, by position: `JSONCursor` finds names, these say which.
struct PayloadWords: Sendable {
  enum Name: Int, CaseIterable {
    case channel, personNumber, person, representative, property, tenure, affected, category, area, ward,
      stage, source, sourceRef, row, narrative, caller, name, phone, email, needs, address, postcode, uprn,
      kind, profile, to, direction, reached, point, decision, seq
  }

  let names: WordTable
  let channels: WordTable
  let tenures: WordTable
  let kinds: WordTable
  let directions: WordTable
  let decisions: WordTable
  private let allNames = Name.allCases
  private let allChannels = Channel.allCases
  private let allTenures = TenureGroup.allCases
  private let allKinds = Kind.allCases
  private let allDirections = Direction.allCases
  private let allDecisions = Decision.allCases

  /// The words there are, made when the first line is scanned.
  static let all = PayloadWords(
    Name.allCases.map { "\($0)" }, Channel.allCases.map(\.rawValue), TenureGroup.allCases.map(\.rawValue),
    Kind.allCases.map(\.rawValue), Direction.allCases.map(\.rawValue), Decision.allCases.map(\.rawValue))
  /// No words, for a scanner that has not scanned yet.
  static let none = PayloadWords([], [], [], [], [], [])

  private init(
    _ names: [String], _ channels: [String], _ tenures: [String], _ kinds: [String], _ directions: [String],
    _ decisions: [String]
  ) {
    self.names = WordTable(names)
    self.channels = WordTable(channels)
    self.tenures = WordTable(tenures)
    self.kinds = WordTable(kinds)
    self.directions = WordTable(directions)
    self.decisions = WordTable(decisions)
  }

  @inline(__always)
  func name(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Name? {
    let index = names.index(bytes, slice.start, slice.length)
    return index < 0 ? nil : allNames[index]
  }
  func channel(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Channel? {
    let index = channels.index(bytes, slice.start, slice.length)
    return index < 0 || slice.escaped ? nil : allChannels[index]
  }
  func tenure(_ bytes: Span<UInt8>, _ slice: TextSlice) -> TenureGroup? {
    let index = tenures.index(bytes, slice.start, slice.length)
    return index < 0 || slice.escaped ? nil : allTenures[index]
  }
  func kind(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Kind? {
    let index = kinds.index(bytes, slice.start, slice.length)
    return index < 0 || slice.escaped ? nil : allKinds[index]
  }
  func direction(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Direction? {
    let index = directions.index(bytes, slice.start, slice.length)
    return index < 0 || slice.escaped ? nil : allDirections[index]
  }
  func decision(_ bytes: Span<UInt8>, _ slice: TextSlice) -> Decision? {
    let index = decisions.index(bytes, slice.start, slice.length)
    return index < 0 || slice.escaped ? nil : allDecisions[index]
  }
}

/// The texts of a contact that search, person keys and the row want, as slices.
struct ReceivedTexts {
  var name = TextSlice.none
  var caller = TextSlice.none
  var representative = TextSlice.none
  var phone = TextSlice.none
  var email = TextSlice.none
  var address = TextSlice.none
  var postcode = TextSlice.none
  var uprn = TextSlice.none
  var category = TextSlice.none
  var area = TextSlice.none
  var ward = TextSlice.none
  var source = TextSlice.none
  var sourceRef = TextSlice.none
  var row = TextSlice.none
  var narrative = TextSlice.none
}

/// What the small payloads say: only what a row keeps.
struct PayloadFacts {
  var channel: Channel?
  var kind: Kind?
  var direction: Direction?
  var decision: Decision?
  var stage: Stage?
  var reached: Bool?
  var point: Int?
  var seq: Int?
  var profile = TextSlice.none
  var to = TextSlice.none
}

extension PayloadWords {
  /// Reads the payload of any kind but `contact.received`, `at` being behind its opening brace.
  func facts(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor) -> PayloadFacts? {
    var facts = PayloadFacts()
    var ended = false
    while let key = cursor.name(bytes, ended: &ended) {
      guard let name = name(bytes, key), let known = member(name, bytes, &cursor, &facts) else {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      guard known else { return nil }
    }
    return ended ? facts : nil
  }

  /// Reads one member; nil when it is none of these, false when its value is not what we know.
  private func member(
    _ name: Name, _ bytes: Span<UInt8>, _ cursor: inout JSONCursor, _ facts: inout PayloadFacts
  ) -> Bool? {
    switch name {
    case .channel:
      guard let slice = cursor.string(bytes), let channel = channel(bytes, slice) else { return false }
      facts.channel = channel
    case .kind:
      guard let slice = cursor.string(bytes), let kind = kind(bytes, slice) else { return false }
      facts.kind = kind
    case .direction:
      guard let slice = cursor.string(bytes), let direction = direction(bytes, slice) else { return false }
      facts.direction = direction
    case .decision:
      guard let slice = cursor.string(bytes), let decision = decision(bytes, slice) else { return false }
      facts.decision = decision
    case .stage:
      guard let number = cursor.number(bytes), let stage = Stage(number) else { return false }
      facts.stage = stage
    case .point:
      guard let number = cursor.number(bytes) else { return false }
      facts.point = number
    case .seq:
      guard let number = cursor.number(bytes) else { return false }
      facts.seq = number
    case .reached:
      guard cursor.at < cursor.limit else { return false }
      let start = cursor.at
      guard cursor.skipValue(bytes) else { return false }
      switch (bytes[start], cursor.at - start) {
      case (0x74, 4): facts.reached = true
      case (0x66, 5): facts.reached = false
      default: return false
      }
    case .profile:
      guard let slice = cursor.string(bytes) else { return false }
      facts.profile = slice
    case .to:
      guard let slice = cursor.string(bytes), !slice.escaped else { return false }
      facts.to = slice
    case .personNumber, .person, .representative, .property, .tenure, .affected, .category, .area, .ward,
      .source, .sourceRef, .row, .narrative, .caller, .name, .phone, .email, .needs, .address, .postcode,
      .uprn:
      return nil
    }
    return true
  }
}
