import PlainText

/// Reads members of a data file and keeps every mistake, so that one run reports them all.
///
/// A member that cannot be used gives a stand-in; whoever reads checks `mistakes` before using the whole.
struct FieldReader {
  private(set) var mistakes: [DataFileError] = []

  mutating func note(_ field: DataField, _ what: String) { mistakes.append(field.wrong(what)) }

  mutating func note(_ error: DataFileError) { mistakes.append(error) }

  /// Whether the field is an object; each member with another name is a mistake.
  mutating func object(_ field: DataField, allowed: [String]) -> Bool {
    guard field.value.members != nil else {
      note(field, "an object in { } is needed here")
      return false
    }
    for stranger in field.strangers(Set(allowed)) {
      note(stranger.field, unknown(stranger.name, allowed))
    }
    return true
  }

  /// A text that must be there and say something.
  mutating func words(_ object: DataField, _ name: String) -> String {
    do {
      return try object.member(name).words()
    } catch {
      note(error)
      return ""
    }
  }

  /// A text that may be missing.
  mutating func text(_ object: DataField, _ name: String) -> String {
    do {
      return try object.optional(name)?.text() ?? ""
    } catch {
      note(error)
      return ""
    }
  }

  /// A word of a closed list that must be there.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ object: DataField, _ name: String, or fallback: Word
  ) -> Word where Word.RawValue == String {
    do {
      return try object.member(name).word(Word.self)
    } catch {
      note(error)
      return fallback
    }
  }

  /// A word of a closed list that may be missing.
  mutating func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ object: DataField, _ name: String, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    do {
      return try object.optional(name)?.word(Word.self)
    } catch {
      note(error)
      return nil
    }
  }

  mutating func flag(_ object: DataField, _ name: String) -> Bool {
    do {
      return try object.optional(name)?.flag() ?? false
    } catch {
      note(error)
      return false
    }
  }

  mutating func flagNeeded(_ object: DataField, _ name: String) -> Bool {
    do {
      return try object.member(name).flag()
    } catch {
      note(error)
      return false
    }
  }

  mutating func integer(_ object: DataField, _ name: String, _ range: ClosedRange<Int>) -> Int {
    do {
      return try object.member(name).integer(range)
    } catch {
      note(error)
      return range.lowerBound
    }
  }

  mutating func day(_ object: DataField, _ name: String) -> CalendarDay? {
    do {
      return try object.optional(name)?.day()
    } catch {
      note(error)
      return nil
    }
  }

  /// The items of a list that may be missing.
  mutating func items(_ object: DataField, _ name: String) -> [DataField] {
    do {
      return try object.optional(name)?.items() ?? []
    } catch {
      note(error)
      return []
    }
  }

  /// The items of a list that must be there and hold something.
  mutating func itemsNeeded(_ object: DataField, _ name: String) -> [DataField] {
    do {
      let field = try object.member(name)
      let items = try field.items()
      if items.isEmpty { note(field, "this list may not be empty") }
      return items
    } catch {
      note(error)
      return []
    }
  }

  /// Texts of a list that may be missing, each saying something.
  mutating func texts(_ object: DataField, _ name: String) -> [String] {
    var texts: [String] = []
    for field in items(object, name) {
      do {
        texts.append(try field.words())
      } catch {
        note(error)
      }
    }
    return texts
  }

  /// Words of a closed list in a list that may be missing.
  mutating func wordList<Word: RawRepresentable & CaseIterable>(
    _ object: DataField, _ name: String, _ type: Word.Type
  ) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for field in items(object, name) {
      do {
        words.append(try field.word(Word.self))
      } catch {
        note(error)
      }
    }
    return words
  }

  private func unknown(_ name: String, _ allowed: [String]) -> String {
    "\"\(name)\" is not known here; allowed: \(allowed.sorted().joined(separator: ", "))"
  }
}
