import Foundation
import PlainText
package import TextCanvas
import Themes

/// A theme ready to draw with, and what was wrong with the one asked for.
package struct LoadedTheme: Hashable {
  package var theme: Theme
  /// A sentence for the person when another theme stands in; nil when all is well.
  package var problem: String?
}

/// The themes to choose from: the shipped ones in order, then a person's own by name.
///
/// - Parameter directory: the settings directory; its `themes` folder holds files called `NAME.theme`.
/// - Returns: each name once.
package func themeNames(settings directory: String?) -> [String] {
  var names = ShippedThemes.names
  guard let directory else { return names }
  // A missing folder means no themes of one's own.
  let found = (try? FileManager.default.contentsOfDirectory(atPath: directory + "/themes")) ?? []
  for file in found.sorted() where file.hasSuffix(".theme") {
    let name = String(file.dropLast(6))
    if isThemeName(name), !names.contains(name) { names.append(name) }
  }
  return names
}

/// The theme of that name, a person's own before a shipped one; the first theme when it cannot be read.
package func loadTheme(named name: String, settings directory: String?) -> LoadedTheme {
  let shipped = { (name: String) in ShippedThemes.text(named: name) }
  let problem: String
  if !isThemeName(name) {
    problem = "\"\(visible(name))\" is not a theme's name"
  } else if let text = ownTheme(name, directory) ?? shipped(name) {
    do {
      let theme = try parseTheme(text, named: name) { parent in
        isThemeName(parent) ? ownTheme(parent, directory) ?? shipped(parent) : nil
      }
      return LoadedTheme(theme: theme)
    } catch {
      problem = error.sentence
    }
  } else {
    problem =
      "no theme is called \"\(name)\"; there are \(themeNames(settings: directory).joined(separator: ", "))"
  }
  let first = try? parseTheme(shipped(ShippedThemes.first) ?? "", named: ShippedThemes.first, parent: shipped)
  let stand = first ?? .plain
  return LoadedTheme(theme: stand, problem: "\(problem); using \(stand.name)")
}

/// Something that changes whenever a person's own theme file does; nil where the theme is a shipped one.
package func themeStamp(named name: String, settings directory: String?) -> String? {
  guard let directory, isThemeName(name) else { return nil }
  do {
    let facts = try FileManager.default.attributesOfItem(atPath: "\(directory)/themes/\(name).theme")
    let written = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(written) \(facts[.size] ?? 0)"
  } catch {
    // A file that is gone is a shipped theme's again.
    return nil
  }
}

/// Themes are small; a larger file is not one.
private let themeSizeLimit = 64 * 1024

private func ownTheme(_ name: String, _ directory: String?) -> String? {
  guard let directory, let data = FileManager.default.contents(atPath: "\(directory)/themes/\(name).theme"),
    data.count <= themeSizeLimit
  else { return nil }
  return String(decoding: data, as: UTF8.self)
}

/// A name that cannot lead out of the themes folder.
private func isThemeName(_ name: String) -> Bool {
  guard let first = name.utf8.first, name.utf8.count <= 32 else { return false }
  let isWord = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
  return isWord(first) && name.utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
}
