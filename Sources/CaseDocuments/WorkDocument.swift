import Clocks
import Complaints
import PlainText

/// Promises with owner, date and proof.
func promiseRecords(_ file: CaseFile) -> JSON {
  .array(
    file.redress.promises.map { promise in
      record([
        "promise": .integer(promise.number), "text": .string(promise.made.text),
        "owner": promise.made.owner.map { .string($0.text) },
        "due": promise.due.map { .string($0.description) },
        "moved": promise.moves.isEmpty ? nil : .integer(promise.moves.count),
        "kept": promise.keptOn.map { .string($0.text) }, "proof": promise.kept.map { .string($0.proof) },
      ])
    })
}

/// Remedies offered beside those said in a decision, compensation among them.
func remedyRecords(_ redress: RemedyRecord) -> [JSON] {
  let offered = redress.remedies.map { remedy in
    record([
      "remedy": JSON(orNull: remedy.offered.remedy), "what": JSON(orNull: remedy.offered.what?.rawValue),
      "point": remedy.offered.point.map { .integer($0) },
      "stage": remedy.stage.map { .integer($0.number) }, "text": .string(remedy.offered.text),
      "failure": .unlessEmpty(remedy.offered.failure), "detriment": .unlessEmpty(remedy.offered.detriment),
      "agreed": remedy.offered.agreed.map { .bool($0) }, "whyNot": .unlessEmpty(remedy.offered.whyNot),
      "expectation": .unlessEmpty(remedy.offered.expectation), "by": .string(remedy.by.text),
    ])
  }
  let money = redress.compensation.map { track in
    let heads = headAmounts(track.offer).map { JSONMember($0.head, .integer($0.pence)) }
    return record([
      "compensation": .integer(track.number), "what": .string("compensation"),
      "point": track.offer.point.map { .integer($0) }, "pence": .integer(track.pence),
      "heads": .object(heads), "offered": .string(track.offered.text),
      "accepted": track.accepted.map { .string($0.text) },
      "declined": track.declined.map { .string($0.text) },
      "paid": track.paid.map { .string($0.text) }, "by": .string(track.by.text),
    ])
  }
  return offered + money
}

/// Lessons with their root cause and what became of them.
func learningRecords(_ file: CaseFile) -> JSON {
  .array(
    file.redress.lessons.map { lesson in
      record([
        "lesson": .integer(lesson.number), "stage": lesson.stage.map { .integer($0.number) },
        "text": .unlessEmpty(lesson.learned.text), "cause": .unlessEmpty(lesson.learned.cause),
        "change": .unlessEmpty(lesson.learned.change), "none": .unlessEmpty(lesson.learned.none),
        "owner": lesson.learned.owner.map { .string($0.text) },
        "due": lesson.learned.due.map { .string($0.description) },
        "organisation": lesson.learned.organisation.map { .bool($0) },
        "answer": lesson.answer.map { .string($0.text) },
        "shared": lesson.shared.isEmpty ? nil : .array(lesson.shared.map { .string($0.text) }),
        "implemented": lesson.implementedOn.map { .string($0.text) },
      ])
    })
}

/// What working the case left on record; nil where there is nothing.
func workRecord(_ file: CaseFile, _ owed: [LetterOwed]) -> JSON? {
  let work = file.work
  func list(_ items: [JSON]) -> JSON? { items.isEmpty ? nil : .array(items) }
  let json = record([
    "lettersOwed": list(
      owed.map {
        record([
          "kind": .string($0.letter.rawValue), "since": .string($0.since.text), "about": .string($0.about),
          "clause": .string($0.clause.text),
        ])
      }),
    "mergedInto": work.mergedInto.map { .string($0.text) },
    "holds": list(work.absorbed.map { .string($0.text) }),
    "whoAnswers": list(
      whoAnswersWhat(file).map {
        record([
          "who": JSON(orNull: $0.who?.text), "points": .array($0.points.map { .integer($0) }),
        ])
      }),
    "claim": work.claim.map { record(["by": .string($0.by.text), "until": .string($0.until.description)]) },
    "involved": list(
      work.involvements.map {
        record([
          "who": $0.who.map { .string($0.text) }, "how": JSON(orNull: $0.how?.rawValue),
          "area": .unlessEmpty($0.area), "text": .unlessEmpty($0.text),
        ])
      }),
    "requests": list(work.requests.map(requestRecord)),
    "findings": list(
      work.findings.map {
        record([
          "point": $0.point.map { .integer($0) }, "finding": .string($0.finding),
          "evidence": .unlessEmpty($0.evidence),
          "spokenTo": $0.spokenTo.isEmpty ? nil : .array($0.spokenTo.map { .string($0) }),
        ])
      }),
    "surveys": list(
      work.surveys.map {
        record([
          "score": JSON(orNull: $0.score), "upheld": JSON(orNull: file.outcome?.rawValue),
          "text": .unlessEmpty($0.text),
        ])
      }),
    "scores": list(
      work.scores.map {
        record([
          "quality": JSON(orNull: $0.quality), "rootCause": $0.rootCause.map { .bool($0) },
          "action": $0.actionTaken.map { .bool($0) }, "feedback": .unlessEmpty($0.feedback),
          "training": .unlessEmpty($0.training),
        ])
      }),
  ])
  return json.members?.isEmpty == false ? json : nil
}

private func requestRecord(_ request: RequestRecord) -> JSON {
  record([
    "request": .integer(request.number), "to": JSON(orNull: request.sent.whom?.rawValue),
    "name": .string(request.sent.name), "point": request.sent.point.map { .integer($0) },
    "text": .string(request.sent.text), "sent": .string(request.on.text),
    "due": request.sent.due.map { .string($0.description) },
    "chased": request.chased.isEmpty ? nil : .array(request.chased.map { .string($0.text) }),
    "answer": request.answer.map { .string($0.text) },
    "answered": request.answeredOn.map { .string($0.text) },
    "agreed": request.answer?.agreed.map { .bool($0) }, "share": request.answer?.share.map { .integer($0) },
  ])
}

/// A logged contact with when it happened, when it was written up and by whom.
func contactRecord(_ logged: LoggedContact) -> JSON {
  let contact = logged.contact
  return record([
    "direction": .string(contact.direction.rawValue), "channel": .string(contact.channel.rawValue),
    "reached": .bool(contact.reached), "verified": .unlessEmpty(contact.verified),
    "text": .string(contact.text), "on": .string(logged.at.text), "recorded": .string(logged.recorded.text),
    "by": .string(logged.by.text),
  ])
}
