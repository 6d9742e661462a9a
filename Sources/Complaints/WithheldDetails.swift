import Clocks

/// What stands where a text would tell who complained.
package let withheldText = "(withheld)"

/// Takes what tells who the resident is out of a case, for a reader who is not to know.
struct WithheldDetails {
  private let details: Set<ResidentDetail>
  /// What is looked for in every text, lower case, the longest first.
  private let needles: [[Character]]

  init(_ details: Set<ResidentDetail>, of file: CaseFile) { self.init(details, of: file, sparing: []) }

  /// `sparing` is what stays although it tells who: lower case.
  init(_ details: Set<ResidentDetail>, of file: CaseFile, sparing own: Set<String>) {
    self.details = details
    var words: Set<String> = []
    let contact = file.contactNow
    for person in [file.contact.person, contact.person] {
      if details.contains(.name) { words.formUnion(WithheldDetails.names(person.name)) }
      if details.contains(.contact) { words.formUnion([person.phone, person.email]) }
    }
    if details.contains(.address) {
      let home = contact.property
      words.formUnion([home.address, home.postcode, home.uprn])
      words.formUnion(home.address.split(separator: ",").prefix(1).map(String.init))
    }
    if details.contains(.others) {
      let spoke = file.intake.representatives.map(\.told.who)
      for text in [contact.caller, contact.representative] + contact.affected + spoke {
        words.formUnion(WithheldDetails.names(text))
      }
      for person in file.intake.affected.map(\.told) {
        words.formUnion(WithheldDetails.names(person.name))
        words.formUnion([person.phone, person.email, person.address])
      }
    }
    needles = words.map { $0.lowercased() }.filter { $0.count > 2 && !own.contains($0) }
      .sorted { ($1.count, $0) < ($0.count, $1) }.map { Array($0) }
  }

  /// A name whole and each word of it, forms of address left out.
  static func names(_ name: String) -> [String] {
    let forms: Set<String> = [
      "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "cllr", "councillor", "the", "and",
    ]
    let words = name.split { !$0.isLetter && $0 != "'" && $0 != "-" }.map(String.init)
    return [name] + words.filter { $0.count > 2 && !forms.contains($0.lowercased()) }
  }

  /// That text with every name, number and place looked for put out of sight, as whole words.
  func text(_ text: String) -> String {
    guard !needles.isEmpty, !text.isEmpty else { return text }
    let characters = Array(text)
    let folded = characters.map { character in
      let lower = character.lowercased()
      return lower.count == 1 ? lower.first ?? character : character
    }
    var kept = ""
    var at = 0
    while at < characters.count {
      if at == 0 || !isOfWord(folded[at - 1]), let length = needle(at: at, in: folded) {
        kept += withheldText
        at += length
      } else {
        kept.append(characters[at])
        at += 1
      }
    }
    return kept
  }

  private func needle(at place: Int, in folded: [Character]) -> Int? {
    for needle in needles where place + needle.count <= folded.count {
      let end = place + needle.count
      if folded[place..<end].elementsEqual(needle), end == folded.count || !isOfWord(folded[end]) {
        return needle.count
      }
    }
    return nil
  }

  private func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  func contact(_ given: ContactReceived) -> ContactReceived {
    var contact = given
    func hide(_ detail: ResidentDetail, _ fields: [WritableKeyPath<ContactReceived, String>]) {
      guard details.contains(detail) else { return }
      for field in fields where !contact[keyPath: field].isEmpty { contact[keyPath: field] = withheldText }
    }
    hide(.name, [\.person.name])
    hide(.contact, [\.person.phone, \.person.email, \.person.preferred])
    hide(.address, [\.property.address, \.property.postcode, \.property.uprn, \.property.block])
    hide(.needs, [\.person.language])
    hide(.others, [\.caller, \.representative])
    if details.contains(.needs), !contact.person.needs.isEmpty { contact.person.needs = [withheldText] }
    if details.contains(.others), !contact.affected.isEmpty { contact.affected = [withheldText] }
    if details.contains(.name) {
      contact.personNumber = nil
      contact.sourceRef = ""
    }
    contact.narrative = text(contact.narrative)
    contact.outcomeSought = text(contact.outcomeSought)
    return contact
  }

