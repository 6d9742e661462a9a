import TextCanvas

/// What a form makes of a key.
enum FormAnswer: Hashable, Sendable {
  case stay
  /// A value changed.
  case changed
  case confirm
  case cancel
  /// Leave, and keep what was typed for later.
  case keep
}

/// Fields one below another, then Cancel and Confirm: the body of every sheet and of the intake screen.
struct Form: Hashable, Sendable {
  var fields: [FormField]
  /// Position of the field with the keys; after the last come the two buttons, Cancel first.
  private(set) var focus: Int
  /// Cancel is what Enter finds first.
  let isOutward: Bool
  let confirmLabel: String
  /// What stands in the way, under the fields.
  var problem = ""
  /// Words the spelling program does not know in the text last left.
  var spelling: [String] = []
  /// The text last asked about.
  private var spelled = ""
  /// Whether Esc has been pressed on typed text and waits for an answer.
  private(set) var asksToDiscard = false
  /// Whether anything was typed since it opened.
  var isChanged = false
  /// What each field held when the sheet opened.
  var opened: [String: String] = [:]
  /// Whether what was typed may be kept for later.
  var keepsDrafts = false
  /// Columns of the inputs when last drawn, for up and down inside a text.
  var inputColumns = 40

  init(_ fields: [FormField], isOutward: Bool, confirmLabel: String) {
    self.fields = fields
    self.isOutward = isOutward
    self.confirmLabel = confirmLabel
    focus = fields.firstIndex(where: \.takesKeys) ?? fields.count + (isOutward ? 0 : 1)
  }

  var cancelPlace: Int { fields.count }
  var confirmPlace: Int { fields.count + 1 }
  var isOnButtons: Bool { focus >= fields.count }

  func value(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  mutating func set(_ name: String, _ value: String) {
    guard let at = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[at].set(value)
    if !value.isEmpty { fields[at].isHidden = false }
    reveal()
  }

  /// Opens a fold and goes in, or closes it; what is answered under it stays in sight.
  mutating func turnFold(_ place: Int) {
    guard case .fold(let isOpen) = fields[place].input else { return }
    fields[place].input = .fold(isOpen: !isOpen)
    let group = fields[place].name
    for at in fields.indices where fields[at].group == group {
      fields[at].isHidden = isOpen && (fields[at].value.isEmpty || fields[at].input == .heading)
    }
    guard !isOpen, let first = fields.firstIndex(where: { $0.group == group && $0.takesKeys }) else { return }
    focus = first
  }

  /// Shows what waits for another answer, once that is yes.
  private mutating func reveal() {
    for at in fields.indices where !fields[at].waitsFor.isEmpty {
      fields[at].isHidden = fields[at].value.isEmpty && value(fields[at].waitsFor) != "yes"
    }
  }

  /// Puts words typed before the sheet opened where a text is wanted first, and goes on behind it.
  mutating func say(_ words: String) {
    let wanted = fields.firstIndex { field in
      switch field.input {
      case .area: true
      case .line: field.isRequired && field.hint != "YYYY-MM-DD"
      case .heading, .choice, .pick, .question, .fold: false
      }
    }
    guard let wanted else { return }
    fields[wanted].set(words)
    isChanged = true
    focus = wanted
  }

  /// The text of several lines that has the keys; nil where another field has.
  var text: String? {
    guard fields.indices.contains(focus), case .area(let entry, _) = fields[focus].input else { return nil }
    return entry.text
  }

  /// Takes a text in the place of the one that has the keys.
  mutating func takeText(_ text: String) {
    guard self.text != nil, self.text != text else { return }
    fields[focus].set(text)
    fields[focus].problem = ""
    isChanged = true
  }

  /// A text to ask the spelling program about: the one just left, where it was not asked about before.
  mutating func textToSpell(left place: Int) -> String? {
    guard place != focus, fields.indices.contains(place), case .area(let entry, _) = fields[place].input
    else { return nil }
    guard entry.text != spelled, !entry.isEmpty else { return nil }
    spelled = entry.text
    spelling = []
    return entry.text
  }

  /// Puts the cursor before the text that has the keys, so that it is read from its beginning.
  mutating func goToStartOfText() {
    guard fields.indices.contains(focus), case .area(var entry, let rows) = fields[focus].input else {
      return
    }
    entry.move(to: 0)
    fields[focus].input = .area(entry, rows: rows)
  }

  mutating func goTo(_ name: String) {
    guard let at = fields.firstIndex(where: { $0.name == name && $0.input != .heading }) else { return }
    fields[at].isHidden = false
    focus = at
  }

  /// Stands on Confirm at once: for a sheet that needs nothing more.
  mutating func goToConfirm() { focus = confirmPlace }

  /// Says what is wrong with a field and goes there; without such a field it stands under the form.
  mutating func refuse(_ name: String?, _ why: String) {
    guard let name, let at = fields.firstIndex(where: { $0.name == name && $0.input != .heading }) else {
      problem = why
      return
    }
    fields[at].problem = why
    fields[at].isHidden = false
    focus = at
  }

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?) -> FormAnswer {
    if asksToDiscard {
      asksToDiscard = false
      if keepsDrafts, key == .character("k") { return .keep }
      return key == .character("y") ? .cancel : .stay
    }
    if command == .confirm { return .confirm }
    if command == .cancel { return leave() }
    if command == .nextField { return step(1) }
    if command == .previousField { return step(-1) }
    guard !isOnButtons else { return pressButton(key) }
    if case .fold = fields[focus].input, [.character(" "), .character("y"), .right].contains(key) {
      turnFold(focus)
      return .stay
    }
    let answer = fields[focus].press(key, columns: inputColumns)
    switch answer {
    case .taken, .next:
      fields[focus].problem = ""
      problem = ""
      isChanged = true
      reveal()
      if answer == .next { _ = step(1) }
      return .changed
    case .refused: break
    }
    switch key {
    case .enter, .down: return step(1)
    case .up: return step(-1)
    case .character, .left, .right, .home, .end, .pageUp, .pageDown, .escape, .tab, .backTab, .backspace,
      .delete, .insert, .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
      return .stay
    }
  }

