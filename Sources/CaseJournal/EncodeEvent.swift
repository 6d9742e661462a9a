import Clocks
import Complaints

// Event → the members of `d`, by hand. What is written here is frozen for ever: a change of any name or
// order is a new version of the kind, and the frozen-bytes test says so.
extension PayloadWriter {
  /// Appends the payload object of an event.
  ///
  /// A `newer` event cannot be written and gives an empty object.
  mutating func payload(_ event: Event) {
    bytes.put(0x7B)
    switch event {
    case .segmentOpened(let opened):
      text("journal", opened.journal)
      text("previous", opened.previous)
    case .segmentSealed(let lines): number("lines", lines)
    case .journalRepaired(let repair):
      text("segment", repair.segment)
      number("offset", repair.offset)
      number("bytes", repair.bytes)
      text("file", repair.file)
    case .kept(let upkeep): self.upkeep(upkeep)
    case .landlordFounded(let founded):
      text("landlord", founded.landlord)
      word("nation", founded.nation.rawValue)
      truth("practice", founded.practice)
    case .profileAdopted(let adopted), .calendarAdopted(let adopted), .templateAdopted(let adopted):
      text("name", adopted.name)
      text("sha256", adopted.sha256)
      text("text", adopted.text)
    case .staffListed(let member): staff(member)
    case .homesStated(let homes):
      number("year", homes.year)
      number("lcra", homes.lcra)
      number("lcho", homes.lcho)
    case .contactReceived(let contact): received(contact)
    case .contactTriaged(let triage): triaged(triage)
    case .complaintAcknowledged(let letter): acknowledged(letter)
    case .caseAssigned(let to): word("to", to.text)
    case .contactLogged(let contact):
      word("direction", contact.direction.rawValue)
      word("channel", contact.channel.rawValue)
      truth("reached", contact.reached)
      text("verified", contact.verified)
      text("text", contact.text)
      salt()
    case .pointAdded(let point):
      number("point", point.point)
      text("text", point.text)
      text("category", point.category)
      salt()
    case .pointDecided(let decided): self.decided(decided)
    case .responseExtended(let extended):
      number("stage", extended.stage.number)
      day("to", extended.to)
      text("reason", extended.reason)
      text("told", extended.told)
      text("goodReason", extended.goodReason)
      salt()
    case .complaintResponded(let response):
      number("stage", response.stage.number)
      word("channel", response.channel.rawValue)
      text("text", response.text)
      text("override", response.override)
      text("nextContact", response.nextContact)
      salt()
    case .complaintEscalated(let escalated):
      number("stage", escalated.stage.number)
      text("reason", escalated.reason)
      text("late", escalated.late)
      if let way = escalated.way { word("way", way.rawValue) }
      salt()
    case .caseClosed(let reason, let override):
      text("reason", reason)
      text("override", override)
    case .noteAdded(let note):
      text("text", note)
      salt()
    case .caseLinked(let link):
      word("to", link.to.text)
      text("relation", link.relation)
    case .entryCorrected(let corrected):
      number("seq", Int(corrected.seq))
      text("field", corrected.field)
      text("value", corrected.value)
      salt()
    case .stepUndone(let seq), .stepRedone(let seq): number("seq", Int(seq))
    case .step(let step): self.step(step)
    case .newer: break
    }
    bytes.put(0x7D)
  }

  private mutating func staff(_ member: StaffMember) {
    word("login", member.login.text)
    text("name", member.name)
    texts("roles", Role.allCases.filter { member.roles.contains($0) }.map(\.rawValue))
    text("team", member.team)
    if let manager = member.manager { word("manager", manager.text) }
    text("phone", member.phone)
    text("email", member.email)
    if let limit = member.limit { number("limit", limit) }
    day("from", member.from)
    day("until", member.until)
    day("trained", member.trained)
    day("confidential", member.confidential)
    text("gender", member.gender)
  }

  private mutating func received(_ contact: ContactReceived) {
    word("channel", contact.channel.rawValue)
    text("caller", contact.caller)
    if let number = contact.personNumber { word("personNumber", number.text) }
    if !contact.person.isEmpty {
      key("person")
      bytes.put(0x7B)
      text("name", contact.person.name)
      text("phone", contact.person.phone)
      text("email", contact.person.email)
      text("preferred", contact.person.preferred)
      text("language", contact.person.language)
      texts("needs", contact.person.needs)
      bytes.put(0x7D)
    }
    text("representative", contact.representative)
    if !contact.property.isEmpty {
      key("property")
      bytes.put(0x7B)
      text("address", contact.property.address)
      text("postcode", contact.property.postcode)
      text("uprn", contact.property.uprn)
      text("block", contact.property.block)
      bytes.put(0x7D)
    }
    if let tenure = contact.tenure { word("tenure", tenure.rawValue) }
    texts("affected", contact.affected)
    text("category", contact.category)
    text("area", contact.area)
    text("ward", contact.ward)
    if let stage = contact.stage { number("stage", stage.number) }
    text("source", contact.source)
    text("sourceRef", contact.sourceRef)
    text("row", contact.row)
    text("outcomeSought", contact.outcomeSought)
    text("narrative", contact.narrative)
    salt()
  }

  private mutating func triaged(_ triage: ContactTriaged) {
    word("kind", triage.kind.rawValue)
    text("reason", triage.reason)
    if let proposed = triage.proposed { word("proposed", proposed.rawValue) }
    text("clause", triage.clause)
    if !triage.answers.isEmpty {
      key("answers")
      bytes.put(0x7B)
      var asked: Set<TriageQuestion> = []
      for answer in triage.answers where asked.insert(answer.question).inserted {
        if asked.count > 1 { bytes.put(0x2C) }
        bytes.put(0x22)
        bytes.putWord(answer.question.rawValue)
        bytes.put(answer.yes ? "\":true" : "\":false")
      }
      bytes.put(0x7D)
    }
    text("profile", triage.profile)
    text("subject", triage.subject)
  }

  private mutating func acknowledged(_ letter: Acknowledgement) {
    number("stage", letter.stage.number)
    text("definition", letter.definition)
    text("outcome", letter.outcome)
    text("notOurs", letter.notOurs)
    day("due", letter.due)
    text("override", letter.override)
    text("advocacy", letter.advocacy)
    salt()
  }

  private mutating func decided(_ decided: PointDecided) {
    number("point", decided.point)
    number("stage", decided.stage.number)
    word("decision", decided.decision.rawValue)
    text("reasons", decided.reasons)
    text("basis", decided.basis)
    text("remedy", decided.remedy)
    salt()
  }
}
