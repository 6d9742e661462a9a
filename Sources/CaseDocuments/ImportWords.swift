import PlainText

/// A word list of a map: their words, in any case and with or without accents, to a value of ours.
struct ImportWords<Value: Hashable & Sendable>: Hashable, Sendable {
  private var entries: [Entry] = []

  private struct Entry: Hashable, Sendable {
    var raw: [UInt8]
    var folded: [UInt8]
    /// nil where the map says that the word means nothing to us.
    var value: Value?
  }

  /// What a lookup came to.
  enum Found: Hashable, Sendable {
    case value(Value?)
    case unknown
  }

  /// Adds a word; false where the list has it already.
  mutating func add(_ word: String, _ value: Value?) -> Bool {
    let word = ImportCells.trimmed(word)
    let folded = fold(word)
    guard !entries.contains(where: { $0.folded == folded }) else { return false }
    entries.append(Entry(raw: Array(word.utf8), folded: folded, value: value))
    return true
  }

  /// The value of a trimmed cell: first as it is written, then without case and accents.
  func look(up cell: Span<UInt8>) -> Found {
    for entry in entries where entry.raw.count == cell.count {
      if same(entry.raw, cell) { return .value(entry.value) }
    }
    var folded: [UInt8] = []
    appendFolded(cell, to: &folded)
    for entry in entries where entry.folded == folded { return .value(entry.value) }
    return .unknown
  }

  private func same(_ word: [UInt8], _ cell: Span<UInt8>) -> Bool {
    for index in word.indices where word[index] != cell[index] { return false }
    return true
  }

  /// The words of the list, for a refusal.
  var words: [String] { entries.map { String(decoding: $0.raw, as: UTF8.self) } }
}
