package import Clocks
package import Complaints
package import PlainText

/// The whole record of a case as `cli.md` names its fields.
///
/// `rules` tell what the law leaves out of its hazard clocks.
package func caseRecord(
  _ file: CaseFile, clocks: [ClockReckoning], lettersOwed: [LetterOwed] = [], rules: RuleBook? = nil
) -> JSON {
  record(
    caseMembers(file, clocks, lettersOwed).map { ($0.key, $0.value) } + furtherMembers(file, rules)
      + intakeMembers(file).map { ($0.key, $0.value) } + shieldMembers(file).map { ($0.key, $0.value) }
      + letterTextMembers(file))
}

private func caseMembers(
  _ file: CaseFile, _ clocks: [ClockReckoning], _ lettersOwed: [LetterOwed]
) -> KeyValuePairs<String, JSON?> {
  [
    "ref": .string(file.reference.text), "kind": JSON(orNull: file.kind?.rawValue),
    "state": .string(file.state.rawValue), "stage": JSON(orNull: file.stage?.number),
    "revision": .integer(Int(file.revision)), "profile": JSON(orNull: file.triage?.profile),
    "received": .string(file.received.text), "channel": .string(file.contact.channel.rawValue),
    "who": JSON(orNull: file.handler?.text), "outcome": JSON(orNull: file.outcome?.rawValue),
    "narrative": .string(file.contact.narrative), "outcomeSought": .unlessEmpty(file.contact.outcomeSought),
    "category": .unlessEmpty(file.contact.category),
    "tenure": file.contact.tenure.map { .string($0.rawValue) },
    "source": .unlessEmpty(file.contact.source), "sourceRef": .unlessEmpty(file.contact.sourceRef),
    "triage": file.triage.map(triageRecord),
    "people": .array(peopleRecords(file)), "property": propertyRecord(file.contact),
    "points": .array(file.points.map(pointRecord)), "clocks": .array(clocks.map(clockRecord)),
    "contacts": .array(file.work.log.map(contactRecord)), "letters": .array(letterRecords(file)),
    "promises": promiseRecords(file),
    "remedies": .array(remedyRecords(file) + remedyRecords(file.redress)), "learning": learningRecords(file),
    "work": workRecord(file, lettersOwed),
    "links": .array(file.links.map { record(["case": .string($0.to.text), "as": .string($0.relation)]) }),
    "closed": file.closed.map { .string($0.text) }, "closedReason": .unlessEmpty(file.closedReason),
    "lastContact": file.lastHeard.map { .string($0.description) },
    "failedAttempts": file.failedAttempts > 0 ? .integer(file.failedAttempts) : nil,
    "readOnly": file.newerKind.map { .string("newer entry of kind " + $0) },
  ]
}

private func triageRecord(_ triage: ContactTriaged) -> JSON {
  let answers = triage.answers.map { JSONMember($0.question.rawValue, .bool($0.yes)) }
  return record([
    "kind": .string(triage.kind.rawValue), "proposed": JSON(orNull: triage.proposed?.rawValue),
    "because": .unlessEmpty(triage.clause), "reason": .unlessEmpty(triage.reason),
    "answers": .object(answers),
  ])
}

private func peopleRecords(_ file: CaseFile) -> [JSON] {
  let contact = file.contact
  var people: [JSON] = []
  if !contact.person.isEmpty || contact.personNumber != nil {
    let person = contact.person
    people.append(
      record([
        "role": .string("person"), "id": contact.personNumber.map { .string($0.text) },
        "name": .string(person.name), "phone": .unlessEmpty(person.phone),
        "email": .unlessEmpty(person.email),
        "preferred": .unlessEmpty(person.preferred), "language": .unlessEmpty(person.language),
        "needs": person.needs.isEmpty ? nil : .array(person.needs.map { .string($0) }),
      ]))
  }
  func add(_ role: String, _ name: String) {
    if !name.isEmpty { people.append(record(["role": .string(role), "name": .string(name)])) }
  }
  add("caller", contact.caller)
  add("representative", contact.representative)
  for name in contact.affected { add("affected", name) }
  return people
}

private func propertyRecord(_ contact: ContactReceived) -> JSON {
  record([
    "address": .string(contact.property.address), "postcode": .string(contact.property.postcode),
    "uprn": .unlessEmpty(contact.property.uprn), "block": .unlessEmpty(contact.property.block),
    "area": .unlessEmpty(contact.area), "ward": .unlessEmpty(contact.ward),
  ])
}

private func pointRecord(_ point: Point) -> JSON {
  let decisions = zip(point.decisions, point.deciders).map { decided, by in
    record([
      "stage": .integer(decided.stage.number), "decision": .string(decided.decision.rawValue),
      "reasons": .string(decided.reasons), "basis": .string(decided.basis), "by": .string(by.text),
    ])
  }
  return record([
    "point": .integer(point.number), "text": .string(point.text), "category": .unlessEmpty(point.category),
    "who": point.handler.map { .string($0.text) },
    "replacedBy": point.isOpen ? nil : .array(point.replacedBy.map { .integer($0) }),
    "decision": JSON(orNull: point.newest?.decision.rawValue), "decisions": .array(decisions),
  ])
}

/// The letters of each stage in the order they left.
private func letterRecords(_ file: CaseFile) -> [JSON] {
  var letters: [JSON] = []
  for stage in file.stages {
    let number = JSON.integer(stage.stage.number)
    if let sent = stage.acknowledged {
      letters.append(
        record([
          "stage": number, "kind": .string("acknowledgement"), "on": .string(sent.text),
          "by": stage.acknowledgedBy.map { .string($0.text) },
          "definition": stage.acknowledgement.flatMap { .unlessEmpty($0.definition) },
          "outcome": stage.acknowledgement.flatMap { .unlessEmpty($0.outcome) },
          "notOurs": stage.acknowledgement.flatMap { .unlessEmpty($0.notOurs) },
        ]))
    }
    for extended in stage.extensions {
      letters.append(
        record([
          "stage": number, "kind": .string("extension"), "to": .string(extended.to.description),
          "reason": .string(extended.reason), "told": .unlessEmpty(extended.told),
        ]))
    }
    if let sent = stage.responded {
      letters.append(
        record([
          "stage": number, "kind": .string("response"), "on": .string(sent.text),
          "by": stage.respondedBy.map { .string($0.text) },
          "channel": stage.response.map { .string($0.channel.rawValue) },
          "text": stage.response.flatMap { .unlessEmpty($0.text) },
        ]))
    }
  }
  return letters
}

private func remedyRecords(_ file: CaseFile) -> [JSON] {
  var remedies: [JSON] = []
  for point in file.points {
    for decided in point.decisions where !decided.remedy.isEmpty {
      remedies.append(
        record([
          "point": .integer(point.number), "stage": .integer(decided.stage.number),
          "text": .string(decided.remedy),
        ]))
    }
  }
  return remedies
}
