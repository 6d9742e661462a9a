package import Clocks
package import Complaints
import PlainText

/// To whom a letter goes and how.
package struct LetterAddress: Hashable, Sendable {
  package var name: String
  package var email: String
  /// Lines of the postal address, the name not among them.
  package var lines: [String]
  package var route: LetterRoute
  package var form: LetterForm

  /// How the letter addresses them: a name as it was given, since a title is not ours to guess.
  package var salutation: String { name.isEmpty ? "resident" : name }

  /// Name and address as they stand on the letter.
  package var block: String {
    let place = route == .email || lines.isEmpty ? [email] : lines
    return ([name] + place).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// To whom the letters of a case go: the resident, or whoever speaks for them where that is recorded; by the
/// way asked for, else as they prefer, else by the way there is.
package func letterAddress(_ file: CaseFile, _ rules: RuleBook, route wanted: LetterRoute?) -> LetterAddress {
  let person = file.contact.person
  let property = file.contact.property
  var lines = addressLines([property.address, property.postcode])
  var name = person.name
  var email = person.email
  if let preferred = file.intake.safeContact?.name, !preferred.isEmpty { name = preferred }
  if file.addressee(rules) == .representative, let speaker = file.speaker {
    name = speaker.told.who
    email = speaker.told.email
    // Where whoever speaks lives is not on record; the resident's home is not theirs.
    lines = []
  }
  return letterAddress(
    name: name, email: email, lines: lines, preferred: person.preferred, needs: file.needWords, route: wanted)
}

/// To whom the letter for one of several people affected goes: themselves, by their own way and needs.
package func letterAddress(of person: AffectedRecorded, route wanted: LetterRoute?) -> LetterAddress {
  letterAddress(
    name: person.name, email: person.email, lines: addressLines([person.address]),
    preferred: person.preferred, needs: person.needs, route: wanted)
}

private func addressLines(_ parts: [String]) -> [String] {
  parts.flatMap { LetterText.clean($0) }
    .flatMap { $0.split(separator: ",").map { trimmed($0) } }.filter { !$0.isEmpty }
}

private func letterAddress(
  name: String, email: String, lines: [String], preferred: String, needs: [String], route wanted: LetterRoute?
) -> LetterAddress {
  let canMail = isMailAddress(email)
  let prefers = folded(preferred)
  let likesPost = prefers.contains("letter") || prefers.contains("post")
  let likesMail = prefers.contains("mail") && !likesPost
  var route = wanted ?? (canMail && (likesMail || !likesPost || lines.isEmpty) ? .email : .post)
  if route == .email, !canMail { route = lines.isEmpty ? .onFile : .post }
  if route == .post, lines.isEmpty { route = canMail ? .email : .onFile }
  let isLarge = needs.map { folded($0) }.contains {
    $0.contains("large print") || $0.contains("large-print")
  }
  return LetterAddress(
    name: trimmed(LetterText.clean(name).joined(separator: " ")), email: email, lines: lines,
    route: route, form: isLarge ? .largePrint : .plain)
}

/// Whether that is one plain e-mail address and nothing else.
package func isMailAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), text.utf8.count <= 254 else {
    return false
  }
  let isPlain = text.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0x20 && scalar.value != 0x7F && !"()<>[]:;,\\\"".unicodeScalars.contains(scalar)
      && !(0x80...0x9F).contains(scalar.value)
  }
  return isPlain && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !parts[1].contains("..")
}

private func folded(_ text: String) -> String { String(decoding: fold(text), as: UTF8.self) }
