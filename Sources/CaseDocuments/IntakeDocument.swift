import Clocks
import Complaints
import PlainText

/// What `show --json` says of taking a case in: `speaks`, `needs`, `referrals`, `handovers` and more; only what is there.
func intakeMembers(_ file: CaseFile) -> KeyValuePairs<String, JSON?> {
  let intake = file.intake
  return [
    "complainant": intake.complainant.map(stepRecord),
    "speaks": list(file.representatives) { stepRecord($0.told) },
    "openNeeds": list(intake.openNeeds) { need in
      record([
        "need": .integer(need.number), "words": .array(need.told.words.map { .string($0) }),
        "review": need.review.map { .string($0.description) },
      ])
    },
    "safeContact": intake.safeContact.map { .array($0.words.map { .string($0) }) },
    "affected": list(intake.affected) { person in
      record([
        "affected": .integer(person.number), "name": .string(person.told.name),
        "preferred": .unlessEmpty(person.told.preferred),
        "needs": person.told.needs.isEmpty ? nil : .array(person.told.needs.map { .string($0) }),
        "answered": .array(person.answered.map { .integer($0.number) }),
      ])
    },
    "referrals": list(intake.referrals) { referral in
      record([
        "referral": .integer(referral.number), "matter": JSON(orNull: referral.made.matter?.rawValue),
        "to": .string(referral.made.to), "on": .string(referral.on.text), "by": .string(referral.by.text),
        "text": .string(referral.made.text), "reference": .unlessEmpty(referral.reference),
        "answers": .array(referral.answers.map { .string($0.text) }),
      ])
    },
    "handovers": list(intake.handovers) { handover in
      record([
        "handover": .integer(handover.number), "to": .string(handover.made.to),
        "what": .string(handover.made.what), "contact": .unlessEmpty(handover.made.contact),
        "on": .string(handover.on.text), "followUp": handover.made.followUp.map { .string($0.description) },
        "followed": handover.followed.map { .string($0.text) },
      ])
    },
    "route": intake.route.map(routeRecord),
    "callbacks": list(intake.callbacks) { call in
      record([
        "callback": .integer(call.number), "when": .string(call.promised.when),
        "owner": call.promised.owner.map { .string($0.text) }, "about": .unlessEmpty(call.promised.about),
        "tries": .integer(call.tries.count), "open": .bool(call.isOpen),
      ])
    },
    "form": intake.form.map { form in
      record([
        "asked": .string(form.asked.text), "address": .unlessEmpty(form.address),
        "sent": form.sent.map { .string($0.text) },
      ])
    },
    "liveIssue": intake.liveIssue.map(stepRecord), "settled": intake.settled.map(stepRecord),
    "refusal": intake.refusal.map(stepRecord),
  ]
}

private func list<Item>(_ items: [Item], _ make: (Item) -> JSON) -> JSON? {
  items.isEmpty ? nil : .array(items.map(make))
}

private func routeRecord(_ route: RouteRecord) -> JSON {
  record([
    "to": .string(route.routed.to), "told": .unlessEmpty(route.routed.told),
    "owner": route.routed.owner.map { .string($0.text) },
    "replyBy": route.routed.replyBy.map { .string($0.description) },
    "reply": route.reply.map { .string($0.text) },
    "learning": route.reply.flatMap { .unlessEmpty($0.learning) },
  ])
}

/// A step as an object: its fields by the names `act` gives them.
func stepRecord(_ step: some StepPayload) -> JSON {
  .object(
    step.values.map { named in
      let value: JSON =
        switch named.value {
        case .text(let text): .string(text)
        case .number(let number): .integer(number)
        case .truth(let truth): .bool(truth)
        case .texts(let texts): .array(texts.map { .string($0) })
        }
      return JSONMember(named.name, value)
    })
}
