// What the policy check reads beside the limits.
extension ProfileCheck {
  /// What the Code owes in each letter and the policy does not name.
  mutating func letters() {
    for number in 1...min(2, profile.stages.count) {
      let lists = [
        (
          "acknowledgement", profile.acknowledgementContents(stage: number),
          code.acknowledgementContents(stage: number)
        ),
        ("response", profile.responseContents(stage: number), code.responseContents(stage: number)),
      ]
      for (letter, ours, theirs) in lists {
        for asked in theirs where !ours.contains(where: { $0.item == asked.item }) {
          add(
            .silent, "the \(letter) at stage \(number) does not owe \"\(asked.item.rawValue)\"", nil,
            asked.clause)
        }
        for own in ours where !theirs.contains(where: { $0.item == own.item }) {
          guard let against = theirs.first?.clause else { continue }
          add(
            .stricter, "the \(letter) at stage \(number) owes \"\(own.item.rawValue)\" too", own.clause,
            against)
        }
      }
    }
  }

  /// How a request for the next stage is met.
  mutating func escalation() {
    let rule = profile.escalation
    switch rule?.reason {
    case .demanded:
      add(
        .looser, "a reason is demanded of whoever asks for the next stage", rule?.reasonClause,
        provision("6.12"))
    case .silent, nil:
      add(
        .silent, "the policy does not say that no reason is needed for the next stage", nil, provision("6.12")
      )
    case .asked, .notNeeded: break
    }
    switch rule?.refusal {
    case .discretion:
      add(
        .looser, "the landlord may decide not to escalate; the Code wants a valid reason of its exclusions",
        rule?.refusalClause, provision("5.11"))
    case .never:
      add(.stricter, "a request for the next stage is never refused", rule?.refusalClause, provision("5.11"))
    case .silent, nil:
      add(
        .silent, "the policy does not say when a request for the next stage may be refused", nil,
        provision("5.11"))
    case .validReason: break
    }
  }

  /// What is declined, and who is heard.
  mutating func acceptance() {
    if let rule = profile.anonymous, !rule.accepted {
      add(.looser, "complaints without a name are refused as such", rule.clause, provision("2.1"))
    }
    let ages = profile.exclusions.filter { $0.test == .age }
    if ages.isEmpty {
      add(.silent, "no look-back is named; the Code's is twelve months at least", nil, provision("2.3"))
    }
    for age in ages {
      if let limit = age.limit, limit.mostCalendarDays < 365 {
        add(
          .looser, "complaints older than \(limit.words) are declined; the Code's look-back is twelve months",
          age.clause, provision("2.3"))
      }
      if let bar = age.bar {
        add(
          .looser, "past \(bar.limit.words) no discretion is left; the Code has it considered each time",
          bar.clause, provision("2.3"))
      }
      if age.start == .received || age.start == .logged {
        add(
          .looser,
          "the look-back counts from \(age.start?.rawValue ?? ""), not from the matter or awareness of it",
          age.clause, provision("2.3"))
      }
    }
    for age in ages { openParts(age.silent, "the look-back", age.clause, provision("2.3")) }
    for exclusion in profile.exclusions {
      guard let legal = exclusion.legal, legal != .filed else { continue }
      add(
        .looser,
        "a matter is declined when it \(legal.words); the Code waits for a claim that is filed",
        exclusion.clause, provision("2.2"))
    }
  }

  /// Who may not decide, and how contact with a person is restricted.
  mutating func fairness() {
    guard profile.name != code.name else { return }
    if let first = profile.stage(1), first.decider.bar == nil {
      add(
        .silent, "the policy does not say who may not decide stage 1 because of a conflict of interest", nil,
        provision("5.8"))
    }
    guard let rule = profile.restrictions else {
      add(
        .silent, "nothing is said of unacceptable behaviour and how contact is restricted", nil,
        provision("5.14"))
      return
    }
    if rule.length == nil, profile.clock(.restrictionReview) == nil {
      add(.silent, "a restriction has no day by which it is reviewed", rule.clause, provision("5.14"))
    }
  }

