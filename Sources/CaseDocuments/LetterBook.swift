package import Clocks

/// The templates letters are written by: the landlord's own where it adopted one, else ours.
package struct LetterBook: Hashable, Sendable {
  /// Name of the template every letter is set into.
  package static let letterhead = "letterhead"
  /// Names a template may have.
  package static let names = [letterhead] + LetterKind.allCases.map(\.rawValue)

  private var templates: [String: LetterTemplate] = [:]
  private var sources: [String: String] = [:]

  package init() {}

  /// Takes a template in place of the one of that name; `source` tells editions apart.
  package mutating func take(_ template: LetterTemplate, source: String) {
    templates[template.name] = template
    sources[template.name] = source
  }

  package subscript(name name: String) -> LetterTemplate? { templates[name] }
  package subscript(letter: LetterKind) -> LetterTemplate? { templates[letter.rawValue] }

  /// `acknowledgement ours`, or with the beginning of the hash of the landlord's own.
  package func edition(_ name: String) -> String { name + " " + (sources[name] ?? "") }
}

/// Something required by a policy that a template has no place for.
package struct TemplateGap: Hashable, Sendable {
  package var profile: String
  package var item: LetterItem
  package var clause: Clause
}

/// What those policies ask of a letter and neither the template nor the letterhead has a blank for.
package func templateGaps(
  _ template: LetterTemplate, in letterhead: LetterTemplate?, _ profiles: [LandlordProfile]
) -> [TemplateGap] {
  guard let letter = LetterKind(rawValue: template.name) else { return [] }
  let printed = template.blanks.union(letterhead?.blanks ?? [])
  var gaps: [TemplateGap] = []
  for profile in profiles {
    for stage in 1...max(1, profile.stages.count) {
      for owed in profile.contents(of: letter, stage: stage) {
        let gap = TemplateGap(profile: profile.name, item: owed.item, clause: owed.clause)
        if !printed.contains(LetterBlank(owed.item)), !gaps.contains(gap) { gaps.append(gap) }
      }
    }
  }
  return gaps
}
