package import Clocks
import PlainText

/// A criterion of management escalation that the record shows, with what shows it.
package struct MetCriterion: Hashable, Sendable {
  package let key: String
  package let says: String
  package let because: String
}

/// The criteria the record shows, of the policy's own list, for a sheet to tick beforehand.
///
/// `others` are the cases linked to this one, and the open ones of its block or home; the record can be read
/// only by the policy's usual words for the criteria (manchester-2022, Escalation of complaints stage, list).
package func managementCriteria(
  _ file: CaseFile, others: [CaseFile], _ rules: RuleBook
) -> [MetCriterion] {
  let rule = rules.profile(named: file.triage?.profile ?? "")?.managementEscalation
  let others = others.filter { $0.reference != file.reference }
  return (rule?.criteria ?? []).compactMap { criterion in
    because(criterion.key, file, others).map {
      MetCriterion(key: criterion.key, says: criterion.says, because: $0)
    }
  }
}

private func because(_ key: String, _ file: CaseFile, _ others: [CaseFile]) -> String? {
  switch key {
  case "contractor-failure": return contractorFailure(file, others)
  case "vulnerable":
    let needs = file.contact.person.needs + file.intake.openNeeds.flatMap(\.told.words)
    return needs.isEmpty ? nil : needs.joined(separator: ", ")
  case "households":
    let named = file.contact.affected + file.intake.affected.map(\.told.name)
    if !named.isEmpty { return "named in it: " + named.joined(separator: ", ") }
    let neighbours = others.filter { $0.state.isLive && file.sharesTrouble(with: $0) }
    return neighbours.isEmpty
      ? nil
      : "open in " + file.contact.property.block + " about " + file.leadSubject + ": "
        + neighbours.map(\.reference.text).joined(separator: ", ")
  case "risk":
    let open = ([file] + others.filter { file.isLinked(to: $0) }).flatMap(\.hazard.open)
    return open.isEmpty ? nil : "open hazard: " + open.map(\.kind.rawValue).joined(separator: ", ")
  default:
    // The key is a landlord's own word: the record has no way to know what shows it.
    return nil
  }
}

/// What shows that a contractor failed more than once: the answers of triage here and in a linked case, the same
/// contractor asked in several cases of one home, or a point upheld before on the same subject there.
private func contractorFailure(_ file: CaseFile, _ others: [CaseFile]) -> String? {
  var shown: [String] = []
  let failed = ([file] + others.filter { file.isLinked(to: $0) || file.sharesHome(with: $0) })
    .filter(\.showsFailedVisit)
  if failed.count > 1 {
    shown.append("visits missed or reports not acted on in " + list(failed))
  }
  let home = others.filter { file.isLinked(to: $0) || file.sharesHome(with: $0) }
  for contractor in file.contractors {
    let again = home.filter { $0.contractors.contains { fold($0) == fold(contractor) } }
    if !again.isEmpty { shown.append(contractor + " asked again after " + list(again)) }
  }
  let upheld = home.filter { $0.upheldBefore(about: file.leadSubject) }
  if !upheld.isEmpty { shown.append(file.leadSubject + " upheld before in " + list(upheld)) }
  return shown.isEmpty ? nil : shown.joined(separator: "; ")
}

private func list(_ files: [CaseFile]) -> String { files.map(\.reference.text).joined(separator: ", ") }

extension CaseFile {
  /// Whether triage heard of a visit missed, or of a report nobody acted on.
  fileprivate var showsFailedVisit: Bool {
    triage?.answers.contains { $0.yes && ($0.question == .missed || $0.question == .reportedBefore) } ?? false
  }

  /// The contractors something was asked of.
  fileprivate var contractors: [String] {
    work.requests.filter { $0.sent.whom == .contractor }.map(\.sent.name)
  }

  fileprivate func isLinked(to other: CaseFile) -> Bool {
    links.contains { $0.to == other.reference } || other.links.contains { $0.to == reference }
  }

  /// Whether it is about the same home.
  fileprivate func sharesHome(with other: CaseFile) -> Bool {
    let (own, its) = (contact.property, other.contact.property)
    if !own.uprn.isEmpty || !its.uprn.isEmpty { return own.uprn == its.uprn }
    return !isBlank(own.address) && fold(own.address) == fold(its.address)
      && fold(own.postcode) == fold(its.postcode)
  }

  /// Whether another household of the same block is troubled by the same thing.
  fileprivate func sharesTrouble(with other: CaseFile) -> Bool {
    let block = contact.property.block
    let subject = leadSubject
    return !isBlank(block) && fold(other.contact.property.block) == fold(block) && !isBlank(subject)
      && fold(other.leadSubject) == fold(subject) && !sharesHome(with: other)
      && (other.contact.personNumber == nil || other.contact.personNumber != contact.personNumber)
  }

  /// Whether a point on that subject was upheld, in whole or part.
  fileprivate func upheldBefore(about subject: String) -> Bool {
    !isBlank(subject)
      && points.contains { point in
        guard point.isOpen, let decision = point.newest?.decision else { return false }
        let about = isBlank(point.category) ? contact.category : point.category
        return fold(about) == fold(subject) && (decision == .upheld || decision == .partlyUpheld)
      }
  }
}
