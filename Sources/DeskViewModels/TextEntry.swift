import TextCanvas

/// A text being typed, with its cursor and what undo needs; one line or many.
package struct TextEntry: Hashable, Sendable {
  /// Whether Enter starts a new line.
  enum Shape: Hashable, Sendable { case line, area }

  private struct Before: Hashable, Sendable {
    var characters: [Character]
    var cursor: Int
  }

  let shape: Shape
  private(set) var characters: [Character]
  /// Characters left of the cursor.
  private(set) var cursor: Int
  private var undo: [Before] = []
  /// The text last cut with ^K, ^U or ^W, for ^Y.
  private var cut: [Character] = []
  /// Whether the last key typed a character: typing undoes a word at a time, not a letter.
  private var typing = false

  init(_ text: String = "", shape: Shape = .line) {
    self.shape = shape
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  /// The text without blanks at its ends.
  var trimmed: String { text.trimmedBlanks }

  mutating func replace(with text: String) {
    remember()
    characters = Array(text)
    cursor = characters.count
  }

  mutating func insert(_ text: String) {
    remember()
    typing = false
    let added = shape == .line ? text.map { $0.isNewline || $0 == "\t" ? " " : $0 } : Array(text)
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  mutating func type(_ character: Character) {
    if !typing || character == " " { remember() }
    typing = true
    characters.insert(character, at: cursor)
    cursor += 1
  }

  mutating func move(to place: Int) {
    typing = false
    cursor = min(max(0, place), characters.count)
  }

  /// Takes out a range and puts the cursor where it was; what ^Y gives back is only kept when asked.
  mutating func remove(_ range: Range<Int>, keep: Bool = false) {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return }
    remember()
    typing = false
    if keep { cut = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  mutating func giveBack() {
    guard !cut.isEmpty else { return }
    insert(String(cut))
  }

  mutating func undoChange() {
    guard let before = undo.popLast() else { return }
    typing = false
    characters = before.characters
    cursor = min(before.cursor, characters.count)
  }

  private mutating func remember() {
    undo.append(Before(characters: characters, cursor: cursor))
    // A hundred steps back is more than anybody takes; the rest would only hold memory.
    if undo.count > 100 { undo.removeFirst(undo.count - 100) }
  }

  /// Start of the word left of the cursor.
  var wordStart: Int {
    var at = cursor
    while at > 0, !characters[at - 1].isWordCharacter { at -= 1 }
    while at > 0, characters[at - 1].isWordCharacter { at -= 1 }
    return at
  }

  /// End of the word right of the cursor.
  var wordEnd: Int {
    var at = cursor
    while at < characters.count, !characters[at].isWordCharacter { at += 1 }
    while at < characters.count, characters[at].isWordCharacter { at += 1 }
    return at
  }

  /// Start of the line the cursor is on.
  var lineStart: Int {
    var at = cursor
    while at > 0, !characters[at - 1].isNewline { at -= 1 }
    return at
  }

  /// End of the line the cursor is on.
  var lineEnd: Int {
    var at = cursor
    while at < characters.count, !characters[at].isNewline { at += 1 }
    return at
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber || self == "'" || self == "’" }
}

extension String {
  /// The text without blanks and newlines at its ends.
  var trimmedBlanks: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
