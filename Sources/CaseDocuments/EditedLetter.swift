package import Clocks
import PlainText

extension LetterText {
  /// A letter as somebody edited it, as it may be kept and sent: no control characters, its headings underlined
  /// to their length.
  package static func edited(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = String(line.filter { $0 != "\r" })
      if isRule(bare), let above = lines.last, !above.isEmpty {
        lines.append(String(repeating: bare.first == "=" ? "=" : "-", count: max(3, above.count)))
      } else {
        lines += clean(bare)
      }
    }
    while lines.first?.isEmpty ?? false { lines.removeFirst() }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension LetterValues {
  /// The required items a letter said as it was composed and no longer says as it was edited.
  ///
  /// Words may be put otherwise: an item is still there while every number, date, telephone number and address
  /// of it stands in the letter, and half of its longer words.
  package func dropped(_ required: [RequiredItem], from edited: String) -> [RequiredItem] {
    let there = Set(LetterWords(edited).all)
    return required.filter { owed in
      guard !idle.contains(owed.item) else { return false }
      let blank = LetterBlank(owed.item)
      let own = points.compactMap { $0[blank] }
      return (own.isEmpty ? [texts[blank] ?? ""] : own).contains { !LetterWords($0).stand(in: there) }
    }
  }
}

/// A text as the words it is recognised by.
private struct LetterWords {
  /// Numbers, references, addresses of mail and web: each has to stay.
  private var exact: [[UInt8]] = []
  /// Words of four letters and more.
  private var long: [[UInt8]] = []
  private var short: [[UInt8]] = []

  var all: [[UInt8]] { exact + long + short }

  init(_ text: String) {
    for word in text.split(whereSeparator: { $0.isWhitespace || "(),;:!?\"“”‘’".contains($0) }) {
      var word = word
      while let last = word.last, ".-".contains(last) { word.removeLast() }
      while let first = word.first, ".-".contains(first) { word.removeFirst() }
      guard !word.isEmpty else { continue }
      let folded = fold(String(word))
      if word.contains(where: { $0.isNumber || $0 == "@" || $0 == "." }) {
        exact.append(folded)
      } else if word.count >= 4 {
        long.append(folded)
      } else {
        short.append(folded)
      }
    }
  }

  func stand(in there: Set<[UInt8]>) -> Bool {
    exact.allSatisfy(there.contains) && long.count { there.contains($0) } * 2 >= long.count
  }
}
