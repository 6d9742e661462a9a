import Clocks
import Complaints
import PlainText

/// How a landlord's export becomes our contacts: columns, accepted date shapes, words.
///
/// A JSON object of three parts. `columns`: our field ← their column, a template of several, a constant, or an
/// array of these of which the first that is not blank counts. `dates`: the shapes accepted per date field.
/// `words`: for a field, their words to our values; `null` says that a word means nothing to us.
package struct ImportMap: Sendable {
  var columns: [(field: ImportField, template: ImportTemplate)] = []
  var shapes: [ImportField: [DateShape]] = [:]
  var channels: ImportWords<Channel>
  var kinds: ImportWords<Kind>
  var stages: ImportWords<Stage>
  var tenures: ImportWords<TenureGroup>
  var nations: ImportWords<Nation>
  var categories: ImportWords<String>?
  /// Whether somebody wrote this map, or the header names alone decide.
  let written: Bool

  /// The map that holds without one: each header name that is a field of ours fills it.
  package init(headerNames: [String]) {
    self.init(written: false)
    for field in ImportField.allCases where headerNames.contains(field.rawValue) {
      columns.append((field, ImportTemplate(alternatives: [.pieces([.column(field.rawValue, -1)])])))
    }
  }

  /// Reads a map from its JSON text.
  package init(json text: String) throws(ImportMapError) {
    self.init(written: true)
    let map: JSON
    do throws(JSONError) {
      map = try parseJSON(text)
    } catch {
      throw .json(error)
    }
    guard let parts = map.members else { throw .notAnObject("text") }
    for part in parts {
      guard let members = part.value.members else {
        guard ["columns", "dates", "words"].contains(part.name) else { throw .unknownPart(part.name) }
        throw .notAnObject(part.name)
      }
      switch part.name {
      case "columns": try readColumns(members)
      case "dates": try readShapes(members)
      case "words": try readWords(members)
      default: throw .unknownPart(part.name)
      }
    }
    try readConstants()
  }

  /// Constants are words of ours, list or no list.
  private mutating func readConstants() throws(ImportMapError) {
    for (field, template) in columns {
      guard let text = template.onlyConstant, !field.ownValues.isEmpty else { continue }
      guard field.ownValues.contains(text) else {
        throw .badConstant(field: field.rawValue, value: text, allowed: field.ownValues)
      }
      switch field {
      case .channel: _ = channels.add(text, Channel(rawValue: text))
      case .kind: _ = kinds.add(text, Kind(rawValue: text))
      case .stage: _ = stages.add(text, Int(text).flatMap { Stage($0) })
      case .tenure: _ = tenures.add(text, TenureGroup(rawValue: text))
      case .nation: _ = nations.add(text, Nation(rawValue: text))
      case .received, .closed, .narrative, .category, .outcomeSought, .caller, .representative, .area, .ward,
        .source, .sourceRef, .points, .affected, .personName, .personPhone, .personEmail, .personPreferred,
        .personLanguage, .personNeeds, .address, .postcode, .uprn, .block:
        break
      }
    }
  }

  private init(written: Bool) {
    self.written = written
    channels = ImportMap.own(Channel.allCases)
    kinds = ImportMap.own(Kind.allCases)
    tenures = ImportMap.own(TenureGroup.allCases)
    nations = ImportMap.own(Nation.allCases)
    for (word, nation) in [("England", Nation.englandAndWales), ("Wales", .englandAndWales)] {
      _ = nations.add(word, nation)
    }
    _ = nations.add("Northern Ireland", .northernIreland)
    stages = ImportWords()
    for number in 1...4 { _ = stages.add(String(number), Stage(number)) }
    let own = [
      "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmXXX", "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    ]
    let shapes = (own + ["yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX"]).compactMap { DateShape($0) }
    self.shapes = [.received: shapes, .closed: shapes]
  }

  /// Our own words for a value, which hold where a map has no list.
  private static func own<Value: RawRepresentable & Hashable & Sendable>(_ values: [Value]) -> ImportWords<
    Value
  >
  where Value.RawValue == String {
    var words = ImportWords<Value>()
    for value in values { _ = words.add(value.rawValue, value) }
    return words
  }

  private func field(_ name: String, part: String) throws(ImportMapError) -> ImportField {
    guard let field = ImportField(rawValue: name) else { throw .unknownField(name, part: part) }
    return field
  }

  private mutating func readColumns(_ members: [JSONMember]) throws(ImportMapError) {
    for member in members {
      let field = try field(member.name, part: "columns")
      var alternatives: [ImportTemplate.Alternative] = []
      for source in member.value.array ?? [member.value] {
        if let text = source.string, !text.isEmpty, let pieces = ImportTemplate.pieces(text) {
          alternatives.append(.pieces(pieces))
        } else if let constant = source["constant"]?.string, source.members?.count == 1 {
          alternatives.append(.constant(Array(constant.utf8)))
        } else {
          throw .badColumn(field: field.rawValue)
        }
      }
      guard !alternatives.isEmpty else { throw .badColumn(field: field.rawValue) }
      columns.append((field, ImportTemplate(alternatives: alternatives)))
    }
  }

  private mutating func readShapes(_ members: [JSONMember]) throws(ImportMapError) {
    for member in members {
      let field = try field(member.name, part: "dates")
      guard field.isDate else { throw .notADate(field: member.name) }
      var accepted: [DateShape] = []
      for shape in member.value.array ?? [member.value] {
        guard let text = shape.string, let read = DateShape(text) else {
          throw .badShape(field: member.name, shape: shape.string ?? jsonText(shape))
        }
        accepted.append(read)
      }
      shapes[field] = accepted
    }
  }

  private mutating func readWords(_ members: [JSONMember]) throws(ImportMapError) {
    for member in members {
      let field = try field(member.name, part: "words")
      guard let words = member.value.members else { throw .notAnObject("words for " + member.name) }
      switch field {
      case .channel: channels = try list(words, field) { Channel(rawValue: $0) }
      case .kind: kinds = try list(words, field) { Kind(rawValue: $0) }
      case .stage: stages = try list(words, field) { text in Int(text).flatMap { Stage($0) } }
      case .tenure: tenures = try list(words, field) { TenureGroup(rawValue: $0) }
      case .nation: nations = try list(words, field) { Nation(rawValue: $0) }
      case .category: categories = try list(words, field) { $0 }
      case .received, .closed, .narrative, .outcomeSought, .caller, .representative, .area, .ward, .source,
        .sourceRef, .points, .affected, .personName, .personPhone, .personEmail, .personPreferred,
        .personLanguage, .personNeeds, .address, .postcode, .uprn, .block:
        throw .noWordsFor(field: member.name)
      }
    }
  }

  private func list<Value: Hashable & Sendable>(
    _ members: [JSONMember], _ field: ImportField, _ value: (String) -> Value?
  ) throws(ImportMapError) -> ImportWords<Value> {
    var words = ImportWords<Value>()
    for member in members {
      let text = member.value.string ?? member.value.integer.map { String($0) }
      // A contact has a channel: there a word cannot mean nothing.
      let nothing = member.value.isNull && field != .channel
      let meant = text.flatMap { value($0) }
      guard nothing || meant != nil else {
        throw .badWord(
          field: field.rawValue, word: member.name, value: text ?? jsonText(member.value),
          allowed: field.ownValues)
      }
      guard words.add(member.name, meant) else { throw .sameWord(field: field.rawValue, word: member.name) }
    }
    return words
  }
}
