/// The themes that come with the program, from the files beside this one.
package enum ShippedThemes {
  /// The theme of a first start.
  package static let first = "night"

  /// Names to choose from, in order; the sample is not among them, though it can be asked for.
  package static let names = ["night", "paper", "high-contrast", "colour-blind", "mono"]

  /// The file of that theme; nil where there is none of that name.
  package static func text(named name: String) -> String? {
    ThemesTexts.text(name + ".theme")
  }
}