  /// The detail a step is about as a whole; nil for one whose texts are looked through like any other.
  private func subject(_ step: CaseStep) -> ResidentDetail? {
    switch step {
    case .people(.joined), .people(.parted), .people(.corrected): .name
    case .intake(.need), .intake(.needReviewed): .needs
    case .intake(.safeContact), .intake(.callback), .intake(.calledBack): .contact
    // A letter begins with name and address, and what it says stands in the step that sent it.
    case .intake(.formAsked), .intake(.formSent), .work(.letterQueued): .address
    case .intake(.complainant), .intake(.represented), .intake(.affected), .intake(.affectedAnswered): .others
    case .intake, .work, .remedy, .escalation, .ombudsman, .behaviour, .hazard, .people, .record: nil
    }
  }

  func step(_ step: CaseStep) -> CaseStep {
    let hidden = subject(step).map { details.contains($0) } ?? false
    return step.mappingTexts { hidden ? withheldText : text($0) }
  }
}

extension CaseStep {
  /// This step with every text in it changed.
  func mappingTexts(_ change: (String) -> String) -> CaseStep {
    let spec = spec
    var values: [String: StepValue] = [:]
    for named in self.values {
      values[named.name] = named.value
      guard let field = spec.allFields.first(where: { $0.name == named.name }) else { continue }
      switch (field.kind, named.value) {
      case (.text, .text(let text)), (.longText, .text(let text)): values[named.name] = .text(change(text))
      case (.list, .texts(let texts)): values[named.name] = .texts(texts.map(change))
      case (.text, _), (.longText, _), (.list, _), (.time, _), (.date, _), (.number, _), (.yesNo, _),
        (.staff, _), (.caseReference, _), (.choice, _), (.answers, _):
        break
      }
    }
    return spec.decode(values) ?? self
  }
}

extension Event {
  /// This event without what tells who complained.
  func withholding(_ withheld: WithheldDetails) -> Event {
    switch self {
    case .contactReceived(let contact): return .contactReceived(withheld.contact(contact))
    case .step(let step): return .step(withheld.step(step))
    case .noteAdded(let text): return .noteAdded(text: withheld.text(text))
    case .caseClosed(let reason, let override):
      return .caseClosed(reason: withheld.text(reason), override: withheld.text(override))
    case .entryCorrected(var corrected):
      corrected.value =
        Event.identity.contains(corrected.field) ? withheldText : withheld.text(corrected.value)
      return .entryCorrected(corrected)
    case .contactTriaged(var triage):
      triage.reason = withheld.text(triage.reason)
      return .contactTriaged(triage)
    case .complaintAcknowledged(var letter):
      (letter.definition, letter.outcome) = (withheld.text(letter.definition), withheld.text(letter.outcome))
      (letter.notOurs, letter.override) = (withheld.text(letter.notOurs), withheld.text(letter.override))
      return .complaintAcknowledged(letter)
    case .contactLogged(var contact):
      contact.text = withheld.text(contact.text)
      if !contact.verified.isEmpty { contact.verified = withheldText }
      return .contactLogged(contact)
    case .pointAdded(var point):
      point.text = withheld.text(point.text)
      return .pointAdded(point)
    case .pointDecided(var decided):
      (decided.reasons, decided.basis) = (withheld.text(decided.reasons), withheld.text(decided.basis))
      decided.remedy = withheld.text(decided.remedy)
      return .pointDecided(decided)
    case .responseExtended(var extended):
      (extended.reason, extended.told) = (withheld.text(extended.reason), withheld.text(extended.told))
      extended.goodReason = withheld.text(extended.goodReason)
      return .responseExtended(extended)
    case .complaintResponded(var response):
      (response.text, response.override) = (withheld.text(response.text), withheld.text(response.override))
      return .complaintResponded(response)
    case .complaintEscalated(var escalated):
      (escalated.reason, escalated.late) = (withheld.text(escalated.reason), withheld.text(escalated.late))
      return .complaintEscalated(escalated)
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .caseAssigned, .caseLinked,
      .stepUndone, .stepRedone, .newer:
      return self
    }
  }

  /// Fields of the opening contact that tell who it was, wherever they are put right.
  private static let identity: Set<String> = [
    "caller", "person.name", "person.phone", "person.email", "person.preferred", "person.language",
    "property.address", "property.postcode", "property.uprn", "property.block", "representative", "verified",
  ]
}
