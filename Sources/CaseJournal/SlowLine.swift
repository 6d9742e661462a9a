import Clocks
import Complaints
import PlainText

/// Reads lines through the JSON parser: any legal JSON, any order of members.
///
/// The truth the scanner is
/// tested against, and what gives full entries with their texts.
struct LineReader {
  let zone: ZoneTable

  /// The entries of one line, without its newline; its checksum is somebody else's care.
  func entries(_ line: [UInt8]) throws(LineFault) -> [Entry] {
    let json: JSON
    do { json = try parseJSON(bytes: line) } catch { throw .unreadable(error.what) }
    guard let version = json["v"]?.integer else { throw .unreadable("no version") }
    guard version == 1 else { throw .newerEnvelope(version) }
    guard let number = json["seq"]?.integer, let seq = UInt64(exactly: number) else {
      throw .unreadable("no sequence number")
    }
    guard let recordedAt = json["ts"]?.string.flatMap({ Moment($0) }) else { throw .unreadable("no time") }
    guard let by = json["by"]?.string.flatMap({ StaffLogin($0) }) else { throw .unreadable("no author") }
    guard let kind = json["k"]?.string, let payload = json["d"] else { throw .unreadable("no kind") }
    var wallClock: Moment?
    if let given = json["wc"] {
      guard let read = given.string.flatMap({ Moment($0) }) else { throw .unreadable("no time in wc") }
      wallClock = read
    }
    func entry(_ part: Int, _ kind: String, _ payload: JSON, _ from: JSON) throws(LineFault) -> Entry {
      var entry = Entry(
        seq: seq, part: part, recordedAt: recordedAt, wallClock: wallClock, by: by,
        event: decodeEvent(kind: kind, payload: payload))
      if let text = from["case"] {
        guard let reference = text.string.flatMap({ CaseReference($0) }) else {
          throw .unreadable("no such case reference")
        }
        entry.caseReference = reference
      }
      if let text = from["on"] {
        guard let occurred = text.string.flatMap({ zone.occurrence($0) }) else {
          throw .unreadable("no such time in on")
        }
        entry.occurred = occurred
      }
      return entry
    }
    guard kind == "batch@1" else { return [try entry(0, kind, payload, json)] }
    guard let events = payload["events"]?.array else { throw .unreadable("a batch without events") }
    var entries: [Entry] = []
    for (part, event) in events.enumerated() {
      guard let kind = event["k"]?.string, let payload = event["d"] else { throw .unreadable("no kind") }
      entries.append(try entry(part, kind, payload, event))
    }
    return entries
  }
}
