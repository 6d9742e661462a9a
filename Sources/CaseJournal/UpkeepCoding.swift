import Complaints
import PlainText

// What the journal writes about itself, and how it is read back; frozen like every other kind.
extension PayloadWriter {
  /// Appends the members of an upkeep event.
  mutating func upkeep(_ upkeep: Upkeep) {
    switch upkeep {
    case .recovered(let recovered):
      text("segment", recovered.segment)
      number("offset", recovered.offset)
      number("bytes", recovered.bytes)
      text("file", recovered.file)
      text("why", recovered.why)
    case .restored(let restored):
      number("seq", Int(restored.seq))
      text("head", restored.head)
      text("made", restored.made)
    case .redaction(let redaction):
      text("subject", redaction.subject)
      text("ground", redaction.ground)
      key("lines")
      bytes.put(0x5B)
      for (index, line) in redaction.lines.enumerated() {
        bytes.put(index == 0 ? "{" : ",{")
        number("seq", Int(line.seq))
        word("before", line.before)
        word("after", line.after)
        bytes.put(0x7D)
      }
      bytes.put(0x5D)
    case .redactionFinished(let seq): number("seq", Int(seq))
    case .asserted(let state):
      number("fold", state.fold)
      number("cases", state.cases)
      word("digest", state.digest)
    case .disclosed(let disclosed):
      word("way", disclosed.way.rawValue)
      text("sheet", disclosed.sheet)
      text("subject", disclosed.subject)
      if disclosed.withNeeds { truth("needs", true) }
    }
  }
}

/// Reads the payload of an upkeep event; nil when it lacks what the kind cannot be without.
func decodeUpkeep(_ kind: EntryKind, _ json: JSON) -> Upkeep? {
  func text(_ name: String) -> String { json[name]?.string ?? "" }
  func seq(_ json: JSON) -> UInt64? { json["seq"]?.integer.flatMap { UInt64(exactly: $0) } }
  switch kind {
  case .journalRecovered:
    return .recovered(
      JournalRecovered(
        segment: text("segment"), offset: json["offset"]?.integer ?? 0, bytes: json["bytes"]?.integer ?? 0,
        file: text("file"), why: text("why")))
  case .journalRestored:
    guard let seq = seq(json) else { return nil }
    return .restored(JournalRestored(seq: seq, head: text("head"), made: text("made")))
  case .redaction:
    var lines: [RedactedLine] = []
    for line in json["lines"]?.array ?? [] {
      guard let seq = seq(line), let before = line["before"]?.string, let after = line["after"]?.string else {
        return nil
      }
      lines.append(RedactedLine(seq: seq, before: before, after: after))
    }
    return .redaction(Redaction(subject: text("subject"), ground: text("ground"), lines: lines))
  case .redactionFinished: return seq(json).map { .redactionFinished(seq: $0) }
  case .stateAsserted:
    guard let fold = json["fold"]?.integer, let digest = json["digest"]?.string else { return nil }
    return .asserted(StateAsserted(fold: fold, cases: json["cases"]?.integer ?? 0, digest: digest))
  case .recordDisclosed:
    guard let way = DisclosureWay(rawValue: text("way")) else { return nil }
    return .disclosed(
      Disclosed(
        way, sheet: text("sheet"), subject: text("subject"), withNeeds: json["needs"]?.bool ?? false))
  case .segmentOpened, .segmentSealed, .journalRepaired, .landlordFounded, .profileAdopted,
    .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .contactTriaged,
    .complaintAcknowledged,
    .caseAssigned, .contactLogged, .pointAdded, .pointDecided, .responseExtended, .complaintResponded,
    .complaintEscalated, .caseClosed, .noteAdded, .caseLinked, .entryCorrected, .stepUndone, .stepRedone:
    return nil
  }
}
