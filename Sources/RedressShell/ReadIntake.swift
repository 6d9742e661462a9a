import CaseDocuments
import Clocks
import Complaints
import PlainText

/// Why one contact of an intake line cannot be read.
struct IntakeError: Error, Hashable, Sendable {
  /// What is wrong and what to use: `channel cannot be "fax"; use phone …`.
  let sentence: String
}

/// Turns one JSON object of `intake` into a contact.
struct ReadIntake {
  let zone: ZoneTable

  private static let members = [
    "channel", "received", "kind", "caller", "person", "representative", "property", "tenure", "affected",
    "narrative", "outcomeSought", "points", "category", "area", "ward", "answers", "source", "sourceRef",
    "stage",
    "closed",
  ]

  /// The contact that object describes.
  func read(_ json: JSON) throws(IntakeError) -> Intake {
    try allowOnly(ReadIntake.members, json, "a contact")
    let channel = try word("channel", json, Channel.self)
    guard let channel else {
      throw missing("channel", Channel.allCases.map(\.rawValue).joined(separator: " "))
    }
    guard let received = try time("received", json) else { throw missing("received", timeShapes) }
    guard let narrative = try text("narrative", json) else { throw missing("narrative", "what they said") }
    var contact = ContactReceived(channel: channel, narrative: narrative)
    contact.caller = try text("caller", json) ?? ""
    contact.representative = try text("representative", json) ?? ""
    contact.tenure = try word("tenure", json, TenureGroup.self)
    contact.affected = try texts("affected", json)
    contact.outcomeSought = try text("outcomeSought", json) ?? ""
    contact.category = try text("category", json) ?? ""
    contact.area = try text("area", json) ?? ""
    contact.ward = try text("ward", json) ?? ""
    contact.source = try text("source", json) ?? ""
    contact.sourceRef = try text("sourceRef", json) ?? ""
    if let number = json["stage"]?.integer {
      guard let stage = Stage(number) else { throw wrong("stage", json["stage"], "1 to 4") }
      contact.stage = stage
    }
    if let person = json["person"] { contact.person = try self.person(person) }
    if let property = json["property"] { contact.property = try self.property(property) }
    var intake = Intake(contact: contact, received: received)
    intake.kind = try word("kind", json, Kind.self)
    intake.points = try texts("points", json)
    intake.closed = try time("closed", json)
    intake.answers = try answers(json)
    return intake
  }

  private func person(_ json: JSON) throws(IntakeError) -> PersonDetails {
    try allowOnly(["name", "phone", "email", "preferred", "language", "needs"], json, "person")
    var person = PersonDetails()
    person.name = try text("name", json) ?? ""
    person.phone = try text("phone", json) ?? ""
    person.email = try text("email", json) ?? ""
    person.preferred = try text("preferred", json) ?? ""
    person.language = try text("language", json) ?? ""
    person.needs = try texts("needs", json)
    return person
  }

  private func property(_ json: JSON) throws(IntakeError) -> PropertyDetails {
    try allowOnly(["address", "postcode", "uprn", "block"], json, "property")
    var property = PropertyDetails()
    property.address = try text("address", json) ?? ""
    property.postcode = try text("postcode", json) ?? ""
    property.uprn = try text("uprn", json) ?? ""
    property.block = try text("block", json) ?? ""
    return property
  }

  private func answers(_ json: JSON) throws(IntakeError) -> [TriageAnswer] {
    guard let given = json["answers"], !given.isNull else { return [] }
    guard let members = given.members else { throw wrong("answers", given, "{\"first-report\":true}") }
    do {
      return try triageAnswers(members)
    } catch {
      throw IntakeError(sentence: sentence(for: error).what + "; " + sentence(for: error).try)
    }
  }

  private func allowOnly(_ names: [String], _ json: JSON, _ what: String) throws(IntakeError) {
    guard let members = json.members else { throw wrong(what, json, "an object {…}") }
    for member in members where !names.contains(member.name) {
      let near = nearest(member.name, among: names).map { "; did you mean " + $0 + "?" }
      throw IntakeError(
        sentence: what + " has no field \"" + visible(member.name) + "\""
          + (near ?? "; use " + names.joined(separator: " ")))
    }
  }

  private func text(_ name: String, _ json: JSON) throws(IntakeError) -> String? {
    guard let value = json[name], !value.isNull else { return nil }
    if let number = value.integer { return String(number) }
    guard let text = value.string else { throw wrong(name, value, "a text") }
    return text
  }

  private func texts(_ name: String, _ json: JSON) throws(IntakeError) -> [String] {
    guard let value = json[name], !value.isNull else { return [] }
    guard let items = value.array else { throw wrong(name, value, "a list of texts") }
    var texts: [String] = []
    for item in items {
      guard let text = item.string ?? item["name"]?.string ?? item["text"]?.string else {
        throw wrong(name, item, "a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  private func time(_ name: String, _ json: JSON) throws(IntakeError) -> Occurrence? {
    guard let text = try text(name, json) else { return nil }
    guard let at = zone.occurrence(text) else { throw wrong(name, json[name], timeShapes) }
    return at
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ json: JSON, _ type: Word.Type
  ) throws(IntakeError) -> Word? where Word.RawValue == String {
    guard let text = try text(name, json) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw wrong(name, json[name], Word.allCases.map(\.rawValue).joined(separator: " "))
    }
    return word
  }

  private func missing(_ name: String, _ allowed: String) -> IntakeError {
    IntakeError(sentence: name + " is missing; give " + allowed)
  }

  private func wrong(_ name: String, _ value: JSON?, _ allowed: String) -> IntakeError {
    let given = value.map { $0.string ?? jsonText($0) } ?? ""
    return IntakeError(
      sentence: name + " cannot be \"" + visible(String(given.prefix(60))) + "\"; use " + allowed)
  }
}

/// Triage answers given as members of a JSON object.
func triageAnswers(_ members: [JSONMember]) throws(Refusal) -> [TriageAnswer] {
  var answers: [TriageAnswer] = []
  for member in members {
    guard let question = TriageQuestion(rawValue: member.name) else {
      let keys = TriageQuestion.allCases.map(\.rawValue)
      throw .noSuchField(member.name, allowed: keys)
    }
    guard let yes = member.value.bool else {
      throw .badValue(field: member.name, value: jsonText(member.value), allowed: "true or false")
    }
    answers.append(TriageAnswer(question: question, yes: yes))
  }
  return answers
}
