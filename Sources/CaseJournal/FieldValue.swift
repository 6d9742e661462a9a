package import Complaints
import PlainText

extension CaseJournal {
  /// What an entry's own line holds in that member of its payload, `person.name` being one inside another;
  /// nil where it has none.
  package func value(of field: String, in entry: Entry) throws(JournalFailure) -> String? {
    guard var value = try payload(of: entry) else { return nil }
    for name in field.split(separator: ".") {
      guard let inner = value[String(name)] else { return nil }
      value = inner
    }
    return words(value)
  }

  /// Every member of an entry's own payload with its value, those inside others as `person.name`.
  package func values(in entry: Entry) throws(JournalFailure) -> [(field: String, value: String)] {
    guard let payload = try payload(of: entry) else { return [] }
    var found: [(field: String, value: String)] = []
    collect(payload, under: "", into: &found)
    return found
  }

  /// Every member that event would be written with: of a masked one, what its reader may read.
  package func values(of event: Event) -> [(field: String, value: String)] {
    var payload = PayloadWriter(salts: SaltSource(seed: 0, stream: 0))
    payload.payload(event)
    let bytes = payload.bytes.read { bytes in bytes.indices.map { bytes[$0] } }
    var found: [(field: String, value: String)] = []
    do { collect(try parseJSON(bytes: bytes), under: "", into: &found) } catch {
      // What this writes it can read; a text that is no JSON tells nothing.
      return []
    }
    return found
  }

  private func collect(_ json: JSON, under name: String, into found: inout [(field: String, value: String)]) {
    if let members = json.members {
      // The salt and what fills an erased line say nothing.
      for member in members where member.name != "salt" && member.name != "pad" {
        collect(member.value, under: name.isEmpty ? member.name : name + "." + member.name, into: &found)
      }
    } else if let list = json.array, list.contains(where: { $0.members != nil }) {
      for (index, item) in list.enumerated() {
        collect(item, under: name + "." + String(index + 1), into: &found)
      }
    } else if let value = words(json), !value.isEmpty {
      found.append((name, value))
    }
  }

  private func payload(of entry: Entry) throws(JournalFailure) -> JSON? {
    guard let line = try lineBytes(entry.seq) else { return nil }
    let json: JSON
    do { json = try parseJSON(bytes: line) } catch { return nil }
    guard json["k"]?.string == "batch@1" else { return json["d"] }
    guard let events = json["d"]?["events"]?.array, events.indices.contains(entry.part) else { return nil }
    return events[entry.part]["d"]
  }

  private func words(_ value: JSON) -> String? {
    if let text = value.string { return text }
    if let number = value.integer { return String(number) }
    if let truth = value.bool { return truth ? "yes" : "no" }
    guard let list = value.array else { return nil }
    return list.compactMap(\.string).joined(separator: "; ")
  }
}
