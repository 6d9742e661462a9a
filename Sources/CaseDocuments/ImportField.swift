import Clocks
import Complaints

/// Our fields a map may fill, named as in the intake JSON.
package enum ImportField: String, CaseIterable, Hashable, Sendable {
  case received, closed, channel, kind, stage, tenure, nation, narrative, category, outcomeSought, caller
  case representative, area, ward, source, sourceRef, points, affected
  case personName = "person.name"
  case personPhone = "person.phone"
  case personEmail = "person.email"
  case personPreferred = "person.preferred"
  case personLanguage = "person.language"
  case personNeeds = "person.needs"
  case address = "property.address"
  case postcode = "property.postcode"
  case uprn = "property.uprn"
  case block = "property.block"

  /// Without these three no contact can be opened.
  static let compulsory: [ImportField] = [.received, .channel, .narrative]

  var isDate: Bool { self == .received || self == .closed }
}

extension ImportField {
  /// The values a word list may lead to; empty where any text will do.
  var ownValues: [String] {
    switch self {
    case .channel: Channel.allCases.map(\.rawValue)
    case .kind: Kind.allCases.map(\.rawValue)
    case .stage: ["1", "2", "3", "4"]
    case .tenure: TenureGroup.allCases.map(\.rawValue)
    case .nation: Nation.allCases.map(\.rawValue)
    case .received, .closed, .narrative, .category, .outcomeSought, .caller, .representative, .area, .ward,
      .source, .sourceRef, .points, .affected, .personName, .personPhone, .personEmail, .personPreferred,
      .personLanguage, .personNeeds, .address, .postcode, .uprn, .block:
      []
    }
  }
}
