import CaseDocuments
import Complaints
import TextCanvas

// The letter of a sheet, to be seen and changed before it is confirmed.
extension Sheet {
  static let letterText = "letter-text"
  private static let letterOverride = "letter-override"

  /// Puts the letter as it would go under the fields, where its words can be changed.
  ///
  /// Left as it is, it is composed anew when the sheet is confirmed, so that the fields may still change.
  mutating func showLetter(_ reader: RecordReader) -> [OverlayWish] {
    guard name.sendsLetter, !isBulk, let target = targets.first, let file = reader.file(target.number) else {
      return [.say(.refused("No letter goes by this step; for several cases each is composed by itself."))]
    }
    let when = readWhen(form.value("occurred"), reader)
    do throws(Refusal) {
      guard let last = try SheetActions.read(self, reader).last(where: { $0.name.sendsLetter }),
        let letter = try reader.letter(of: last, on: file, occurred: when.occurred)
      else { return [.say(.refused("No letter goes by this step as it is filled in."))] }
      put(letter.body)
    } catch {
      form.refuse(SheetActions.field(of: error, in: self), reader.words(error))
    }
    return []
  }

  /// The letter in its field; words already changed there stay.
  private mutating func put(_ body: String) {
    let isChanged = form.value(Sheet.letterText) != form.opened[Sheet.letterText, default: ""]
    addLetterFields()
    if !isChanged {
      form.set(Sheet.letterText, body)
      // As the field gives it back: with nothing at its ends.
      form.opened[Sheet.letterText] = form.value(Sheet.letterText)
    }
    form.goTo(Sheet.letterText)
    form.goToStartOfText()
  }

  /// The fields of the letter, where they are not there yet.
  private mutating func addLetterFields() {
    guard !form.fields.contains(where: { $0.name == Sheet.letterText }) else { return }
    form.fields.append(
      FormField(
        name: Sheet.letterText, label: "The letter as it goes",
        input: .area(TextEntry(shape: .area), rows: 9)))
    guard !form.fields.contains(where: { $0.name == "override" }) else { return }
    form.fields.append(
      FormField(
        name: Sheet.letterOverride, label: "Reason to send as it is", input: .line(TextEntry()),
        hint: "only where something required is missing"))
  }

  /// Makes room for a letter that was being changed when the sheet was lost.
  mutating func addLetterFields(for draft: SheetDraft) {
    let names = draft.fields.map(\.name)
    if names.contains(Sheet.letterText) || names.contains(Sheet.letterOverride) { addLetterFields() }
  }

  /// The letter as it was changed, where it was.
  var letterWords: LetterWords {
    var words = LetterWords()
    let text = form.value(Sheet.letterText)
    if text != form.opened[Sheet.letterText, default: ""] { words.text = text }
    words.override = form.value(Sheet.letterOverride)
    return words
  }
}
