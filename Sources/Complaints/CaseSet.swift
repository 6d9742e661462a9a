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
}

/// Which cases hold the words a query asks for: found once for all cases, before any of them is looked at.
package struct WordsFound: Hashable, Sendable {
  /// By place of the term in its query; nil for a term about something else.
  fileprivate var sets: [CaseSet?] = []

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
    found.sets = terms.map { term in
      switch term.test {
      case .words(let needle): return arena.cases(holding: needle, among: candidates)
      case .field(let field, let needles):
        var any = CaseSet(cases: 0)
        for needle in needles {
          any.formUnion(arena.cases(holding: needle, in: field, among: candidates))
        }
        return any
      case .reference, .kind, .state, .stage, .step, .open, .due, .who, .team, .channel, .tenure, .count,
        .outcome, .silent, .mark, .owes, .promised, .received, .responded, .closed:
        return nil
      }
    }
    return found
  }

  /// Whether the terms about words hold for a case; its row is not needed to tell.
  package func wordsHold(_ index: Int, _ found: WordsFound) -> Bool {
    for (place, term) in terms.enumerated() where term.test.asksWords {
      let holds = place < found.sets.count && found.sets[place]?.contains(index) ?? false
      if holds == term.negated { return false }
    }
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
