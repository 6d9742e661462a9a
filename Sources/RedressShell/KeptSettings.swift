import Foundation

/// What a person chose and keeps between sittings: the theme, one line in a file of its own.
struct KeptSettings {
  let directory: String

  /// The theme chosen last; nil where none was, or it cannot be read.
  var theme: String? {
    guard let data = FileManager.default.contents(atPath: directory + "/theme"), data.count < 100 else {
      return nil
    }
    let name = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
    return name.isEmpty ? nil : name
  }

  /// Keeps a theme's name; why not, where it cannot be kept.
  func keep(theme: String) -> String? {
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try Data((theme + "\n").utf8).write(to: URL(fileURLWithPath: directory + "/theme"), options: .atomic)
      return nil
    } catch {
      return "the theme is not kept for next time: " + directory + " cannot be written"
    }
  }
}
