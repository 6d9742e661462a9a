package import Clocks
import Complaints

/// A map bound to one file's header: everything looked up once, so that a row costs no search.
package struct ImportPlan: Sendable {
  /// The names of the file's columns.
  package let header: [String]
  let nation: Nation
  let zone: ZoneTable
  let now: Moment
  let today: CalendarDay
  let map: ImportMap
  let received: ImportSource
  let closed: ImportSource?
  let channel: ImportSource
  let kind: ImportSource?
  let stage: ImportSource?
  let tenure: ImportSource?
  let rowNation: ImportSource?
  let texts: [ImportSource]
  let steps: ImportSteps
  let shapes: [DateShape]
  /// Longest field kept (`security.md`).
  static let longestField = 256 * 1024

  /// Binds a map to a header; without a map the header's names must be ours.
  ///
  /// Rows of another nation than `nation`, the journal's, and dates later than `now` are refused; `zone` is
  /// the landlord's clock, for times without an offset.
  package init(header: [String], map: ImportMap?, nation: Nation, zone: ZoneTable, now: Moment)
    throws(ImportMapError)
  {
    let map = map ?? ImportMap(headerNames: header)
    self.header = header
    self.nation = nation
    self.zone = zone
    self.now = now
    self.map = map
    today = zone.day(of: now)
    let bound = try BoundColumns(map, header)
    let sources = bound.sources
    steps = bound.steps
    shapes = bound.shapes
    let missing = ImportField.compulsory.filter { sources[$0] == nil }
    guard let received = sources[.received], let channel = sources[.channel], missing.isEmpty else {
      throw .lacks(missing.map(\.rawValue), mapped: map.written, header: header)
    }
    self.received = received
    self.channel = channel
    closed = sources[.closed]
    kind = sources[.kind]
    stage = sources[.stage]
    tenure = sources[.tenure]
    rowNation = sources[.nation]
    let typed: Set<ImportField> = [.received, .closed, .channel, .kind, .stage, .tenure, .nation]
    texts = ImportField.allCases.compactMap { typed.contains($0) ? nil : sources[$0] }
  }
}

/// A map's columns with their positions in one header.
private struct BoundColumns {
  var sources: [ImportField: ImportSource] = [:]
  var steps = ImportSteps()
  var shapes: [DateShape] = []

  init(_ map: ImportMap, _ header: [String]) throws(ImportMapError) {
    for (field, template) in map.columns {
      let placed = try template.placed { name throws(ImportMapError) in
        let places = header.indices.filter { header[$0] == name }
        guard let place = places.first else {
          throw .missingColumn(field: field.rawValue, column: name, header: header)
        }
        guard places.count == 1 else { throw .repeatedColumn(name) }
        return place
      }
      let first = shapes.count
      shapes += map.shapes[field] ?? []
      sources[field] = ImportSource(
        field: field, column: placed.onlyColumn, steps: steps.add(placed), firstColumn: placed.firstColumn,
        shapes: first..<shapes.count)
    }
  }
}
