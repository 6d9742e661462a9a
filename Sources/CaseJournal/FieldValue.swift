package import Complaints
import PlainText

extension CaseJournal {
  /// What an entry's own line holds in that member of its payload, `person.name` being one inside another;
  /// nil where it has none.
  package func value(of field: String, in entry: Entry) throws(JournalFailure) -> String? {
    guard let line = try lineBytes(entry.seq) else { return nil }
    var json: JSON
    do { json = try parseJSON(bytes: line) } catch { return nil }
    if json["k"]?.string == "batch@1" {
      guard let events = json["d"]?["events"]?.array, events.indices.contains(entry.part) else { return nil }
      json = events[entry.part]
    }
    guard var value = json["d"] else { return nil }
    for name in field.split(separator: ".") {
      guard let inner = value[String(name)] else { return nil }
      value = inner
    }
    if let text = value.string { return text }
    if let number = value.integer { return String(number) }
    if let truth = value.bool { return truth ? "yes" : "no" }
    guard let list = value.array else { return nil }
    return list.compactMap(\.string).joined(separator: "; ")
  }
}
