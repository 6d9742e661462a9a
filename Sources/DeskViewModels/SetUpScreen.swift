package import Clocks
package import TextCanvas

/// What a new journal is founded on, as it was filled in.
package struct SetUpAnswers: Hashable, Sendable {
  package var landlord = ""
  package var nation = Nation.englandAndWales
  package var profile = ""
  package var isPractice = false
  /// Homes let at low cost, and owned in part; nil where nothing was said.
  package var rented: Int?
  package var shared: Int?

  package init() {}
}

/// The first screen of all, where there is no journal yet: landlord, nation, policy and homes, then one key.
///
/// A pure value beside the desk: there is no record to read yet.
package struct SetUpScreen: Hashable, Sendable {
  /// A policy to choose from.
  package struct Policy: Hashable, Sendable {
    package let name: String
    package let title: String
    package init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// What a key asked for.
  package enum Wish: Hashable, Sendable {
    case stay, leave, redraw
    case found(SetUpAnswers)
  }

  var form: Form
  private let path: String
  private let login: String

  package init(at path: String, by login: String, policies: [Policy]) {
    self.path = path
    self.login = login
    let nations = Nation.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    let profiles = policies.map { PickOption(value: $0.name, label: $0.name + " – " + $0.title) }
    let modes = [
      PickOption(value: "no", label: "no: this is the real record"),
      PickOption(value: "yes", label: "yes: to learn on, nothing in it is real"),
    ]
    form = Form(
      [
        FormField(
          name: "landlord", label: "Landlord", input: .line(TextEntry()), isRequired: true,
          hint: "as it stands on your letters"),
        FormField(name: "nation", label: "Nation (bank holidays)", input: .choice(nations, chosen: 0)),
        FormField(name: "profile", label: "Policy", input: .choice(profiles, chosen: 0)),
        FormField(
          name: "rented", label: "Homes let (LCRA)", input: .line(TextEntry()),
          hint: "for the measures; may wait"),
        FormField(
          name: "shared", label: "Part-owned (LCHO)", input: .line(TextEntry()), hint: "may wait"),
        FormField(name: "practice", label: "Practice?", input: .choice(modes, chosen: 0)),
      ], isOutward: false, confirmLabel: "Confirm: found the journal")
  }

  /// Takes the keys of one read.
  package mutating func press(_ keys: [KeyEvent], _ keymap: Keymap) -> Wish {
    for key in keys {
      let command = keymap.command(key, in: .sheet)
      if command == .redraw { return .redraw }
      switch form.press(key, command) {
      case .stay, .changed: continue
      case .cancel, .keep: return .leave
      case .confirm: if let answers = answers() { return .found(answers) }
      }
    }
    return .stay
  }

  /// Says why the journal could not be founded.
  package mutating func refuse(_ why: String) { form.refuse(nil, why) }

  mutating func answers() -> SetUpAnswers? {
    form.problem = ""
    for at in form.fields.indices { form.fields[at].problem = "" }
    var answers = SetUpAnswers()
    answers.landlord = form.value("landlord")
    guard !answers.landlord.isEmpty else {
      form.refuse("landlord", "Every letter names the landlord: write its name.")
      return nil
    }
    answers.nation = Nation(rawValue: form.value("nation")) ?? .englandAndWales
    answers.profile = form.value("profile")
    answers.isPractice = form.value("practice") == "yes"
    for name in ["rented", "shared"] {
      let text = form.value(name).filter { $0 != "," && $0 != " " }
      guard text.isEmpty || (Int(text) ?? -1) >= 0 else {
        form.refuse(name, "Write a number of homes, or leave it empty for now.")
        return nil
      }
      if name == "rented" { answers.rented = Int(text) } else { answers.shared = Int(text) }
    }
    return answers
  }

  package func screen(_ size: Size, _ keymap: Keymap) -> TextGrid {
    var grid = TextGrid(size: size)
    guard size.columns >= PaneLayout.smallest.columns, size.rows >= PaneLayout.smallest.rows else {
      grid.put("needs 40×12", at: Point(column: 0, row: 0))
      grid.cursor = Point(column: 0, row: 0)
      return grid
    }
    let (body, foot) = Rect(size).splitAt(rows: size.rows - 1)
    grid.box(body, title: "A new journal", focused: true)
    let inside = body.inset()
    let area = Rect(
      column: inside.column + 1, row: inside.row, columns: inside.columns - 2, rows: inside.rows)
    var text = ReadingText()
    text.add("There is no journal in \(path) yet.", .heading)
    if area.rows >= 16 {
      text.add(
        "Here one is founded: \(login) becomes its first administrator and supervisor. The policy can be "
          + "changed for your own later (profile adopt), staff are added with redress staff.")
      text.add("To look round first, leave and run redress demo: nothing there is real.", .dim)
    }
    let lines = text.wrapped(columns: area.columns).count
    let cut = area.splitAt(rows: min(lines + 1, max(1, area.rows - 10)))
    drawReading(text, on: &grid, in: cut.top, from: 0)
    form.draw(on: &grid, in: cut.bottom)
    grid.fill(foot, role: .status)
    var column = 1
    for entry in keymap.footer(.sheet).prefix(3) where column + displayWidth(entry.label) + 6 < size.columns {
      column +=
        grid.put(
          [TextSpan(entry.key, .key), TextSpan(" " + entry.label, .keyLabel)],
          at: Point(column: column, row: foot.row)) + 2
    }
    return grid
  }
}
