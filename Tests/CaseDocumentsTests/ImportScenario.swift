import CaseDocuments
import Clocks
import Complaints

/// The import of a small file into an English journal on 22 November 2026, 12:00 in London.
struct ImportScenario {
  static let now = Moment(seconds: 1_795_348_800)

  /// London's clock from spring 2025 to autumn 2026.
  static let london = ZoneTable(
    transitions: [
      (1_743_296_400, 3600), (1_761_440_400, 0), (1_774_746_000, 3600), (1_792_890_000, 0),
    ], initialOffset: 0)

  /// Every row of the text, in order.
  static func rows(_ text: String, map: String? = nil, nation: Nation = .englandAndWales) throws
    -> [ImportedRow]
  {
    let map = try map.map { json throws(ImportMapError) in try ImportMap(json: json) }
    var file = try ImportFile(bytes: Array(text.utf8), map: map, nation: nation, zone: london, now: now)
    var rows: [ImportedRow] = []
    while let row = file.next() { rows.append(row) }
    return rows
  }

  /// The contacts among the rows.
  static func contacts(_ text: String, map: String? = nil) throws -> [ImportedContact] {
    try rows(text, map: map).compactMap { row in
      guard case .contact(let contact) = row else { return nil }
      return contact
    }
  }

  /// The refusals among the rows, in words.
  static func refusals(_ text: String, map: String? = nil) throws -> [String] {
    try rows(text, map: map).compactMap { row in
      guard case .refused(let refusal) = row else { return nil }
      return refusal.sentence
    }
  }

  /// What one received date came to by some shapes: the occurrence, or the refusal without its place.
  static func received(_ value: String, shapes: [String]) throws -> String {
    let listed = shapes.map { "\"\($0)\"" }.joined(separator: ", ")
    let map = """
      {"columns": {"received": "d", "channel": {"constant": "web"}, "narrative": {"constant": "Damp."}},
       "dates": {"received": [\(listed)]}}
      """
    switch try rows("d\n\"" + value + "\"\n", map: map).first {
    case .contact(let contact): return contact.intake.received.text
    case .refused(let refusal): return refusal.what
    case nil: return "no row"
    }
  }
}
