package import Clocks
package import Complaints

/// What letters are written from besides the case: the landlord, its people, its rules and its templates.
package struct LetterOffice: Sendable {
  package var landlord: String
  /// A practice journal says so on every letter.
  package var practice: Bool
  package var staff: StaffTable
  package var rules: RuleBook
  package var book: LetterBook

  package init(landlord: String, practice: Bool, staff: StaffTable, rules: RuleBook, book: LetterBook) {
    self.landlord = landlord
    self.practice = practice
    self.staff = staff
    self.rules = rules
    self.book = book
  }
}

/// A letter that is to go, with its occasion.
package struct LetterErrand: Hashable, Sendable {
  package var letter: LetterKind
  /// What the handler adds in their own words.
  package var message = ""
  /// How it goes, where that was said.
  package var route: LetterRoute?
  /// Why it goes although something required is missing.
  package var override = ""
  /// The step that sends it, where one does.
  package var step: Event?
  /// Which of several people affected it is for; nil for the resident.
  package var affected: Int?

  package init(_ letter: LetterKind) { self.letter = letter }

  /// That letter about a case, with the newest step on record that would send it.
  package init(newest letter: LetterKind, in file: CaseFile) {
    self.init(letter)
    for filed in file.entries.reversed() where !filed.undone {
      guard let errand = LetterErrand(sending: filed.entry.event), errand.letter == letter,
        errand.affected == nil
      else { continue }
      self = errand
      return
    }
    if letter == .response { message = file.work.drafts.last { $0.stage == file.stage }?.draft.text ?? "" }
  }

  /// The letter that event sends; nil where it sends none.
  package init?(sending event: Event) {
    switch event {
    case .complaintAcknowledged(let acknowledgement):
      self.init(.acknowledgement)
      override = acknowledgement.override
    case .responseExtended: self.init(.extension)
    case .complaintResponded(let response):
      // An answer by word of mouth is confirmed in writing later.
      if response.channel == .phone || response.channel == .inPerson { return nil }
      self.init(.response)
      route = LetterRoute(answering: response.channel)
      message = response.text
      override = response.override
    case .step(let step):
      guard let task = LetterErrand(sending: step) else { return nil }
      self = task
    case .segmentOpened, .segmentSealed, .journalRepaired, .kept, .landlordFounded, .profileAdopted,
      .calendarAdopted, .templateAdopted, .staffListed, .homesStated, .contactReceived, .contactTriaged,
      .caseAssigned,
      .contactLogged, .pointAdded, .pointDecided, .complaintEscalated, .caseClosed, .noteAdded, .caseLinked,
      .entryCorrected, .stepUndone, .stepRedone, .newer:
      return nil
    }
    step = event
  }

  private init?(sending step: CaseStep) {
    switch step {
    case .intake(.refused): self.init(.refusal)
    case .intake(.affectedAnswered(let answered)):
      // Each of a group has a letter of their own; what is told by word of mouth has none.
      guard let number = answered.affected, let channel = answered.channel, channel != .phone,
        channel != .inPerson
      else { return nil }
      self.init((answered.letter ?? .response).kind)
      affected = number
      route = LetterRoute(answering: channel)
    case .escalation(.refused): self.init(.escalationRefusal)
    case .ombudsman(.authorised): self.init(.ombudsmanDirect)
    case .ombudsman(.evidence(let evidence)):
      guard evidence.what == .late else { return nil }
      self.init(.evidenceDelay)
    case .behaviour(.warned): self.init(.warning)
    case .behaviour(.restricted): self.init(.restriction)
    case .behaviour(.reviewed), .behaviour(.lifted): self.init(.restrictionReview)
    case .behaviour(.appealed(let appeal)):
      guard let what = appeal.what, what != .made else { return nil }
      self.init(.restrictionAppeal)
    case .remedy(.moved): self.init(.promiseSlipped)
    case .work(.thanked): self.init(.compliment)
    case .work(.updated(let update)):
      self.init(.update)
      message = update.text
    case .work(.letterQueued(let queued)):
      guard let letter = queued.letter, queued.body.isEmpty else { return nil }
      self.init(letter)
      message = queued.text
      route = queued.route
      override = queued.override
    case .intake, .work, .remedy, .escalation, .ombudsman, .hazard, .people, .record: return nil
    }
  }
}

extension LetterRoute {
  /// How an answer by that channel goes; nil where the channel does not say.
  init?(answering channel: Channel) {
    switch channel {
    case .letter: self = .post
    case .email: self = .email
    case .portal, .web: self = .portal
    // Told through somebody else: the letter goes as the resident prefers, or to the address on record.
    case .phone, .inPerson, .member, .advisoryBoard, .staff, .survey, .thirdParty, .social, .sms: return nil
    }
  }
}
