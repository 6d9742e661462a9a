import Clocks
import Complaints

// What the step that sends a letter gives its blanks.
extension LetterFacts {
  var ofStep: [LetterBlank: String] {
    switch task.letter {
    case .acknowledgement, .response, .writtenConfirmation, .separateHandling: [:]
    case .extension: ofExtension
    case .refusal: ofRefusal
    case .escalationRefusal: [.reasons: file.further.refused.last?.reason ?? ""]
    case .handlerChange: [.oldHandler: oldHandler]
    case .handover: ofHandover
    case .authorityRequest: [.request: authority]
    case .ombudsmanDirect: [.reason: file.ombudsman.authorised?.reason ?? ""]
    case .warning:
      [
        .reason: file.behaviour.warnings.last?.reason ?? "",
        .consequences: file.behaviour.warnings.last?.consequences ?? "",
      ]
    case .restriction, .restrictionReview, .restrictionAppeal: ofRestriction
    case .evidenceDelay: ofEvidence
    case .surveySignpost:
      [
        .survey: file.contact.narrative.isEmpty ? "" : "You wrote: " + file.contact.narrative,
        .howToComplain:
          "If you want us to look into it as a complaint, tell us in any way you like: by telephone, e-mail or letter, or in person to anybody who works for us.",
      ]
    case .compliment: ofCompliment
    case .promiseSlipped: ofPromise
    case .update: [.next: file.work.updates.last?.next.map { said($0) } ?? ""]
    }
  }

  private var ofExtension: [LetterBlank: String] {
    guard let extended = file.current?.extensions.last else { return [:] }
    let before = (file.current?.extensions ?? []).dropLast().last?.to ?? file.current?.acknowledgement?.due
    return [
      .reason: extended.reason, .due: said(extended.to), .firstDue: before.map { said($0) } ?? "",
    ]
  }

  private var ofRefusal: [LetterBlank: String] {
    guard let refusal = file.intake.refusal else { return [:] }
    let rule = (profile?.exclusions ?? []).first { $0.reason == refusal.reason }
    let ground =
      rule.map { "Under our policy, this is not for the complaints procedure: " + $0.says + "." } ?? ""
    return [
      .reasons: [ground, refusal.evidence].filter { !$0.isEmpty }.joined(separator: "\n\n"),
      .discretion: refusal.discretion, .legalContact: refusal.legalContact, .procedure: refusal.procedure,
      .resolution: refusal.resolution,
    ]
  }

  /// Who dealt with it before, as the newest change owed to be told says.
  private var oldHandler: String {
    let logins = file.entries.compactMap { filed -> StaffLogin? in
      guard !filed.undone, case .caseAssigned(let to) = filed.entry.event else { return nil }
      return to
    }
    guard let old = logins.dropLast().last(where: { $0 != file.handler }) else { return "" }
    return office.staff.name(old)
  }

  private var ofHandover: [LetterBlank: String] {
    guard let made = file.intake.handovers.last?.made else { return [:] }
    return [
      .passedTo: made.contact.isEmpty ? "" : made.to + "\n" + made.contact, .request: made.what,
      .answered: said(file.received.day),
    ]
  }

  private var authority: String {
    switch profile?.complainants?.check ?? .verified {
    case .written: "Your permission in writing, signed: a note, a letter or an e-mail will do."
    case .verified: "A word from you that they may speak for you, and that it is really you who says so."
    case .interests, .none: "A word from you that you know of it and agree."
    }
  }

  private var ofRestriction: [LetterBlank: String] {
    guard let record = file.behaviour.restrictions.last else { return [:] }
    let limits = record.measures.map { "- " + $0 } + (record.detail.isEmpty ? [] : ["- " + record.detail])
    var texts: [LetterBlank: String] = [
      .ground: "The ground in our policy: " + record.imposed.ground + ".", .reason: record.imposed.reason,
      .measures: record.ended == nil ? limits.joined(separator: "\n") : "There are no limits any more.",
      .officer: record.imposed.officer.map { office.staff.name($0) } ?? "",
    ]
    if record.ended == nil, let until = record.until {
      texts[.duration] = "This holds until " + said(until) + "."
      texts[.review] = "We will look at it again by then and tell you what we decide."
    }
    if let role = profile?.restrictions?.appealTo {
      texts[.appeal] =
        "You can appeal. Tell us, and the " + role
        + " decides on what is on record, without a new investigation."
    }
    switch task.letter {
    case .restrictionReview:
      texts[.reason] = record.reviews.last?.reason ?? record.endReason
      if record.ended != nil, !record.endReason.isEmpty { texts[.reason] = record.endReason }
    case .restrictionAppeal:
      texts[.reason] = record.appeals.last?.appealed.text ?? ""
      texts[.appealOutcome] = appealOutcome(record.appeals.last?.appealed.what)
    case .restriction, .acknowledgement, .extension, .response, .refusal, .escalationRefusal, .handlerChange,
      .handover, .authorityRequest, .separateHandling, .writtenConfirmation, .ombudsmanDirect, .warning,
      .evidenceDelay, .surveySignpost, .compliment, .promiseSlipped, .update:
      break
    }
    return texts
  }

  private func appealOutcome(_ what: AppealMoment?) -> String {
    switch what {
    case .stands: "The limits stay as they are."
    case .changed: "The limits are milder from now on."
    case .lifted: "The limits end today."
    case .made, nil: ""
    }
  }

  private var ofEvidence: [LetterBlank: String] {
    let late = file.ombudsman.requests.last { !$0.delays.isEmpty }
    guard let request = late else { return [:] }
    let body = (profile ?? rules.code).ombudsmen(subject: file.contact.category).first
    return [
      .to: [body?.name ?? "", body?.address ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"),
      .request: request.text, .reason: request.delays.last?.text ?? "",
      .firstDue: evidenceDue(request).map { said($0) } ?? "",
    ]
  }

  private func evidenceDue(_ request: EvidenceRequest) -> CalendarDay? {
    if let told = request.told { return told }
    return rules.clocks(of: file.facts, now: now, explain: false).last { $0.clock == "evidence" }?.due
  }

  private var ofCompliment: [LetterBlank: String] {
    let thanked = file.work.thanks.last
    let shared = (thanked?.staff ?? []) + (thanked?.contractors ?? [])
    return [
      .thanks: "Thank you for taking the time to tell us what went well.",
      .praise: shared.isEmpty
        ? "" : "We have passed your words on to " + shared.joined(separator: ", ") + ".",
    ]
  }

  private var ofPromise: [LetterBlank: String] {
    var moved: PromiseMoved?
    if case .step(.remedy(.moved(let move))) = task.step { moved = move }
    let late = file.redress.openPromises.filter { $0.due.map { $0 < today } ?? false }
    let named = file.redress.promises.first { $0.number == moved?.promise }
    guard let promise = named ?? late.first ?? file.redress.openPromises.first else { return [:] }
    let before = promise.moves.dropLast().last?.to ?? promise.made.due
    return [
      .promise: promise.made.text, .reason: moved?.reason ?? "",
      .promisedFor: (moved == nil ? promise.due : before).map { said($0) } ?? "",
      .newDate: moved?.to.map { "By " + said($0) + "." } ?? "",
    ]
  }
}
