/// Something the terminal sent: a key, a paste, the mouse.
package enum KeyEvent: Hashable, Sendable {
  /// A printable character, Space included.
  case character(Character)
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  /// F1 is 1.
  case function(Int)
  /// Ctrl with a lower-case letter, a space or one of `[ \ ] ^ _`; never Tab, Enter, Esc or Backspace.
  case control(Character)
  /// Alt (Meta) with a character.
  case alt(Character)
  /// A movement key with Shift, Ctrl or Alt held.
  case modified(MovementKey, KeyModifiers)
  /// Pasted text: newlines are `\n`, other controls and escape sequences are gone. Never a command.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal window gained or lost the keyboard.
  case focus(Bool)
  /// The terminal has another size; sent by the event loop, not by the decoder.
  case resized
}

/// A key that can come with Shift, Ctrl or Alt.
package enum MovementKey: String, CaseIterable, Hashable, Sendable {
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp = "pgup"
  case pageDown = "pgdn"
  case insert
  case delete
  case backspace
  case enter
  case tab
}

/// The keys held down with another.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let shift = KeyModifiers(rawValue: 1)
  package static let alt = KeyModifiers(rawValue: 2)
  package static let control = KeyModifiers(rawValue: 4)
}

/// What the mouse did, and where.
package struct MouseEvent: Hashable, Sendable {
  /// The button or wheel.
  package enum Kind: Hashable, Sendable {
    case press(button: Int)
    case release(button: Int)
    case drag(button: Int)
    case wheelUp
    case wheelDown
  }

  package var kind: Kind
  package var point: Point
  package var modifiers: KeyModifiers

  package init(kind: Kind, point: Point, modifiers: KeyModifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
