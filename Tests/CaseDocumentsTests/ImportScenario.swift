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

  /// Every row of the text: the contacts, and the refusals, each in order.
  static func rows(_ text: String, map: String? = nil) throws -> ([ImportedContact], [ImportRefusal]) {
    let map = try map.map { json throws(ImportMapError) in try ImportMap(json: json) }
    var file = try ImportFile(
      bytes: Array(text.utf8), map: map, nation: .englandAndWales, zone: london, now: now)
    var contacts: [ImportedContact] = []
    var refusals: [ImportRefusal] = []
    while true {
      switch file.next(onto: &contacts) {
      case .contact: continue
      case .refused(let refusal): refusals.append(refusal)
      case .end: return (contacts, refusals)
      }
    }
  }

  /// The contacts among the rows.
  static func contacts(_ text: String, map: String? = nil) throws -> [ImportedContact] {
    try rows(text, map: map).0
  }

  /// The refusals among the rows, in words.
  static func refusals(_ text: String, map: String? = nil) throws -> [String] {
    try rows(text, map: map).1.map(\.sentence)
  }

  /// What one received date came to by some shapes: the occurrence, or the refusal without its place.
  static func received(_ value: String, shapes: [String]) throws -> String {
    let listed = shapes.map { "\"\($0)\"" }.joined(separator: ", ")
    let map = """
      {"columns": {"received": "d", "channel": {"constant": "web"}, "narrative": {"constant": "Damp."}},
       "dates": {"received": [\(listed)]}}
      """
    let (contacts, refusals) = try rows("d\n\"" + value + "\"\n", map: map)
    return contacts.first?.intake.received.text ?? refusals.first?.what ?? "no row"
  }
}
