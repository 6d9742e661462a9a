import Clocks
import Complaints

// The rows of everything a case has several of; each list of columns stands beside what fills it.

let pointColumns = [
  "point", "text", "category", "open", "decision", "stage", "reasons", "basis", "remedy", "who",
]

func pointRows(_ exported: ExportedCase) -> [[ExportCell]] {
  exported.file.points.map { point in
    let newest = point.newest
    return [
      .number(point.number), ExportCell(point.text), ExportCell(point.category), .truth(point.isOpen),
      ExportCell(newest?.decision.rawValue), ExportCell(newest?.stage.number), ExportCell(newest?.reasons),
      ExportCell(newest?.basis), ExportCell(newest?.remedy), ExportCell(point.handler?.text),
    ]
  }
}

let decisionColumns = ["point", "stage", "decision", "reasons", "basis", "remedy", "by"]

func decisionRows(_ file: CaseFile) -> [[ExportCell]] {
  file.points.flatMap { point in
    zip(point.decisions, point.deciders).map { decided, by in
      [
        .number(point.number), .number(decided.stage.number), .text(decided.decision.rawValue),
        ExportCell(decided.reasons), ExportCell(decided.basis), ExportCell(decided.remedy), .text(by.text),
      ]
    }
  }
}

let contactColumns = ["on", "recorded", "direction", "channel", "reached", "by", "verified", "text"]

func contactRows(_ exported: ExportedCase) -> [[ExportCell]] {
  exported.file.work.log.map { logged in
    [
      ExportCell(logged.at.text), .day(logged.recorded.day), .text(logged.contact.direction.rawValue),
      .text(logged.contact.channel.rawValue), .truth(logged.contact.reached), .text(logged.by.text),
      ExportCell(logged.contact.verified), ExportCell(logged.contact.text),
    ]
  }
}

let actionColumns = ["seq", "part", "ts", "on", "by", "kind", "undone"]

func actionRows(_ file: CaseFile, _ zone: ZoneTable) -> [[ExportCell]] {
  file.entries.map { filed in
    let entry = filed.entry
    let on = entry.occurred ?? zone.occurrence(at: entry.knownAt)
    return [
      .number(Int(clamping: entry.seq)), .number(entry.part), .text(entry.recordedAt.description),
      .day(on.day), .text(entry.by.text), .text(eventKind(entry.event)), .truth(filed.undone),
    ]
  }
}

let promiseColumns = [
  "promise", "text", "owner", "made", "firstDue", "due", "moves", "kept", "inTime", "proof",
]

func promiseRows(_ exported: ExportedCase) -> [[ExportCell]] {
  zip(exported.figures.promises, exported.file.redress.promises).map { figures, promise in
    [
      .number(figures.number), ExportCell(promise.made.text), ExportCell(promise.made.owner?.text),
      .day(figures.made), ExportCell(figures.firstDue), ExportCell(figures.due), .number(figures.moves),
      ExportCell(figures.kept), figures.kept == nil ? .nothing : .truth(figures.isKeptInTime),
      ExportCell(promise.kept?.proof),
    ]
  }
}

let lessonColumns = [
  "lesson", "on", "isLesson", "text", "cause", "change", "none", "owner", "due", "implemented",
  "organisation", "answer", "shared",
]

func lessonRows(_ exported: ExportedCase) -> [[ExportCell]] {
  zip(exported.figures.lessons, exported.file.redress.lessons).map { figures, lesson in
    let learned = lesson.learned
    return [
      .number(figures.number), .day(figures.on), .truth(figures.isLesson), ExportCell(learned.text),
      ExportCell(learned.cause), ExportCell(learned.change), ExportCell(learned.none),
      ExportCell(learned.owner?.text), ExportCell(figures.due), ExportCell(figures.implemented),
      .truth(figures.forOrganisation), ExportCell(lesson.answer?.text),
      ExportCell(lesson.shared.map(\.text).joined(separator: "; ")),
    ]
  }
}

let moneyColumns = [
  "offer", "pence", "statutory", "actualLoss", "timeTrouble", "distressInconvenience", "otherDetriment",
  "offered", "accepted", "declined", "paid", "text",
]

func moneyRows(_ exported: ExportedCase) -> [[ExportCell]] {
  exported.file.redress.compensation.map { track in
    let offer = track.offer
    return [
      .number(track.number), .number(track.pence), ExportCell(offer.statutory), ExportCell(offer.actualLoss),
      ExportCell(offer.timeTrouble), ExportCell(offer.distressInconvenience),
      ExportCell(offer.otherDetriment), .day(track.offered.day), ExportCell(track.accepted?.day),
      ExportCell(track.declined?.day), ExportCell(track.paid?.day), ExportCell(offer.text),
    ]
  }
}

func remedyRows(_ exported: ExportedCase) -> [[ExportCell]] {
  zip(exported.figures.remedies, exported.file.redress.remedies).map { dated, remedy in
    [
      .day(dated.on), .text(dated.word.rawValue), ExportCell(remedy.offered.point),
      ExportCell(remedy.stage?.number), remedy.offered.agreed.map { .truth($0) } ?? .nothing,
      ExportCell(remedy.offered.text),
    ]
  }
}

let ombudsmanColumns = ["on", "what", "word", "number", "point", "due", "done", "declined", "pence", "text"]

func ombudsmanRows(_ exported: ExportedCase) -> [[ExportCell]] {
  let figures = exported.figures.ombudsman
  let record = exported.file.ombudsman
  let contacts: [[ExportCell]] = zip(figures.contacts, record.contacts).map { dated, contact in
    [.day(dated.on), .text("contact"), .text(dated.word.rawValue)]
      + [ExportCell](repeating: .nothing, count: 6) + [ExportCell(contact.text)]
  }
  let findings: [[ExportCell]] = zip(figures.findings, record.determinations).map { dated, made in
    [
      .day(dated.on), .text("finding"), .text(dated.word.rawValue), .nothing, ExportCell(made.point),
      .nothing,
      .nothing, .nothing, .nothing, ExportCell(made.text),
    ]
  }
  let orders: [[ExportCell]] = zip(figures.orders, record.orders).map { order, kept in
    [
      .day(order.on), .text("order"), .text(order.what.rawValue), .number(order.number), .nothing,
      ExportCell(order.due), ExportCell(order.complied), .truth(order.isDeclined), ExportCell(order.pence),
      ExportCell(kept.made.text),
    ]
  }
  return contacts + findings + orders
}

func surveyRows(_ file: CaseFile, _ zone: ZoneTable) -> [[ExportCell]] {
  file.entries.filter { !$0.undone }.compactMap { filed in
    let entry = filed.entry
    guard case .step(.work(let step)) = entry.event else { return nil }
    let on = ExportCell.day(entry.occurred?.day ?? zone.day(of: entry.knownAt))
    if case .surveyed(let survey) = step {
      return [on, .text("survey"), ExportCell(survey.score), .nothing, .nothing]
    }
    guard case .scored(let scored) = step else { return nil }
    return [
      on, .text("scrutiny"), ExportCell(scored.quality), scored.rootCause.map { .truth($0) } ?? .nothing,
      scored.actionTaken.map { .truth($0) } ?? .nothing,
    ]
  }
}
