import DeskViewModels
import Foundation
import TextCanvas

/// What a person chose and keeps between sittings, each in a small file of its own in the settings directory.
///
/// `theme` holds a name, `keys.conf` is theirs to write, `views.conf` and `desk.conf` are written by the desk
/// and may be edited: all are lines of `NAME = VALUE`.
struct KeptSettings {
  let directory: String

  /// The theme chosen last; nil where none was, or it cannot be read.
  var theme: String? {
    let name = (text("theme") ?? "").filter { !$0.isWhitespace }
    return name.isEmpty || name.count > 100 ? nil : name
  }

  /// Everything but the theme, with what could not be read among its problems.
  var desk: DeskSettings {
    var settings = DeskSettings()
    let known = "sort, mouse, lines, title, bell, across and down"
    if let keys = text("keys.conf") {
      let file = KeysFile(keys)
      settings.keymap = file.keymap
      settings.problems += file.problems.map(\.sentence)
    }
    for entry in lines("views.conf") {
      if SavedView.isName(entry.name) {
        settings.views.append(SavedView(name: entry.name, query: entry.value))
      } else {
        settings.problems.append("views.conf line \(entry.line): expected NAME = QUERY")
      }
    }
    for entry in lines("desk.conf") {
      switch (entry.name, entry.value) {
      case ("sort", let value): settings.sort = QueueSort(value)
      case ("mouse", let value): settings.mouse = value == "on"
      case ("lines", let value): settings.lines = LineStyle(rawValue: value) ?? .lines
      case ("title", let value): settings.title = value == "on"
      case ("bell", let value): settings.bell = value == "on"
      case ("across", let value): settings.splits = PaneSplits(across: Int(value), down: settings.splits.down)
      case ("down", let value): settings.splits = PaneSplits(across: settings.splits.across, down: Int(value))
      case (let name, _):
        settings.problems.append(
          "desk.conf line \(entry.line): there is no setting \"\(name)\"; there are \(known)")
      }
    }
    return settings
  }

  /// Keeps a theme's name; why not, where it cannot be kept.
  func keep(theme: String) -> String? {
    write(theme + "\n", to: "theme") ? nil : "the theme is not kept for next time: " + unwritable
  }

  /// Keeps the rest; why not, where it cannot be kept.
  func keep(_ settings: DeskSettings) -> String? {
    let views = settings.views.map { $0.name + " = " + $0.query + "\n" }.joined()
    let desk = [
      settings.sort.map { "sort = " + $0.text }, settings.mouse ? "mouse = on" : nil,
      settings.lines == .lines ? nil : "lines = " + settings.lines.rawValue,
      settings.title ? "title = on" : nil, settings.bell ? "bell = on" : nil,
      settings.splits.across.map { "across = \($0)" }, settings.splits.down.map { "down = \($0)" },
    ].compactMap { $0 }.map { $0 + "\n" }.joined()
    let kept = write(views, to: "views.conf") && write(desk, to: "desk.conf")
    return kept ? nil : "this is not kept for next time: " + unwritable
  }

  private var unwritable: String { directory + " cannot be written" }

  /// A file's text; nil where there is none, it is too long to be one of these, or it cannot be read.
  private func text(_ name: String) -> String? {
    guard let data = FileManager.default.contents(atPath: directory + "/" + name), data.count < 64 * 1024
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private func lines(_ name: String) -> [(line: Int, name: String, value: String)] {
    let lines = (text(name) ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().compactMap { at, line in
      let line = line.trimmingCharacters(in: .whitespaces)
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      return (at + 1, parts[0], parts.count > 1 ? parts[1] : "")
    }
  }

  private func write(_ text: String, to name: String) -> Bool {
    // Nothing chosen and nothing kept: no folder is made for it.
    let path = directory + "/" + name
    if text.isEmpty, !FileManager.default.fileExists(atPath: path) { return true }
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return true
    } catch {
      return false
    }
  }
}
