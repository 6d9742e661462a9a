package import Clocks

/// What stands where a text is for named roles only.
package let keptText = "(for named roles only)"

extension CaseFile {
  /// This case as that sight shows it: the same facts, without the words of the parts that are hidden.
  ///
  /// It is folded anew from lines whose words are put out of sight, so nothing made of them can tell more.
  package func seen(_ sight: Sight, zone: ZoneTable) -> CaseFile {
    switch sight {
    case .everything, .keptOut, .closed, .notNamed, .figuresOnly, .notReady: return self
    case .without(let parts): return masked(parts, zone)
    case .redacted(let details, let parts):
      return withholding(details, zone).masked(parts, zone)
    }
  }

  /// The case without what tells who complained, as a panel or a sample of scrutiny reads it.
  package func withholding(_ details: Set<ResidentDetail>, _ zone: ZoneTable) -> CaseFile {
    let withheld = WithheldDetails(details, of: self)
    let lines = entries.map { filed in
      var entry = filed.entry
      entry.event = entry.event.withholding(withheld)
      return entry
    }
    return CaseFile(lines, zone: zone) ?? self
  }

  private func masked(_ parts: Set<SensitivePart>, _ zone: ZoneTable) -> CaseFile {
    if parts.isEmpty { return self }
    var masked: Set<UInt64> = []
    let lines = entries.map { filed in
      var entry = filed.entry
      entry.event = entry.event.masked(parts, intake.referrals)
      if entry.event != filed.entry.event { masked.insert(entry.seq) }
      if case .entryCorrected(var corrected) = entry.event, masked.contains(corrected.seq),
        !Event.plainFields.contains(corrected.field)
      {
        corrected.value = keptText
        entry.event = .entryCorrected(corrected)
      }
      return entry
    }
    return CaseFile(lines, zone: zone) ?? self
  }
}

extension ReferralRecord {
  /// The sensitive part it belongs to.
  package var part: SensitivePart { made.matter == .crime ? .crime : .safeguarding }
}

extension Event {
  /// This event with every text a hidden part holds put out of sight.
  fileprivate func masked(_ parts: Set<SensitivePart>, _ referrals: [ReferralRecord]) -> Event {
    if case .step(let step) = self { return .step(step.masked(parts, referrals)) }
    guard parts.contains(.conduct) else { return self }
    return correctableFields(self).filter { !Event.plainFields.contains($0) }.reduce(self) { event, field in
      event.corrected(by: [Corrected(seq: 0, field: field, value: keptText)])
    }
  }

  /// Fields of the opening contact that name somebody or some place, and tell nothing of the matter.
  fileprivate static let plainFields: Set<String> = [
    "caller", "person.name", "person.phone", "person.email", "person.preferred", "person.language",
    "property.address", "property.postcode", "property.uprn", "property.block", "representative", "category",
    "area", "ward", "received",
  ]
}

extension CaseStep {
  fileprivate func masked(_ parts: Set<SensitivePart>, _ referrals: [ReferralRecord]) -> CaseStep {
    guard case .intake(let step) = self else {
      switch self {
      // Hazards are never hidden, and who may read is told to everybody.
      case .hazard, .people, .intake: return self
      case .work, .remedy, .escalation, .ombudsman, .behaviour, .record:
        return parts.contains(.conduct) ? wordless : self
      }
    }
    switch step {
    case .referred(let made):
      return parts.contains(made.matter == .crime ? .crime : .safeguarding) ? wordless : self
    case .referralAnswered(let answer):
      let part = referrals.first { $0.number == answer.referral }?.part ?? .safeguarding
      return parts.contains(part) ? wordless : self
    // Whom to mind and how to reach them is for whoever picks the case up.
    case .complainant, .represented, .need, .needReviewed, .safeContact, .affected, .affectedAnswered,
      .callback, .formAsked, .formSent:
      return self
    case .settledAtOnce, .handedOver, .followedUp, .routed, .replied, .calledBack, .liveIssue, .refused,
      .raised:
      return parts.contains(.conduct) ? wordless : self
    }
  }

  /// This step with every text in it put out of sight.
  private var wordless: CaseStep {
    mappingTexts { _ in keptText }
  }
}
