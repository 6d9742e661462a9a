import CaseDocuments
import Clocks
import Complaints
import PlainText

/// One thing that can be typed on the command line.
struct CommandEntry: Hashable, Sendable {
  /// What is typed: `acknowledge`, `theme NAME`, `as hana`.
  let name: String
  let key: String
  let says: String
  /// Whether a name has to follow before it can be done.
  var wantsName = false

  /// The first word of what is typed.
  var verb: String { name.split(separator: " ").first.map(String.init) ?? name }

  /// Everything there is, from the key table and the catalogue of actions.
  static func all(_ keymap: Keymap, practice: Bool) -> [CommandEntry] {
    var entries = keymap.bindings.filter { $0.context == .desk && $0.command != .sort }.map { binding in
      CommandEntry(name: binding.command.rawValue, key: keymap.keyText(binding.command), says: binding.says)
    }
    for spec in ActionCatalogue.all where !entries.contains(where: { $0.name == spec.name.rawValue }) {
      let title = spec.title.prefix(1).uppercased() + spec.title.dropFirst() + "."
      entries.append(CommandEntry(name: spec.name.rawValue, key: "", says: title))
    }
    entries.append(
      CommandEntry(
        name: "as-at TIME", key: keymap.keyText(.timeTravel),
        says: "Show the record as it was known then, read-only.", wantsName: true))
    entries.append(
      CommandEntry(
        name: "letter KIND", key: "", says: "Show how a letter of this case would read.", wantsName: true))
    entries.append(CommandEntry(name: "theme NAME", key: "", says: "Draw with that theme.", wantsName: true))
    entries.append(
      CommandEntry(
        name: "hand-over NAME", key: "", says: "Give all open work of somebody to a colleague.",
        wantsName: true))
    entries += [
      CommandEntry(name: "sort COLUMN", key: keymap.keyText(.sort), says: "Sort the queue.", wantsName: true),
      CommandEntry(
        name: "show-view NAME", key: keymap.keyText(.views), says: "Show a view you named.", wantsName: true),
      CommandEntry(
        name: "save-view NAME", key: "", says: "Keep what the queue shows as a view of your own.",
        wantsName: true),
      CommandEntry(
        name: "forget-view NAME", key: "", says: "Drop a view you named.", wantsName: true),
    ]
    entries.append(CommandEntry(name: "q", key: keymap.keyText(.quitNow), says: "Quit at once."))
    if practice {
      entries.append(
        CommandEntry(
          name: "as NAME", key: "", says: "Act as a colleague (practice only).", wantsName: true))
    }
    return entries
  }

  /// What fits the text typed, names that begin with it first; after `as` and `theme`, the names to choose from.
  static func matches(_ text: String, _ keymap: Keymap, _ reader: RecordReader) -> [CommandEntry] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.count > 1, let names = names(after: words[0], reader) {
      let needle = fold(words[1...].joined(separator: " ").trimmedBlanks)
      let begins = names.filter { fold($0.name).dropFirst(words[0].utf8.count + 1).starts(with: needle) }
      let holds = names.filter { !begins.contains($0) && fold($0.says).firstRange(of: needle) != nil }
      return begins + holds
    }
    let entries = all(keymap, practice: reader.practice)
    let typed = text.trimmedBlanks
    guard let word = typed.split(separator: " ").first else { return entries }
    let needle = fold(String(word))
    // The name itself before longer ones that begin with it: `learn` before `learning-owed`.
    let named = entries.filter { fold($0.name) == needle }
    let begins = named + entries.filter { fold($0.name).starts(with: needle) && !named.contains($0) }
    let holds = entries.filter { entry in
      guard !begins.contains(entry) else { return false }
      // Short beginnings are in every second sentence: those look at names and keys only.
      let said = needle.count >= 4 ? entry.name + " " + entry.says : entry.name
      return entry.key == typed || fold(said).firstRange(of: needle) != nil
    }
    return begins + holds
  }

  private static func names(after verb: String, _ reader: RecordReader) -> [CommandEntry]? {
    if verb == "as", reader.practice {
      return reader.register.staff.members
        .filter { reader.register.staff.current($0.login, on: reader.today) != nil }
        .map { CommandEntry(name: "as " + $0.login.text, key: "", says: $0.name) }
    }
    if verb == "as-at" {
      var times = [
        ("yesterday, at its end", 1), ("a week ago", 7), ("four weeks ago", 28), ("a year ago", 365),
      ].map { says, days in
        CommandEntry(name: "as-at " + reader.today.adding(days: -days).description, key: "", says: says)
      }
      if reader.asAt != nil {
        times.insert(CommandEntry(name: "as-at now", key: "", says: "come back"), at: 0)
      }
      return times
    }
    if verb == "sort" {
      return QueueColumn.allCases.map {
        CommandEntry(name: "sort " + $0.rawValue, key: "", says: $0.says)
      }
    }
    if verb == "show-view" || verb == "forget-view" {
      return reader.settings.views.map {
        CommandEntry(name: verb + " " + $0.name, key: "", says: $0.query)
      }
    }
    if verb == "hand-over" {
      return reader.register.staff.members.map {
        CommandEntry(name: "hand-over " + $0.login.text, key: "", says: $0.name)
      }
    }
    if verb == "letter" {
      return LetterKind.allCases.map {
        CommandEntry(name: "letter " + $0.rawValue, key: "", says: letterWords($0))
      }
    }
    if verb == "theme" { return reader.themes.map { CommandEntry(name: "theme " + $0, key: "", says: "") } }
    return nil
  }
}
