package import Clocks

extension CaseFigures {
  /// What is counted of that case; due days are reckoned apart (`DueMemory`).
  package init(of file: CaseFile, zone: ZoneTable) {
    let contact = file.contact
    self.init(
      reference: file.reference, state: file.state, kind: file.kind, channel: contact.channel,
      tenure: contact.tenure, category: contact.category, area: contact.area, ward: contact.ward,
      profile: file.triage?.profile ?? "", subject: file.triage?.subject ?? "", received: file.received.day,
      recorded: file.logged.day, closed: file.closed?.day, handler: file.handler, outcome: file.outcome)
    traits = CaseFigures.traits(of: file)
    stages = file.stages.map { StageFigures($0) }
    points = file.points.map { point in
      PointFigures(
        number: point.number, category: point.category, isOpen: point.isOpen,
        decision: point.newest?.decision, stage: point.newest?.stage,
        isRemedied: !(point.newest?.remedy.isEmpty ?? true))
    }
    contacts = file.work.log.map { logged in
      ContactFigures(
        on: logged.at.day, recorded: logged.recorded.day, direction: logged.contact.direction,
        channel: logged.contact.channel, reached: logged.contact.reached)
    }
    promises = file.redress.promises.map { PromiseFigures($0) }
    money = file.redress.compensation.map { track in
      MoneyFigures(
        number: track.number, pence: track.pence, offered: track.offered.day, accepted: track.accepted?.day,
        declined: track.declined?.day, paid: track.paid?.day)
    }
    lessons = file.redress.lessons.map { LessonFigures($0) }
    ombudsman.orders = file.ombudsman.orders.compactMap { OrderFigures($0) }
    rises = file.further.raised.map(\.on.day)
    for request in file.work.requests where request.sent.whom == .contractor {
      if !contractors.contains(request.sent.name) { contractors.append(request.sent.name) }
    }
    for filed in file.entries where !filed.undone {
      guard case .step(let step) = filed.entry.event else { continue }
      take(step, on: filed.entry.occurred?.day ?? zone.day(of: filed.entry.knownAt), file)
    }
  }

  private static func traits(of file: CaseFile) -> CaseTraits {
    var traits: CaseTraits = []
    if file.intake.settled != nil { traits.insert(.settledAtOnce) }
    if !file.contact.person.needs.isEmpty || !file.intake.needs.isEmpty { traits.insert(.needs) }
    if !file.contact.representative.isEmpty || !file.intake.representatives.isEmpty {
      traits.insert(.represented)
    }
    if !file.contact.affected.isEmpty || !file.intake.affected.isEmpty { traits.insert(.group) }
    if file.contact.personNumber == nil { traits.insert(.anonymous) }
    if !file.links.isEmpty { traits.insert(.linked) }
    if file.ombudsman.authorised != nil { traits.insert(.direct) }
    return traits
  }

  /// The facts whose days only their own lines tell.
  private mutating func take(_ step: CaseStep, on day: CalendarDay, _ file: CaseFile) {
    switch step {
    case .intake(.refused(let refused)):
      refusal = RefusalFigures(ground: file.intake.refusal?.reason ?? refused.reason, on: day)
    case .intake(.need): needs.append(day)
    case .work(.surveyed(let survey)):
      if let score = survey.score { surveys.append(DatedNumber(on: day, number: score)) }
    case .work(.scored(let scored)):
      if let quality = scored.quality { scores.append(DatedNumber(on: day, number: quality)) }
    case .work(.thanked): thanked.append(day)
    case .remedy(.offered(let offered)):
      if let what = offered.what { remedies.append(DatedWord(on: day, word: what)) }
    case .escalation(.refused): escalationsRefused.append(day)
    case .ombudsman(.contacted(let contact)):
      if let matter = contact.matter { ombudsman.contacts.append(DatedWord(on: day, word: matter)) }
    case .ombudsman(.determined(let made)):
      if let finding = made.finding { ombudsman.findings.append(DatedWord(on: day, word: finding)) }
    case .behaviour(.restricted): restrictions.append(day)
    case .hazard(.recorded(let recorded)): if recorded.what == .reported { hazards.append(day) }
    case .intake, .work, .remedy, .escalation, .ombudsman, .behaviour, .people, .record: break
    }
  }
}

extension StageFigures {
  fileprivate init(_ record: StageRecord) {
    self.init(
      stage: record.stage, started: record.started.day, acknowledged: record.acknowledged?.day,
      acknowledgedWithGap: !(record.acknowledgement?.override.isEmpty ?? true),
      extensions: record.extensions.count, extendedTo: record.extensions.last?.to,
      extended: record.extensionRecorded?.day, responded: record.responded?.day,
      respondedWithGap: !(record.response?.override.isEmpty ?? true), respondedBy: record.respondedBy,
      way: record.way)
  }
}

extension PromiseFigures {
  fileprivate init(_ promise: PromiseRecord) {
    self.init(
      number: promise.number, made: promise.on.day, firstDue: promise.made.due, due: promise.due,
      moves: promise.moves.count, kept: promise.keptOn?.day)
  }
}

extension LessonFigures {
  fileprivate init(_ lesson: Lesson) {
    self.init(
      number: lesson.number, on: lesson.on.day, isLesson: lesson.learned.none.isEmpty,
      due: lesson.learned.due, implemented: lesson.implementedOn?.day,
      forOrganisation: lesson.learned.organisation == true, isAnswered: lesson.answer != nil,
      isShared: !lesson.shared.isEmpty)
  }
}

extension OrderFigures {
  fileprivate init?(_ order: OrderRecord) {
    guard let what = order.made.what else { return nil }
    self.init(
      number: order.number, what: what, on: order.on.day, due: order.made.due,
      complied: order.compliedOn?.day,
      isDeclined: order.complied?.declined == true, pence: order.made.pence)
  }
}