  /// Contact details of the bodies outside: stale, malformed, doubled.
  mutating func bodies() {
    for body in profile.ombudsmen {
      let own = ContactDetails(address: body.address, phone: body.phone, email: body.email, web: body.web)
      // A body the Code does not name is held against what the profile itself knows of it.
      let known = code.ombudsmen.first { $0.name == body.name }
      let current = known ?? body
      for (details, where_) in [(own, ""), (body.printed, "as the policy prints it, ")] {
        guard let details else { continue }
        postcodes(details, body, where_)
        if !details.address.isEmpty, !sameAddress(details.address, current.address) {
          add(
            .outdated,
            "\(where_)the address of \(body.name) is \(details.address); \(known == nil ? "as of" : "since") \(asOf(current)) it is"
              + " \(current.address)", body.clause, known?.clause ?? provision("3.7"))
        }
        if !details.phone.isEmpty, digits(details.phone) != digits(current.phone) {
          add(
            .outdated, "\(where_)the telephone of \(body.name) is \(details.phone), not \(current.phone)",
            body.clause, known?.clause ?? provision("3.7"))
        }
        if !details.email.isEmpty, current.email.isEmpty, known != nil {
          add(
            .outdated,
            "\(where_)\(body.name) is given an e-mail address; since \(asOf(current)) it takes no new cases by"
              + " e-mail", body.clause, known?.clause ?? provision("3.7"))
        }
      }
      if let asOf = body.asOf, asOf.adding(months: 24) < today {
        add(
          .outdated, "the details of \(body.name) were last known to be right on \(asOf)", body.clause,
          provision("3.7"))
      }
    }
    if profile.ombudsmen.isEmpty {
      add(.silent, "no Ombudsman is named", nil, provision("3.7"))
    }
  }

  private mutating func postcodes(_ details: ContactDetails, _ body: Ombudsman, _ place: String) {
    let found = postcodeCandidates(details.address)
    for wrong in found where !isPostcode(wrong) {
      add(
        .outdated, "\(place)the postcode \(wrong) of \(body.name) is malformed", body.clause, provision("3.7")
      )
    }
    let right = found.filter(isPostcode)
    if right.count > 1 {
      add(
        .outdated, "\(place)\(body.name) is given \(right.count) postcodes: \(right.joined(separator: ", "))",
        body.clause, provision("3.7"))
    }
  }

  private func asOf(_ body: Ombudsman) -> String { body.asOf?.description ?? "the Code profile" }

  /// Review of the policy and reports on it.
  mutating func upkeep() {
    if let review = profile.nextReview, review < today {
      add(
        .outdated, "the policy was to be reviewed by \(review)",
        Clause(source: profile.name, place: "next review"), provision("8.3"))
    }
    if !profile.reporting.contains(where: { $0.rhythm == .yearly }) {
      add(.silent, "no yearly report on complaints is named", nil, provision("8.1"))
    }
  }
}

/// Whether one address only leaves out words of the other; commas and line breaks make no difference.
private func sameAddress(_ left: String, _ right: String) -> Bool {
  func words(_ text: String) -> Set<String> {
    Set(text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
  let (one, other) = (words(left), words(right))
  return one.isSubset(of: other) || other.isSubset(of: one)
}

private func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 } }

/// Pairs of words in an address that stand where a postcode stands: `L33 7WQ`, `L33 7W`.
func postcodeCandidates(_ address: String) -> [String] {
  let words = address.split { $0 == " " || $0 == "," || $0 == "\n" }.map { String($0).uppercased() }
  var found: [String] = []
  for (first, second) in zip(words, words.dropFirst()) where isOutward(first) {
    let bytes = Array(second.utf8)
    guard bytes.count <= 4, let head = bytes.first, isDigit(head), bytes.dropFirst().allSatisfy(isLetter)
    else {
      continue
    }
    found.append(first + " " + second)
  }
  return found
}

/// A full United Kingdom postcode: `L33 7WQ`.
func isPostcode(_ text: String) -> Bool {
  let parts = text.split(separator: " ")
  guard parts.count == 2, isOutward(String(parts[0])) else { return false }
  let inward = Array(parts[1].utf8)
  return inward.count == 3 && isDigit(inward[0]) && isLetter(inward[1]) && isLetter(inward[2])
}

/// The first half of a postcode: one or two letters, a digit, and perhaps one more of either.
private func isOutward(_ word: String) -> Bool {
  let bytes = Array(word.utf8)
  let letters = bytes.prefix { isLetter($0) }.count
  guard (1...2).contains(letters), (letters + 1...letters + 2).contains(bytes.count) else { return false }
  guard isDigit(bytes[letters]) else { return false }
  return bytes.count == letters + 1 || isDigit(bytes[letters + 1]) || isLetter(bytes[letters + 1])
}

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
