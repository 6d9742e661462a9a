/// How easily a text can be read: Flesch's reading ease, and the longest sentence.
///
/// Ease runs from about 100 (very plain) down past 0; 60 and more reads easily to most people. Syllables are
/// reckoned from the letters of English, so the figure is a hint and never a gate; a text of other letters has none.
package struct PlainLanguage: Hashable, Sendable {
  package private(set) var words = 0
  package private(set) var sentences = 0
  /// Words of the longest sentence.
  package private(set) var longest = 0
  private var syllables = 0

  package init(_ text: String) {
    var sentence = 0
    for piece in text.split(whereSeparator: \.isWhitespace) {
      let letters = piece.filter(\.isLetter)
      if !letters.isEmpty || piece.contains(where: \.isNumber) {
        words += 1
        sentence += 1
        syllables += PlainLanguage.syllables(of: letters)
      }
      // An abbreviation or an initial ends no sentence.
      if let last = piece.last(where: { !"\"')”’".contains($0) }), ".!?:;".contains(last), letters.count > 1 {
        end(&sentence)
      }
    }
    end(&sentence)
  }

  private mutating func end(_ sentence: inout Int) {
    guard sentence > 0 else { return }
    sentences += 1
    longest = max(longest, sentence)
    sentence = 0
  }

  /// The reading ease as a whole number; nil for a text too short to say.
  package var ease: Int? {
    guard words >= 20, sentences > 0, syllables > 0 else { return nil }
    // In thousandths, so that it is the same on every machine.
    let ease = 206_835 - 1_015 * words / sentences - 84_600 * syllables / words
    return (ease + (ease >= 0 ? 500 : -500)) / 1_000
  }

  /// One line for whoever writes: the ease in a word, and a sentence to cut where one is long.
  package var hint: String? {
    guard let ease else { return nil }
    let word = ease >= 60 ? "plain" : ease >= 50 ? "fairly hard" : "hard to read"
    let long = longest > 25 ? "; the longest sentence has \(longest) words: cut it" : ""
    return "Reading ease \(ease), \(word)\(long)."
  }

  /// Groups of vowels, a silent e at the end left out.
  private static func syllables(of word: String) -> Int {
    var count = 0
    var wasVowel = false
    let letters = word.lowercased()
    for letter in letters {
      let isVowel = "aeiouyâêîôûŵŷáéíóú".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    if letters.hasSuffix("e"), !letters.hasSuffix("le"), count > 1 { count -= 1 }
    return max(letters.isEmpty ? 0 : 1, count)
  }
}
