import CaseDocuments
import Complaints
import SettingsFiles

/// The templates of a journal: ours, and the landlord's own where it adopted one.
func letterBook(_ adopted: [AdoptedText]) -> LetterBook {
  var book = LetterBook()
  for name in embeddedLetterNames {
    guard let text = embeddedLetterText(name), let template = readTemplate(text, name: name).0 else {
      continue
    }
    book.take(template, source: "ours")
  }
  for text in adopted {
    // Held to its form when it was adopted; one that a later release no longer reads gives way to ours.
    guard let template = readTemplate(text.text, name: text.name).0 else { continue }
    book.take(template, source: String(text.sha256.prefix(8)))
  }
  return book
}

extension OpenRecord {
  /// What letters are written from besides the case.
  var letterOffice: LetterOffice {
    LetterOffice(
      landlord: register.landlord?.landlord ?? "", practice: practice, staff: register.staff, rules: rules,
      book: letters)
  }
}
