import Clocks
import Complaints
import PlainText

/// The members of a case's record about hazards, going further, the Ombudsman and contact limits.
func furtherMembers(_ file: CaseFile, _ rules: RuleBook?) -> [(String, JSON?)] {
  [
    ("hazards", arrayUnlessEmpty(file.hazard.hazards.map { hazardRecord($0, rules) })),
    ("escalation", escalationRecord(file)),
    ("ombudsman", ombudsmanRecord(file.ombudsman)),
    ("warnings", arrayUnlessEmpty(file.behaviour.warnings.map { record(["reason": .string($0.reason)]) })),
    ("restrictions", arrayUnlessEmpty(file.behaviour.restrictions.map(restrictionRecord))),
  ]
}

private func arrayUnlessEmpty(_ items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }

private func hazardRecord(_ hazard: HazardTrack, _ rules: RuleBook?) -> JSON {
  let verdict = rules?.verdict(of: hazard.facts)
  return record([
    "hazard": .integer(hazard.number), "kind": .string(hazard.kind.rawValue),
    "emergency": .bool(hazard.emergency), "text": .string(hazard.text), "aware": .string(hazard.aware.text),
    "open": .bool(hazard.isOpen), "outside": verdict.flatMap { .unlessEmpty(verdictWords($0)) },
  ])
}

private func escalationRecord(_ file: CaseFile) -> JSON? {
  let stages = file.stages.compactMap(stageRecord)
  let refused = file.further.refused.map { refused in
    record(["ground": .unlessEmpty(refused.ground), "reason": .string(refused.reason)])
  }
  let raised = file.further.raised.map { rise in
    record([
      "to": rise.raised.to.map { .string($0.text) }, "on": .string(rise.on.text),
      "criteria": .array(rise.raised.criteria.map { .string($0) }),
      "reason": .unlessEmpty(rise.raised.reason), "by": .string(rise.by.text),
      "answers": .array(rise.answers.map { .string($0.text) }),
    ])
  }
  guard !(stages.isEmpty && refused.isEmpty && raised.isEmpty) else { return nil }
  return record([
    "stages": .array(stages), "refused": .array(refused), "management": .array(raised),
  ])
}

/// What a stage holds beside its letters; nil where that is nothing.
private func stageRecord(_ stage: StageRecord) -> JSON? {
  let panel = stage.panel.map { panel in
    record([
      "members": .array(panel.members.map { .string($0.text) }), "conflict": .string(panel.conflict),
      "views": .array(
        panel.views.map { view in
          record([
            "member": .string(view.member.text), "text": .string(view.text), "agrees": .bool(view.agrees),
          ])
        }),
    ])
  }
  let members: [(String, JSON?)] = [
    ("way", stage.way.map { .string($0.rawValue) }), ("severity", .unlessEmpty(stage.severity)),
    ("receipt", stage.preAcknowledged.map { .string($0.text) }),
    ("draft", stage.draftSent.map { .string($0.text) }),
    ("comments", stage.commented.map { .string($0.text) }),
    ("arrived", stage.arrived.map { .string($0.text) }), ("panel", panel),
    ("panelWished", stage.panelWished.map { .bool($0) }),
  ]
  guard members.contains(where: { $0.1 != nil }) else { return nil }
  return record([("stage", .integer(stage.stage.number))] + members)
}

private func ombudsmanRecord(_ track: OmbudsmanRecord) -> JSON? {
  let contacts = track.contacts.map { contact in
    record([
      "matter": contact.matter.map { .string($0.rawValue) }, "body": .unlessEmpty(contact.body),
      "reference": .unlessEmpty(contact.reference), "text": .string(contact.text),
    ])
  }
  let requests = track.requests.map { request in
    record([
      "request": .integer(request.number), "on": .string(request.requested.text),
      "named": request.named.map { .string($0.description) },
      "due": request.told.map { .string($0.description) }, "text": .string(request.text),
      "sent": request.sent.map { .string($0.text) },
      "delays": .array(
        request.delays.map { delay in
          record([
            "on": .string(delay.on.text), "text": .string(delay.text),
            "until": delay.until.map { .string($0.description) },
          ])
        }),
    ])
  }
  let findings = track.determinations.map { made in
    record([
      "point": made.point.map { .integer($0) }, "finding": made.finding.map { .string($0.rawValue) },
      "text": .string(made.text),
    ])
  }
  let orders = track.orders.map { order in
    record([
      "order": .integer(order.number), "what": order.made.what.map { .string($0.rawValue) },
      "text": .string(order.made.text), "due": order.made.due.map { .string($0.description) },
      "pence": order.made.pence.map { .integer($0) }, "type": order.made.type.map { .integer($0) },
      "done": order.compliedOn.map { .string($0.text) },
      "proof": order.complied.map { .string($0.proof) },
      "declined": order.complied?.declined == true ? .bool(true) : nil,
    ])
  }
  guard
    !(contacts.isEmpty && requests.isEmpty && findings.isEmpty && orders.isEmpty && track.authorised == nil)
  else { return nil }
  return record([
    "contacts": .array(contacts), "evidence": .array(requests), "findings": .array(findings),
    "orders": .array(orders),
    "authorised": track.authorised.map { .string($0.reason) },
    "authorisedBy": track.authorisedBy.map { .string($0.text) },
  ])
}

private func restrictionRecord(_ restriction: RestrictionRecord) -> JSON {
  record([
    "restriction": .integer(restriction.number), "ground": .string(restriction.imposed.ground),
    "measures": .array(restriction.measures.map { .string($0) }),
    "detail": .unlessEmpty(restriction.detail),
    "officer": restriction.imposed.officer.map { .string($0.text) }, "by": .string(restriction.by.text),
    "from": .string(restriction.from.text), "until": restriction.until.map { .string($0.description) },
    "reviews": .array(restriction.reviews.map { .string($0.outcome?.rawValue ?? "") }),
    "appeals": .array(restriction.appeals.map { .string($0.appealed.what?.rawValue ?? "") }),
    "ended": restriction.ended.map { .string($0.text) },
  ])
}