  private mutating func pressButton(_ key: KeyEvent) -> FormAnswer {
    switch key {
    case .enter: return focus == confirmPlace ? .confirm : leave()
    case .left, .right: focus = focus == confirmPlace ? cancelPlace : confirmPlace
    case .up: return step(-1)
    case .down: return step(1)
    case .character, .home, .end, .pageUp, .pageDown, .escape, .tab, .backTab, .backspace, .delete, .insert,
      .function, .control, .alt, .modified, .paste, .mouse, .focus, .resized:
      break
    }
    return .stay
  }

  /// Leaves at once where nothing was typed; asks first where something was.
  private mutating func leave() -> FormAnswer {
    guard isChanged else { return .cancel }
    asksToDiscard = true
    return .stay
  }

  /// Goes to the next field that takes keys, through the buttons and round again.
  private mutating func step(_ step: Int) -> FormAnswer {
    let places = fields.count + 2
    var at = focus
    for _ in 0..<places {
      at = (at + step + places) % places
      if at < fields.count, fields[at].takesKeys { break }
      if at >= fields.count { break }
    }
    // Coming from the fields, a step that tells nobody outside finds Confirm first.
    if step > 0, focus < fields.count, at == cancelPlace, !isOutward { at = confirmPlace }
    if step > 0, focus == confirmPlace, !isOutward { at = cancelPlace }
    if step > 0, focus == cancelPlace, !isOutward {
      at = fields.firstIndex(where: \.takesKeys) ?? confirmPlace
    }
    if step < 0, focus == cancelPlace, !isOutward { at = confirmPlace }
    if step < 0, focus == confirmPlace, !isOutward {
      at = fields.lastIndex(where: \.takesKeys) ?? cancelPlace
    }
    focus = at
    return .stay
  }
}

extension Form {
  /// Hands the text that has the keys to the person's editor, or says that there is none here.
  var editWishes: [OverlayWish] {
    guard let text else {
      return [.say(.refused("The editor is for texts of several lines; this field has one."))]
    }
    return [.effect(.edit(text))]
  }
}
