import Testing
import CaseDocuments
import Clocks
import Complaints
import SettingsFiles

/// Our templates, read.
func ourLetters() -> LetterBook {
  var book = LetterBook()
  for name in embeddedLetterNames {
    guard let template = readTemplate(embeddedLetterText(name) ?? "", name: name).0 else { continue }
    book.take(template, source: "ours")
  }
  return book
}

/// A value the test itself wrote: nil is a mistake in it.
func needed<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("the test holds a value that cannot be read") }
  return value
}

/// Everything a letter can say, each blank with its own name for contents.
func everyBlankFilled() -> LetterValues {
  var texts: [LetterBlank: String] = [:]
  for blank in LetterBlank.allCases where blank != .letter {
    texts[blank] = "what stands for " + blank.rawValue
  }
  var values = LetterValues(texts)
  values.points = [texts]
  return values
}

func shipped(_ name: String) -> LandlordProfile {
  do { return needed(try embeddedProfile(name)) } catch { preconditionFailure("\(error)") }
}

/// One thing one policy asks of one letter at one stage.
struct OwedItem: CustomTestStringConvertible, Sendable {
  var profile: String
  var letter: LetterKind
  var stage: Int
  var owed: RequiredItem
  var testDescription: String { "\(profile), \(letter.rawValue), stage \(stage): \(owed.item.rawValue)" }

  /// Every one of the shipped policies.
  static let all: [OwedItem] = {
    var all: [OwedItem] = []
    for name in shippedProfileNames {
      let profile = shipped(name)
      for letter in LetterKind.allCases {
        for stage in 1...profile.stages.count {
          all += profile.contents(of: letter, stage: stage).map {
            OwedItem(profile: name, letter: letter, stage: stage, owed: $0)
          }
        }
      }
    }
    return all
  }()
}
