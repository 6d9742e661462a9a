/// What a cell means.
///
/// Themes turn meaning into colour; nothing else does. The raw value is the name used in theme files; `Themes/` holds a sample that explains each.
package enum Role: String, CaseIterable, Sendable {
  /// Ordinary text; also the ground every other role stands on.
  case text
  /// Things of less weight: old entries, hints, units.
  case dim
  /// The name of a pane or sheet in its border.
  case title
  /// The same, in the pane that has the keys.
  case titleFocused = "title-focused"
  /// A heading inside a pane; column headings.
  case heading
  /// The name of a field or of a fact ("Landlord", "Code").
  case label
  case border
  case borderFocused = "border-focused"
  /// The selected row in the pane that has the keys.
  case selection
  /// The selected row in a pane that has not.
  case selectionDim = "selection-dim"
  /// A row marked with Space.
  case marked
  /// Past its date. The text also says so.
  case overdue
  case dueToday = "due-today"
  case dueSoon = "due-soon"
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
  case fieldFocused = "field-focused"
  /// A field whose value is not accepted.
  case fieldWrong = "field-wrong"
  /// The hint in an empty field.
  case placeholder
  /// An offered completion.
  case completion
  /// A choice in a sheet: the button that is not the default.
  case button
  case buttonFocused = "button-focused"
  /// A key to press, in the footer and in help.
  case key
  /// What that key does.
  case keyLabel = "key-label"
  /// A key that would be refused now.
  case keyRefused = "key-refused"
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
  case chartSecond = "chart-second"
  case heatLow = "heat-low"
  case heatMiddle = "heat-middle"
  case heatHigh = "heat-high"

  /// The letter that stands for the role in golden screens; ordinary text is a dot.
  package var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "t"
    case .titleFocused: "T"
    case .heading: "h"
    case .label: "l"
    case .border: "b"
    case .borderFocused: "B"
    case .selection: "S"
    case .selectionDim: "s"
    case .marked: "m"
    case .overdue: "O"
    case .dueToday: "o"
    case .dueSoon: "u"
    case .met: "g"
    case .waiting: "w"
    case .caution: "c"
    case .hazard: "H"
    case .sensitive: "x"
    case .notice: "n"
    case .refusal: "R"
    case .field: "f"
    case .fieldFocused: "F"
    case .fieldWrong: "W"
    case .placeholder: "p"
    case .completion: "C"
    case .button: "a"
    case .buttonFocused: "A"
    case .key: "K"
    case .keyLabel: "k"
    case .keyRefused: "z"
    case .status: "L"
    case .banner: "!"
    case .match: "M"
    case .link: "i"
    case .badge: "G"
    case .person: "P"
    case .undone: "U"
    case .chart: "1"
    case .chartSecond: "2"
    case .heatLow: "3"
    case .heatMiddle: "4"
    case .heatHigh: "5"
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
