import Clocks

/// Lets only a reviewer record a contact, or a dated step that stops a clock, after the limit the policy sets for
/// writing things up: it would count as met though nobody could see it in time
/// (manchester-2022, Personal Contact with the Complainant, item 3).
func guardWriteUp(
  _ action: Action, _ events: [NewEvent], _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) {
  guard let at = occasion.occurred else { return }
  let limit: WriteUpLimit?
  do throws(CalendarGap) {
    limit = try occasion.rules.writeUpLimit(of: at, profile: file.triage?.profile ?? "")
  } catch {
    throw .calendarGap(error)
  }
  guard let limit, occasion.today > limit.until else { return }
  if occasion.staff[occasion.by]?.allRoles.contains(.reviewer) == true { return }
  if case .contact = action { throw .work(.writtenUpLate(until: limit.until, limit.clause)) }
  guard stopsClock(events, file, occasion) else { return }
  throw .work(.stopWrittenUpLate(until: limit.until, limit.clause))
}

/// Whether those events stop a clock that runs: a letter, a duty done, the end of the case.
private func stopsClock(_ events: [NewEvent], _ file: CaseFile, _ occasion: Occasion) -> Bool {
  var lines = file.entries.map(\.entry)
  for (part, event) in events.enumerated() where event.caseReference == file.reference {
    lines.append(
      Entry(
        seq: file.revision + 1, part: part, recordedAt: occasion.now, occurred: event.occurred,
        by: occasion.by, caseReference: event.caseReference, event: event.event))
  }
  guard let after = CaseFile(lines, zone: occasion.rules.zone) else { return false }
  return file.facts.stops.isStrictSubset(of: after.facts.stops)
}

extension CaseFacts {
  /// Everything that has stopped a clock, by name.
  fileprivate var stops: Set<String> {
    var stops: Set<String> = ended == nil ? [] : ["ended"]
    for stage in stages {
      let marks: [(String, Bool)] = [
        ("receipt", stage.preAcknowledged != nil), ("acknowledged", stage.acknowledged != nil),
        ("draft", stage.draftSent != nil), ("comments", stage.commented != nil),
        ("responded", stage.responded != nil), ("extended", stage.extendedTo != nil),
        // Asking for a later stage stops the window.
        ("begun", stage.stage > 1),
      ]
      for (name, isThere) in marks where isThere { stops.insert(String(stage.stage) + name) }
    }
    for (place, duty) in duties.enumerated() where duty.done != nil {
      stops.insert(duty.clock.rawValue + String(place))
    }
    return stops
  }
}
