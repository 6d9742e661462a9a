import Complaints

/// Why a step about people or the record was refused; `who` names those of some roles.
func sentence(for refusal: PeopleRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .alreadyHeld: RefusalSentence("it is already kept from erasure", try: "release that hold first")
  case .heldFromErasure(let matter):
    RefusalSentence("it is kept from erasure for " + matter, try: "release-hold when that matter is over")
  case .stillWorkedOn: RefusalSentence("it is still worked on", try: "close or withdraw it first")
  case .promisesOpen(let numbers):
    RefusalSentence(
      "promises " + numbers.map { String($0) }.joined(separator: ", ") + " are not kept",
      try: "fulfil them first")
  case .notHeld: RefusalSentence("it is not kept from erasure", try: "nothing needs to be done")
  case .nobodyOnRecord:
    RefusalSentence("the contact named nobody", try: "link the case to one that names the person")
  case .noSuchPerson(let number):
    RefusalSentence("there is no person " + number.text, try: "find them by phone, postcode or name")
  case .samePerson: RefusalSentence("that is this case's own person", try: "name the other record")
  case .alreadyJoined(let number):
    RefusalSentence(number.text + " is already joined to it", try: "nothing needs to be done")
  case .notJoined(let number):
    RefusalSentence(number.text + " is not joined to it", try: "show lists the records joined")
  case .notMarked(let part):
    RefusalSentence(
      "\u{201C}" + part.rawValue + "\u{201D} is open to all already", try: "show lists the parts")
  case .notKeptOut(let staff):
    RefusalSentence(staff.text + " is not kept out of it", try: "nothing needs to be done")
  case .keptOut(let why):
    RefusalSentence(
      keptOutWords(why), who: who(Shields.usualRoles), try: "leave it to somebody who is not concerned")
  case .closedCase(let roles):
    RefusalSentence("it is for " + roleWords(roles) + " only", who: who(roles), try: "ask one of them")
  case .notNamed:
    RefusalSentence(
      "a resident who reviews reads only the case on whose panel they sit", who: who(Role.readers),
      try: "have the panel of that case name you")
  case .figuresOnly:
    RefusalSentence(
      "scrutiny reads figures and samples, no case", who: who(Role.readers), try: "ask for a report")
  case .notReadyToRead(let owed, let clause):
    RefusalSentence(
      owed.map(conditionWords).joined(separator: " and ") + " "
        + (owed.count == 1 ? "is" : "are") + " not on record, and before that a member reads nothing",
      clause: clauseText(clause), who: who([.administrator]),
      try: "record "
        + owed.map { $0 == .training ? "trained=DATE" : "confidential=DATE" }
        .joined(separator: " and ") + " with staff")
  }
}

private func conditionWords(_ condition: ReadingCondition) -> String {
  switch condition {
  case .training: "training"
  case .confidentiality: "the confidentiality agreement"
  }
}

private func keptOutWords(_ why: KeptOutAs) -> String {
  switch why {
  case .resident: "it is your own case"
  case .complainedAbout: "it is about you"
  case .related: "it is the case of somebody close to you"
  }
}
