import Complaints
import Testing

@testable import CaseJournal

@Suite("Match keys read from bytes")
struct PersonKeyScanTests {
  /// The keys of those texts as they stand in a line, and as their `String`s make them.
  func keys(
    name: String, phone: String = "", email: String = "", address: String = "", postcode: String = "",
    uprn: String = ""
  ) -> (scanned: PersonKeys, told: PersonKeys) {
    var bytes: [UInt8] = []
    func slice(_ text: String) -> TextSlice {
      bytes.append(0x22)
      let start = bytes.count
      bytes += text.utf8
      return TextSlice(start: start, length: bytes.count - start, escaped: false)
    }
    var texts = ReceivedTexts()
    texts.name = slice(name)
    texts.phone = slice(phone)
    texts.email = slice(email)
    texts.address = slice(address)
    texts.postcode = slice(postcode)
    texts.uprn = slice(uprn)
    // What stands behind every text: a letter beyond ASCII there is none of its own.
    bytes += "é".utf8
    bytes += [UInt8](repeating: 0x20, count: LineScanner.proofs)
    var person = PersonDetails()
    person.name = name
    person.phone = phone
    person.email = email
    var property = PropertyDetails()
    property.address = address
    property.postcode = postcode
    property.uprn = uprn
    return (personKeys(texts, bytes.span), PersonKeys(person, at: property))
  }

  @Test(arguments: 0...40)
  func `are those of the texts, whatever their length and wherever a letter is beyond ASCII`(_ length: Int) {
    let plain = Array("Ann Marie 12 Mill Lane, Hulme (daughter) Zo".prefix(length))
    for odd in 0...length {
      var letters = plain
      if odd < length { letters[odd] = "É" }
      let text = String(letters)
      for (scanned, told) in [
        keys(name: text, postcode: "M15 6AB"), keys(name: "Hughes", email: text),
        keys(name: "Hughes", phone: text), keys(name: "Hughes", address: text, postcode: "M15 6AB"),
        keys(name: "Hughes", postcode: text), keys(name: "Hughes", uprn: text),
      ] {
        #expect(scanned == told, "\(text)")
      }
    }
  }

  @Test func `folds what is folded in the texts`() {
    let one = keys(name: "ANN HUGHES", email: "A@B.ORG", address: "12 Mill Lane, Hulme", postcode: "m15 6ab")
    let other = keys(name: "Siân hughes", email: "a@b.org", address: "12 mill lane", postcode: "M156AB")
    #expect(one.scanned == other.scanned)
    #expect(one.scanned.email != 0 && one.scanned.home != 0)
    #expect(keys(name: "Hughes", email: "á@b.org").scanned.email == other.told.email)
  }
}
