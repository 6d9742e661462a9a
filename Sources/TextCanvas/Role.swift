/// What a cell means.
///
/// Themes turn meaning into colour; nothing else does. `Themes/sample.theme` explains each under its name there.
package enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text; also the ground every other role stands on.
  case text
  /// Things of less weight: old entries, hints, units.
  case dim
  /// The name of a pane or sheet in its border.
  case title
  /// The same, in the pane that has the keys.
  case titleFocused
  /// A heading inside a pane; column headings.
  case heading
  /// The name of a field or of a fact ("Landlord", "Code").
  case label
  case border
  case borderFocused
  /// The selected row in the pane that has the keys.
  case selection
  /// The selected row in a pane that has not.
  case selectionDim
  /// A row marked with Space.
  case marked
  /// Past its date. The text also says so.
  case overdue
  case dueToday
  case dueSoon
  /// A target met, a promise kept.
  case met
  /// A target not running yet, or a provisional date.
  case waiting
  /// Vulnerability, needs, safe-contact notes: read before speaking.
  case caution
  /// A hazard in the home.
  case hazard
  /// Parts only named roles may read; redacted text.
  case sensitive
  /// A message that something was done.
  case notice
  /// A message that something was refused, with its clause.
  case refusal
  /// A text field.
  case field
  case fieldFocused
  /// A field whose value is not accepted.
  case fieldWrong
  /// The hint in an empty field.
  case placeholder
  /// An offered completion.
  case completion
  /// A choice in a sheet: the button that is not the default.
  case button
  case buttonFocused
  /// A key to press, in the footer and in help.
  case key
  /// What that key does.
  case keyLabel
  /// A key that would be refused now.
  case keyRefused
  /// The line at the foot: clock, login, state.
  case status
  /// A banner over everything: practice, read-only, as-at.
  case banner
  /// The filtered-for letters in a row.
  case match
  /// Something to follow: a reference to another case, a clause.
  case link
  /// A small count: "3 new above".
  case badge
  /// A case claimed by a colleague, a login.
  case person
  /// A step that was undone, a tombstone.
  case undone
  /// Bars and sparklines.
  case chart
  case chartSecond
  case heatLow
  case heatMiddle
  case heatHigh

  /// The name used in theme files: `border-focused`.
  package var name: String { written.name }

  /// The letter that stands for the role in golden screens; ordinary text is a dot.
  package var letter: Character { written.letter }

  /// The role with that name in theme files.
  package init?(named name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  private var written: (name: String, letter: Character) {
    switch self {
    case .text: ("text", ".")
    case .dim: ("dim", "d")
    case .title: ("title", "t")
    case .titleFocused: ("title-focused", "T")
    case .heading: ("heading", "h")
    case .label: ("label", "l")
    case .border: ("border", "b")
    case .borderFocused: ("border-focused", "B")
    case .selection: ("selection", "S")
    case .selectionDim: ("selection-dim", "s")
    case .marked: ("marked", "m")
    case .overdue: ("overdue", "O")
    case .dueToday: ("due-today", "o")
    case .dueSoon: ("due-soon", "u")
    case .met: ("met", "g")
    case .waiting: ("waiting", "w")
    case .caution: ("caution", "c")
    case .hazard: ("hazard", "H")
    case .sensitive: ("sensitive", "x")
    case .notice: ("notice", "n")
    case .refusal: ("refusal", "R")
    case .field: ("field", "f")
    case .fieldFocused: ("field-focused", "F")
    case .fieldWrong: ("field-wrong", "W")
    case .placeholder: ("placeholder", "p")
    case .completion: ("completion", "C")
    case .button: ("button", "a")
    case .buttonFocused: ("button-focused", "A")
    case .key: ("key", "K")
    case .keyLabel: ("key-label", "k")
    case .keyRefused: ("key-refused", "z")
    case .status: ("status", "L")
    case .banner: ("banner", "!")
    case .match: ("match", "M")
    case .link: ("link", "i")
    case .badge: ("badge", "G")
    case .person: ("person", "P")
    case .undone: ("undone", "U")
    case .chart: ("chart", "1")
    case .chartSecond: ("chart-second", "2")
    case .heatLow: ("heat-low", "3")
    case .heatMiddle: ("heat-middle", "4")
    case .heatHigh: ("heat-high", "5")
    }
  }
}

/// Weight given to a cell on top of its role.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Emphasis(rawValue: 1)
  package static let underline = Emphasis(rawValue: 2)
  package static let reverse = Emphasis(rawValue: 4)
  package static let faint = Emphasis(rawValue: 8)
  package static let italic = Emphasis(rawValue: 16)
}
