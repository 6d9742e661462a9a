package import Clocks

/// Why a ground for declining a complaint does not hold in a case.
package enum GroundGap: Hashable, Sendable {
  /// The look-back runs until that day, and the complaint came before its end.
  case inTime(until: CalendarDay, limit: Limit)
  case noEarlierCase
  case earlierOpen(CaseReference)
  case earlierOfAnother(CaseReference)
  case concludedBefore(CaseReference, until: CalendarDay)
  /// Safeguarding or health and safety sets the ground aside.
  case setAside([String])
  case neverWithdrawn(CaseReference)
  case mayComplain
  case notSoFar(LegalTest, LegalProgress)
  /// What was answered at triage shows dissatisfaction with us.
  case dissatisfied(TriageQuestion)
}

/// The test of one ground against one case.
struct ExclusionJudgement {
  let refused: ComplaintRefused
  let ground: Exclusion
  let file: CaseFile
  let occasion: Occasion

  /// What the test came to, in words for the record.
  func found() throws(Refusal) -> String {
    switch ground.test {
    case .age: return try age()
    case .sameIssue: return try sameIssue()
    case .legal, .disrepairClaim: return try legal()
    case .withdrawn:
      let earlier = try earlier()
      if earlier.state != .withdrawn { throw gap(.neverWithdrawn(earlier.reference)) }
      return earlier.reference.text + " was withdrawn"
    case .alreadyDecided:
      let earlier = try earlier()
      guard let day = earlier.closed ?? earlier.responded else { throw gap(.earlierOpen(earlier.reference)) }
      return earlier.reference.text + " was concluded on " + day.description
    case .notEligible: return try standing()
    case .appealRight, .internalReview, .insuranceClaim, .otherProcedure:
      try noDissatisfaction([.nuisanceHandling, .accidentHandling])
      return "belongs to " + (try given("procedure", refused.procedure))
    case .information, .serviceRequest:
      try noDissatisfaction([.reportedBefore, .missed, .handling, .asksComplaint, .conduct, .policyFailure])
      return "no dissatisfaction with us was voiced"
    }
  }

  /// What the Code knows beside the landlord's ground: the same in its own measure, or nothing.
  func beside() -> String {
    let code = occasion.rules.code
    switch ground.test {
    case .legal, .disrepairClaim:
      let filed = refused.legal == .filed
      return filed
        ? "the Code's test is met: a claim is filed (2.2)"
        : "the Code's test is not met: no claim is filed (2.2)"
    case .age:
      guard let limit = code.exclusions.first(where: { $0.test == .age })?.limit, let from = refused.aware
      else {
        return ""
      }
      let until = last(limit, from)
      return until.map { $0 < file.received.day } ?? false
        ? "older than the Code's " + limit.words + " (2.2)"
        : "within the Code's " + limit.words + ": it must be accepted (2.3)"
    case .alreadyDecided, .sameIssue: return "the Code allows it for what was already dealt with (2.2)"
    case .withdrawn, .notEligible, .appealRight, .internalReview, .insuranceClaim, .information,
      .serviceRequest, .otherProcedure:
      return "the Code names no such ground; it asks for a valid reason with evidence (2.1)"
    }
  }

  private func gap(_ why: GroundGap) -> Refusal { .intake(.groundFails(ground.reason, why, ground.clause)) }

  private func given(_ field: String, _ text: String) throws(Refusal) -> String {
    if isBlank(text) { throw .missing(field: field, clause: ground.clause) }
    return text
  }

  private func age() throws(Refusal) -> String {
    guard let aware = refused.aware else { throw .missing(field: "aware", clause: ground.clause) }
    guard let limit = ground.limit, let until = last(limit, aware) else {
      return "from " + aware.description
    }
    if file.received.day <= until { throw gap(.inTime(until: until, limit: limit)) }
    return "from " + aware.description + ", " + limit.words + " ended on " + until.description
  }

  private func sameIssue() throws(Refusal) -> String {
    if !ground.unless.isEmpty {
      guard let risk = refused.risk else { throw .missing(field: "risk", clause: ground.clause) }
      let referred = file.intake.referrals.contains { $0.made.matter == .safeguarding }
      if risk || referred || !file.hazard.open.isEmpty { throw gap(.setAside(ground.unless)) }
    }
    let earlier = try earlier()
    guard let concluded = earlier.closed ?? earlier.responded else {
      throw gap(.earlierOpen(earlier.reference))
    }
    if let limit = ground.limit, let until = last(limit, concluded), until < file.received.day {
      throw gap(.concludedBefore(earlier.reference, until: until))
    }
    return earlier.reference.text + " on the same issue was concluded on " + concluded.description
  }

  private func legal() throws(Refusal) -> String {
    guard let progress = refused.legal else { throw .missing(field: "legal", clause: ground.clause) }
    let test = ground.legal ?? .filed
    if !test.holds(progress) { throw gap(.notSoFar(test, progress)) }
    let claim = occasion.rules.procedure(kind: Kind.claim.rawValue, profile: file.triage?.profile ?? "")
    // The resident is sent to the person who deals with the legal case (manchester-2022, Exclusions, item 1).
    if let claim, !claim.tell.isEmpty { _ = try given("legal-contact", refused.legalContact) }
    return "the matter " + test.words
  }

  private func standing() throws(Refusal) -> String {
    let told = file.intake.complainant
    if file.speaker?.told.authority == .refused { return "the resident refused the representative authority" }
    guard let told, let standing = told.standing else { throw gap(.mayComplain) }
    if standing == .none { return "no tie to a home or a service of ours is on record" }
    if standing == .occupier, told.permission == .refused {
      return "whoever holds the home refused permission"
    }
    throw gap(.mayComplain)
  }

  private func noDissatisfaction(_ questions: [TriageQuestion]) throws(Refusal) {
    for answer in file.triage?.answers ?? [] where answer.yes && questions.contains(answer.question) {
      throw gap(.dissatisfied(answer.question))
    }
  }

  /// The earlier case: the one named, else the newest ended one this case is linked to.
  private func earlier() throws(Refusal) -> CaseRow {
    let linked = file.links.map(\.to)
    if let named = refused.earlier {
      guard let row = occasion.others[named.number], row.reference == named else {
        throw .noSuchCase(named.text)
      }
      if let person = row.person, let own = file.contact.personNumber, person != own, !linked.contains(named)
      {
        throw gap(.earlierOfAnother(named))
      }
      return row
    }
    let rows = linked.compactMap { occasion.others[$0.number] }.filter { $0.closed ?? $0.responded != nil }
    guard let newest = rows.max(by: { $0.number < $1.number }) else {
      throw gap(.noEarlierCase)
    }
    return newest
  }

  /// The last day of a limit; nil where the calendar does not reach so far.
  private func last(_ limit: Limit, _ from: CalendarDay) -> CalendarDay? {
    do {
      return try occasion.rules.calendar.due(limit.length, limit.unit, from: from, reading: .following)
    } catch {
      return nil
    }
  }
}

extension Action {
  /// The other cases whose rows a decision on this action has to see.
  package func othersAsked(of file: CaseFile) -> [CaseReference] {
    guard case .step(.intake(.refused(let refused))) = self else { return [] }
    return file.links.map(\.to) + [refused.earlier].compactMap { $0 }
  }
}
