package import Clocks
package import Complaints
import PlainText

/// What whoever contacts the person has to know of a restriction in force that day; nil where none is.
///
/// A report about safety is taken all the same, and the notice says so.
package func restrictionNotice(_ file: CaseFile, rules: RuleBook, today: CalendarDay) -> String? {
  guard let current = file.behaviour.current else { return nil }
  let rule = rules.profile(named: file.triage?.profile ?? "")?.restrictions
  guard current.applies(on: today, rule) else {
    return "contact limits ran out on " + (current.until?.description ?? "") + " and no longer apply; "
      + "their review is owed (" + file.reference.text + ")"
  }
  let until = current.until.map { " until " + $0.description } ?? ""
  let owed = current.owesReview(on: today) ? "; review owed" : ""
  return "contact limited" + until + ": " + restrictionWords(current) + owed + " (" + file.reference.text
    + "); a report about safety is taken as always"
}

private func restrictionWords(_ record: RestrictionRecord) -> String {
  var parts = record.measures.map(visible)
  if !record.detail.isEmpty { parts.append(visible(record.detail)) }
  if let officer = record.imposed.officer { parts.append("speaks with " + officer.text) }
  return parts.joined(separator: ", ")
}

/// Warnings, restrictions, reviews and appeals, newest last.
func behaviourLines(_ file: CaseFile, _ rules: RuleBook, _ today: CalendarDay) -> [String] {
  var lines = file.behaviour.warnings.map { "warned: " + visible($0.reason) }
  for record in file.behaviour.restrictions {
    let until = record.until.map { " to " + $0.description } ?? ""
    lines.append(
      String(record.number) + "  from " + record.from.day.description + until + ", by " + record.by.text
        + ": "
        + restrictionWords(record) + "; ground: " + visible(record.imposed.ground))
    for review in record.reviews {
      lines.append("   reviewed, " + (review.outcome?.rawValue ?? "") + ": " + visible(review.reason))
    }
    for appeal in record.appeals {
      lines.append(
        "   appeal " + (appeal.appealed.what?.rawValue ?? "") + ", " + appeal.by.text + ": "
          + visible(appeal.appealed.text))
    }
    if let ended = record.ended {
      lines.append("   ended " + ended.day.description + ": " + visible(record.endReason))
    } else if record.owesReview(on: today) {
      lines.append("   its time is over: a review is owed")
    }
  }
  return lines
}
