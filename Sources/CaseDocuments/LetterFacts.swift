package import Clocks
package import Complaints

/// What the blanks of a letter hold, read off the record as it is once the step is taken.
package struct LetterFacts {
  let file: CaseFile
  let task: LetterErrand
  let office: LetterOffice
  let address: LetterAddress
  let today: CalendarDay
  let now: Moment
  /// Who writes.
  let by: StaffLogin

  var rules: RuleBook { office.rules }
  var profile: LandlordProfile? { rules.profile(of: file) }
  var stage: Int { file.stage?.number ?? 1 }

  package init(
    _ file: CaseFile, _ task: LetterErrand, _ office: LetterOffice, by: StaffLogin, now: Moment
  ) {
    self.file = file
    self.task = task
    self.office = office
    self.by = by
    self.now = now
    today = office.rules.zone.day(of: now)
    address =
      file.intake.affected.first { $0.number == task.affected }
      .map { letterAddress(of: $0.told, route: task.route) }
      ?? letterAddress(file, office.rules, route: task.route)
  }

  /// Every blank of this letter, with what is on record for it.
  package var values: LetterValues {
    var texts = common
    texts.merge(ofComplaint) { _, own in own }
    texts.merge(ofStep) { _, own in own }
    var values = LetterValues(texts, idle: idle)
    values.points = points
    return values
  }

  /// What stands in every letter.
  private var common: [LetterBlank: String] {
    let handler = file.handler ?? by
    return [
      .landlord: office.landlord, .to: address.block, .date: said(today), .reference: file.reference.text,
      .salutation: address.salutation, .resident: file.contact.person.name,
      .handler: office.staff.name(handler), .handlerContact: contact(of: handler),
      .message: message, .ombudsman: ombudsmen, .whoAnswers: whoAnswers,
    ]
  }

  /// The handler's own words; everybody affected reads those of the response.
  private var message: String {
    guard task.affected != nil else { return task.message }
    guard task.letter == .response else { return "" }
    return file.stages.last { $0.responded != nil }?.response?.text ?? ""
  }

  /// A day as a letter says it, always with its year.
  func said(_ day: CalendarDay) -> String {
    let date = day.ymd
    return DaysInWords.weekdays[day.weekday - 1] + " " + String(date.day) + " "
      + DaysInWords.months[date.month - 1]
      + " " + String(date.year)
  }

  func contact(of login: StaffLogin) -> String {
    guard let member = office.staff[login] else { return "" }
    let ways = [
      member.phone.isEmpty ? "" : "Telephone " + member.phone,
      member.email.isEmpty ? "" : "e-mail " + member.email,
    ].filter { !$0.isEmpty }
    return ways.isEmpty ? "" : ways.joined(separator: ", ") + "."
  }

  /// The bodies that hear the subject of the case, with how to reach them as known today.
  private var ombudsmen: String {
    let known = (profile ?? rules.code).ombudsmen(subject: file.contact.category)
    let bodies = known.isEmpty ? rules.code.ombudsmen(subject: file.contact.category) : known
    return bodies.map { body in
      let phone = body.phone.isEmpty ? "" : "Telephone " + body.phone
      let email = body.email.isEmpty ? "" : "E-mail " + body.email
      return [body.name, body.address, phone, email, body.web].filter { !$0.isEmpty }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Who answers which point, where that is not one person for all.
  private var whoAnswers: String {
    guard file.points.contains(where: { $0.isOpen && $0.handler != nil && $0.handler != file.handler }) else {
      return ""
    }
    return file.points.filter(\.isOpen).map { point in
      let who = (point.handler ?? file.handler).map { office.staff.name($0) } ?? "not yet given to anybody"
      return "- " + point.text + ": " + who
    }.joined(separator: "\n")
  }

  /// What a policy may ask for and this letter has no occasion for.
  private var idle: Set<LetterItem> {
    var idle: Set<LetterItem> = []
    if whoAnswers.isEmpty, task.letter != .separateHandling { idle.insert(.whoAnswers) }
    if task.letter == .refusal,
      file.intake.refusal.map({ $0.legal == nil && $0.legalContact.isEmpty }) ?? true
    {
      idle.insert(.legalContact)
    }
    // Nothing outstanding is a thing to say, not a gap.
    if !file.redress.openPromises.isEmpty || task.letter == .promiseSlipped { return idle }
    idle.insert(.outstanding)
    return idle
  }

  /// The points with their decisions at this stage.
  private var points: [[LetterBlank: String]] {
    guard let at = file.stage else { return [] }
    return file.points.filter(\.isOpen).map { point in
      var values: [LetterBlank: String] = [.number: String(point.number), .point: point.text]
      guard let decided = point.decision(at: at) else { return values }
      values[.decision] = decisionWords(decided.decision)
      values[.reasons] = decided.reasons
      values[.basis] = decided.basis == "none" ? "no rule or policy applies to it" : decided.basis
      values[.remedy] = remedy(decided)
      return values
    }
  }

  private func remedy(_ decided: PointDecided) -> String {
    let offered = file.redress.remedies.filter { $0.offered.point == decided.point }.map(\.offered.text)
    let said = ([decided.remedy] + offered).filter { !$0.isEmpty && $0 != "none" }
    if !said.isEmpty { return said.joined(separator: "\n") }
    switch decided.decision {
    case .notUpheld, .outside: return "we did not uphold this point, so there is nothing to put right."
    case .upheld, .partlyUpheld:
      let whole = file.redress.remedies.contains { $0.offered.point == nil }
      return whole ? "see what we offer below." : decided.remedy == "none" ? "nothing further is needed." : ""
    }
  }
}
