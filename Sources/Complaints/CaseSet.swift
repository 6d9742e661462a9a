/// A set of cases by their index, a bit each.
package struct CaseSet: Hashable, Sendable {
  private var words: [UInt64]

  /// Room for that many cases, none of them in it, or all.
  package init(cases: Int, all: Bool = false) {
    words = Array(repeating: all ? .max : 0, count: (cases + 63) / 64)
  }

  package func contains(_ index: Int) -> Bool {
    let word = index >> 6
    return word < words.count && words[word] & 1 << UInt64(index & 63) != 0
  }

  package mutating func insert(_ index: Int) {
    let word = index >> 6
    while word >= words.count { words.append(0) }
    words[word] |= 1 << UInt64(index & 63)
  }

  package mutating func formUnion(_ other: CaseSet) {
    while words.count < other.words.count { words.append(0) }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  /// Keeps the cases that the other holds, or only those it does not.
  mutating func keep(_ other: CaseSet, without: Bool) {
    for place in words.indices {
      let word = place < other.words.count ? other.words[place] : 0
      words[place] &= without ? ~word : word
    }
  }
}

/// Which cases the words of a query let through: found once for all cases, before any of them is looked at.
package struct WordsFound: Hashable, Sendable {
  /// The cases let through; nil where nothing was looked for.
  fileprivate var through: CaseSet?
  /// Cases looked at; one behind them has no texts.
  fileprivate var cases = 0

  /// No texts: a term about words holds for no case.
  package init() {}
}

extension Query {
  /// Whether a term asks about words of the texts.
  package var asksWords: Bool { terms.contains(where: \.test.asksWords) }

  /// Looks for the words of every term; the texts are asked for only where there is such a term.
  ///
  /// `candidates` are the only cases that will be asked about, where they are known; few of them are looked
  /// through one by one.
  package func wordsFound(
    in arena: @autoclosure () -> SearchArena, among candidates: [UInt32]? = nil
  ) -> WordsFound {
    var found = WordsFound()
    guard asksWords else { return found }
    let arena = arena()
    found.cases = arena.caseCount
    var through = CaseSet(cases: found.cases, all: true)
    for term in terms {
      switch term.test {
      case .words(let needle):
        through.keep(arena.cases(holding: needle, among: candidates), without: term.negated)
      case .field(let field, let needles):
        var any = CaseSet(cases: 0)
        for needle in needles {
          any.formUnion(arena.cases(holding: needle, in: field, among: candidates))
        }
        through.keep(any, without: term.negated)
      case .reference, .kind, .state, .stage, .step, .open, .due, .who, .team, .channel, .tenure, .count,
        .outcome, .silent, .mark, .owes, .promised, .received, .responded, .closed:
        continue
      }
    }
    found.through = through
    return found
  }

  /// Whether the terms about words hold for a case; its row is not needed to tell.
  ///
  /// What was found answers alone: this is asked for every case at every key typed.
  package func wordsHold(_ index: Int, _ found: WordsFound) -> Bool {
    if let through = found.through, index < found.cases { return through.contains(index) }
    for term in terms where term.test.asksWords && !term.negated { return false }
    return true
  }
}

extension QueryTest {
  /// Whether it is told from the texts of a case.
  package var asksWords: Bool {
    switch self {
    case .words, .field: true
    case .reference, .kind, .state, .stage, .step, .open, .due, .who, .team, .channel, .tenure, .count,
      .outcome, .silent, .mark, .owes, .promised, .received, .responded, .closed:
      false
    }
  }
}
