import Complaints
import Testing

@Suite struct PersonMatchTests {
  func keys(
    name: String = "", phone: String = "", email: String = "", address: String = "", postcode: String = "",
    uprn: String = ""
  ) -> PersonKeys {
    var person = PersonDetails()
    person.name = name
    person.phone = phone
    person.email = email
    var property = PropertyDetails()
    property.address = address
    property.postcode = postcode
    property.uprn = uprn
    return PersonKeys(person, at: property)
  }

  @Test func `a phone number matches with its country code or without`() {
    #expect(keys(phone: "+44 7700 900168").mayMatch(keys(phone: "07700 900168")))
    #expect(keys(phone: "0044 7700 900168").mayMatch(keys(phone: "07700-900168")))
    #expect(!keys(phone: "07700 900168").mayMatch(keys(phone: "07700 900169")))
  }

  @Test func `an e-mail matches in any case, a surname only at the same home`() {
    #expect(keys(email: "Sian@Example.org").mayMatch(keys(email: "sian@example.org")))
    let here = keys(name: "Siân Llŷr", address: "Flat 12, Moston Lane", postcode: "M9 4AB")
    #expect(here.mayMatch(keys(name: "Gwyn LLYR", address: "flat 12, Moston Ln", postcode: "m94ab")))
    #expect(!here.mayMatch(keys(name: "Gwyn Llyr", address: "Flat 14, Moston Lane", postcode: "M9 4AB")))
    #expect(keys(name: "A Khan", uprn: "100").mayMatch(keys(name: "B Khan", uprn: "100")))
  }

  @Test func `nothing given matches nothing`() {
    #expect(!keys().mayMatch(keys()))
  }
}
