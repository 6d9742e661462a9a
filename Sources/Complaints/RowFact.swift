package import Clocks

/// One event as the fixed-size fold sees it: no text, only what a row keeps.
///
/// The byte scanner makes these straight from a line; `init(_:)` makes the same from a typed event, and a
/// test holds the two together.
package enum RowFact: Hashable, Sendable {
  /// A contact opened the case; what a row keeps of it is `ReceivedFact`, beside this so that a fact stays small.
  case received
  case triaged(Kind, profile: UInt8)
  case acknowledged
  case assigned(StaffLogin)
  /// A logged contact; `heard` when the resident heard from us by it.
  case contacted(heard: Bool)
  case pointAdded(Int)
  case pointDecided(point: Int, Decision, Stage)
  case extended(to: CalendarDay)
  case responded
  case escalated(Stage)
  case closed
  case linked
  /// Notes and whatever else leaves the row as it is.
  case remark
  /// A note: whatever else is told of the case, its row is the same with and without it.
  case note
  /// A mark that stays.
  case marked(CaseMarks)
  /// A letter that tells the resident something, and changes nothing else of the row.
  case heard
  case promised(Int, due: CalendarDay)
  case promiseKept(Int)
  case promiseMoved(Int, to: CalendarDay)
  /// A lesson for somebody to carry out by that day.
  case learned(due: CalendarDay?)
  case hazard(HazardMoment, number: Int?, emergency: Bool)
  /// A mark that is taken away.
  case unmarked(CaseMarks)
  /// The line that was undone or done again: the row must be folded anew, unless that was a note.
  case takenBack(UInt64)
  /// A correction, a withdrawal, points split: the row must be folded anew from the case's lines.
  case refold
  case newer
}

/// What a row keeps of the contact that opened the case.
package struct ReceivedFact: Hashable, Sendable {
  package var channel: Channel
  package var tenure: TenureGroup?
  package var marks: CaseMarks
  package var stage: Stage?
  package var person: PersonNumber?
  package var personName = TextPlace.none
  package var narrative = TextPlace.none
  package var address = TextPlace.none
  package var postcode = TextPlace.none
  package var category = TextPlace.none
  package var sourceHash: UInt64 = 0
  package var rowHash: UInt64 = 0

  package init(channel: Channel) {
    self.channel = channel
    marks = []
  }

  /// The same facts from a typed event, without places.
  package init(_ contact: ContactReceived) {
    channel = contact.channel
    tenure = contact.tenure
    stage = contact.stage
    person = contact.personNumber
    marks = []
    if !contact.person.needs.isEmpty { marks.insert(.needs) }
    if !contact.representative.isEmpty { marks.insert(.representative) }
    if contact.personNumber == nil { marks.insert(.anonymous) }
    if !contact.affected.isEmpty { marks.insert(.group) }
    sourceHash = SourceHash.of(source: contact.source, reference: contact.sourceRef)
    rowHash = UInt64(contact.row, radix: 16) ?? 0
  }
}

extension RowFact {
  /// What a row keeps of that event, or nil for an event that is not about a case.
  package init?(_ event: Event, profileIndex: (String) -> UInt8) {
    switch event {
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated:
      return nil
    case .contactReceived: self = .received
    case .contactTriaged(let triage): self = .triaged(triage.kind, profile: profileIndex(triage.profile))
    case .complaintAcknowledged: self = .acknowledged
    case .caseAssigned(let to): self = .assigned(to)
    case .contactLogged(let contact): self = .contacted(heard: contact.residentHeard)
    case .pointAdded(let added): self = .pointAdded(added.point)
    case .pointDecided(let decided):
      self = .pointDecided(point: decided.point, decided.decision, decided.stage)
    case .responseExtended(let extended): self = .extended(to: extended.to)
    case .complaintResponded(let response): self = RowFact(answeredBy: response.channel)
    case .complaintEscalated(let escalated): self = .escalated(escalated.stage)
    case .caseClosed: self = .closed
    case .noteAdded: self = .note
    case .caseLinked: self = .linked
    case .stepUndone(let seq), .stepRedone(let seq): self = .takenBack(seq)
    case .entryCorrected: self = .refold
    case .step(let step): self = RowFact(step)
    case .newer: self = .newer
    }
  }
}

extension RowFact {
  /// Whether it changes nothing of a row but its revision.
  var isRowsRevision: Bool {
    switch self {
    case .note, .remark: true
    case .received, .triaged, .acknowledged, .assigned, .contacted, .pointAdded, .pointDecided, .extended,
      .responded, .escalated, .closed, .linked, .marked, .heard, .promised, .promiseKept, .promiseMoved,
      .learned, .hazard, .unmarked, .takenBack, .refold, .newer:
      false
    }
  }

  /// An answer by word of mouth owes its confirmation in writing: only the whole case knows what is settled.
  package init(answeredBy channel: Channel) { self = channel.isSpoken ? .refold : .responded }

  /// What a step means to a row.
  init(_ step: CaseStep) {
    switch step {
    case .remedy(.promised(let made)):
      guard let number = made.promise, let due = made.due else {
        self = .refold
        return
      }
      self = .promised(number, due: due)
    case .remedy(.kept(let kept)): self = kept.promise.map { .promiseKept($0) } ?? .refold
    case .remedy(.moved(let moved)):
      guard let number = moved.promise, let to = moved.to else {
        self = .refold
        return
      }
      self = .promiseMoved(number, to: to)
    case .remedy(.learned(let learned)):
      self = learned.none.isEmpty ? .learned(due: learned.due) : .remark
    case .hazard(.recorded(let recorded)):
      self =
        recorded.what.map {
          .hazard($0, number: recorded.hazard, emergency: recorded.emergency ?? false)
        } ?? .refold
    case .intake, .work, .remedy, .escalation, .ombudsman, .behaviour, .people, .record:
      self = RowFact(step.spec.row)
    }
  }

  /// What a step of that effect means to a row.
  package init(_ effect: RowEffect) {
    switch effect {
    case .nothing: self = .remark
    case .mark(let marks): self = .marked(marks)
    case .hear: self = .heard
    case .unmark(let marks): self = .unmarked(marks)
    case .refold: self = .refold
    }
  }
}

extension ContactLogged {
  /// Whether the resident heard from us: we reached them, or they spoke with us.
  package var residentHeard: Bool {
    ContactLogged.heard(direction: direction, channel: channel, reached: reached)
  }

  /// As `residentHeard`, of a contact known only by what a row keeps of it.
  package static func heard(direction: Direction, channel: Channel, reached: Bool) -> Bool {
    guard reached else { return false }
    switch direction {
    case .out: return true
    case .into: return channel == .phone || channel == .inPerson
    }
  }
}

/// The key by which an import knows a row it has seen.
package enum SourceHash {
  /// FNV-1a 64 of the source, U+001F and the reference; 0 where there is no reference.
  package static func of(source: String, reference: String) -> UInt64 {
    guard !reference.isEmpty else { return 0 }
    var hash = FNV1a()
    hash.add(source.utf8)
    hash.add(0x1F)
    hash.add(reference.utf8)
    return hash.value
  }
}

/// The Fowler–Noll–Vo hash, variant 1a, 64 bits.
///
/// Public and inlinable: replay hashes byte by byte from another module, and only what is public is compiled into
/// the loops of others.
@frozen
public struct FNV1a {
  public var value: UInt64

  @inlinable
  public init() { value = 0xCBF2_9CE4_8422_2325 }

  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}
