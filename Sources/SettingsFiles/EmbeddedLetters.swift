/// The text of a letter template the program carries; nil where there is none of that name.
package func embeddedLetterText(_ name: String) -> String? {
  SettingsFilesTexts.text("Letters/\(name).txt")
}

/// Names of the letter templates the program carries, in order.
package let embeddedLetterNames = SettingsFilesTexts.names.compactMap { path -> String? in
  guard path.hasPrefix("Letters/"), path.hasSuffix(".txt") else { return nil }
  return String(path.dropFirst(8).dropLast(4))
}
