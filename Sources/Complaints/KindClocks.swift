package import Clocks

/// The clocks a contact of that kind, come in that way, runs where the profile gives them; none on complaints,
/// whose stages have their own.
///
/// What a councillor or member of parliament sends in is their enquiry, whatever kind it is.
package func kindClocks(_ kind: Kind?, _ channel: Channel) -> [ClockWord] {
  guard let kind, kind != .complaint else { return [] }
  var clocks: [ClockWord] = []
  if channel == .member { clocks.append(.memberEnquiry) }
  switch kind {
  case .enquiry: clocks.append(.enquiry)
  case .dataProtection: clocks.append(.dataProtection)
  case .serviceRequest, .complaint, .compliment, .comment, .asb, .accident, .survey, .claim, .otherBody: break
  }
  return clocks
}

extension CaseFile {
  /// What is owed because of the kind of contact it is, until it is answered or closed.
  var kindDuties: [DutyFacts] {
    let done = [intake.route?.repliedOn, closed].compactMap(\.self).min { $0.day < $1.day }
    return kindClocks(kind, contact.channel).map { DutyFacts(clock: $0, started: received, done: done) }
  }
}

extension CaseRow {
  /// The clocks its kind runs, while nobody has answered.
  package var kindClocks: [ClockWord] {
    guard state == .open, !marks.contains(.replied) else { return [] }
    return Complaints.kindClocks(kind, channel)
  }
}
