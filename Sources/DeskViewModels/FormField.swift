import PlainText
import TextCanvas

/// One offer of a field to pick from, with why it cannot be taken where that is so.
struct PickOption: Hashable, Sendable {
  let value: String
  var label: String
  var barred = ""
}

/// A field picked from a list by typing part of it.
struct PickEntry: Hashable, Sendable {
  var entry = TextEntry()
  var options: [PickOption]
  /// Whether what cannot be taken is offered only once something is typed.
  var hidesBarred = false
  /// Position among the offers shown.
  var chosen = 0

  /// The offers that hold what was typed; everything typed must be found in each.
  var offers: [PickOption] {
    let needles = entry.text.split(separator: " ").map { fold(String($0)) }
    guard !needles.isEmpty else { return hidesBarred ? options.filter(\.barred.isEmpty) : options }
    return options.filter { option in
      let text = fold(option.value + " " + option.label)
      return needles.allSatisfy { text.firstRange(of: $0) != nil }
    }
  }

  /// The value taken: what is typed where it is a value, else the chosen offer while anything is typed.
  var value: String {
    if options.contains(where: { $0.value == entry.trimmed }) || entry.trimmed.isEmpty {
      return entry.trimmed
    }
    let offers = self.offers
    return offers.indices.contains(chosen) ? offers[chosen].value : entry.trimmed
  }
}

/// How a field is filled in.
enum FormInput: Hashable, Sendable {
  case line(TextEntry)
  /// Several lines of text, drawn in so many rows.
  case area(TextEntry, rows: Int)
  /// One of a few words; the position of the word taken.
  case choice([PickOption], chosen: Int)
  case pick(PickEntry)
  /// Yes, no, or not asked.
  case question(Bool?)
  /// Text between fields; never has the keys.
  case heading
  /// Opens and closes the fields of its group, which are seldom wanted.
  case fold(isOpen: Bool)
}

/// One field of a form.
struct FormField: Hashable, Sendable {
  /// The action's name of the field.
  let name: String
  var label: String
  var input: FormInput
  var isRequired = false
  /// Shown while the field is empty.
  var hint = ""
  /// What is wrong with the value.
  var problem = ""

  /// The fold it lies under; empty where it always shows.
  var group = ""
  /// The question that has to be answered yes before this is asked; empty where none has.
  var waitsFor = ""
  /// Not shown now: under a closed fold, or waiting for the answer before it; such a field is empty.
  var isHidden = false

  var takesKeys: Bool { input != .heading && !isHidden }

  /// The value as text, as the action's reader wants it.
  var value: String {
    switch input {
    case .line(let entry): entry.trimmed
    case .area(let entry, _): entry.trimmed
    case .choice(let options, let chosen): options.indices.contains(chosen) ? options[chosen].value : ""
    case .pick(let pick): pick.value
    case .question(let answer): answer.map { $0 ? "yes" : "no" } ?? ""
    case .heading, .fold: ""
    }
  }

  /// Rows the field takes when drawn, offers left out.
  var rows: Int {
    if case .area(_, let rows) = input { return rows }
    return 1
  }

  mutating func set(_ value: String) {
    switch input {
    case .line: input = .line(TextEntry(value))
    case .area(_, let rows): input = .area(TextEntry(value, shape: .area), rows: rows)
    case .choice(let options, let chosen):
      input = .choice(options, chosen: options.firstIndex { $0.value == value } ?? chosen)
    case .pick(var pick):
      pick.entry = TextEntry(value)
      input = .pick(pick)
    case .question: input = .question(value == "yes" ? true : value == "no" ? false : nil)
    case .heading, .fold: break
    }
  }
}

/// What a field made of a key.
enum FieldAnswer: Hashable, Sendable {
  case taken
  /// The value is complete: go to the next field.
  case next
  case refused
}

extension FormField {
  mutating func press(_ key: KeyEvent, columns: Int) -> FieldAnswer {
    switch input {
    case .line(var entry):
      let taken = entry.press(key, columns: columns)
      input = .line(entry)
      return taken ? .taken : .refused
    case .area(var entry, let rows):
      let taken = entry.press(key, columns: columns)
      input = .area(entry, rows: rows)
      return taken ? .taken : .refused
    case .choice(let options, let chosen):
      guard let moved = FormField.choose(key, options, chosen) else { return .refused }
      input = .choice(options, chosen: moved)
      return .taken
    case .pick(var pick):
      let answer = FormField.press(key, &pick, columns)
      input = .pick(pick)
      return answer
    case .question:
      switch key {
      case .character("y"), .character("Y"): input = .question(true)
      case .character("n"), .character("N"): input = .question(false)
      case .character(" "), .backspace, .delete:
        input = .question(nil)
        return .taken
      case .character, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
        .backTab, .insert, .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
        return .refused
      }
      return .next
    case .heading, .fold: return .refused
    }
  }

  /// Left, right and Space go through the words; a letter goes to the next word that begins with it.
  private static func choose(_ key: KeyEvent, _ options: [PickOption], _ chosen: Int) -> Int? {
    guard !options.isEmpty else { return nil }
    switch key {
    case .left: return (chosen + options.count - 1) % options.count
    case .right, .character(" "): return (chosen + 1) % options.count
    case .home: return 0
    case .end: return options.count - 1
    case .character(let letter):
      for step in 1...options.count {
        let at = (chosen + step) % options.count
        if options[at].label.lowercased().hasPrefix(letter.lowercased()) { return at }
      }
      return nil
    case .up, .down, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert,
      .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
      return nil
    }
  }

  private static func press(_ key: KeyEvent, _ pick: inout PickEntry, _ columns: Int) -> FieldAnswer {
    let count = pick.offers.count
    switch key {
    case .down where pick.chosen + 1 < count: pick.chosen += 1
    case .up where pick.chosen > 0: pick.chosen -= 1
    case .enter:
      let offers = pick.offers
      guard offers.indices.contains(pick.chosen) else { return .refused }
      if !offers[pick.chosen].barred.isEmpty { return .taken }
      pick.entry = TextEntry(offers[pick.chosen].value)
      pick.chosen = 0
      return .next
    case .down, .up, .character, .left, .right, .home, .end, .pageUp, .pageDown, .escape, .tab, .backTab,
      .backspace, .delete, .insert, .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
      let before = pick.entry.text
      guard pick.entry.press(key, columns: columns) else { return .refused }
      if pick.entry.text != before { pick.chosen = 0 }
    }
    return .taken
  }
}
