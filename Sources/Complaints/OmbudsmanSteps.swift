package import Clocks

/// Steps of the Ombudsman track: told, enquiry, evidence, determination, orders, and what a senior signs.
package enum OmbudsmanStep: Hashable, Sendable {
  case contacted(OmbudsmanContact)
  case evidence(EvidenceRecorded)
  case determined(DeterminationMade)
  case ordered(OrderMade)
  case complied(OrderComplied)
  case authorised(DirectAuthorised)
  case signed(OmbudsmanAnswerSigned)

  package var payload: any StepPayload {
    switch self {
    case .contacted(let payload): payload
    case .evidence(let payload): payload
    case .determined(let payload): payload
    case .ordered(let payload): payload
    case .complied(let payload): payload
    case .authorised(let payload): payload
    case .signed(let payload): payload
    }
  }
}

/// What an exchange with the Ombudsman was.
package enum OmbudsmanMatter: String, CaseIterable, Hashable, Sendable {
  /// The resident was told of the Ombudsman.
  case told
  /// The Ombudsman asked something.
  case enquiry
  /// The complaint was taken there.
  case referred
}

/// One exchange with or about the Ombudsman; possible at any time (Code 3.7).
package struct OmbudsmanContact: StepPayload {
  package static let kind = StepKind.ombudsmanContact
  package var matter: OmbudsmanMatter?
  package var text = ""
  package var subject = ""
  package var body = ""
  package var reference = ""
  package init() {}

  package static let fields: [StepField<OmbudsmanContact>] = [
    .word("matter", "What happened", \.matter, required: true),
    .text("text", "What was said", \.text, required: true, long: true),
    .text("subject", "Subject", \.subject, help: "chooses the body; default: the case's category"),
    .text("body", "Which Ombudsman", \.body, help: "default: the one the policy names for the subject"),
    .text("reference", "Their reference", \.reference),
  ]
}

/// The way to the Ombudsman was opened after an earlier stage than the last, by a senior's authority
/// (manchester-2022, Vexatious Complaints (procedure), paragraph 2).
package struct DirectAuthorised: StepPayload {
  package static let kind = StepKind.directAuthorised
  package var reason = ""
  package var told = ""
  package init() {}

  package static let fields: [StepField<DirectAuthorised>] = [
    .text("reason", "Why a resolution here is unlikely", \.reason, required: true, long: true),
    .text("told", "How the resident was advised", \.told, required: true),
  ]
}

/// A response to the Ombudsman was signed off (manchester-2022, How to make a complaint?, fifth list).
package struct OmbudsmanAnswerSigned: StepPayload {
  package static let kind = StepKind.ombudsmanSigned
  package var text = ""
  package init() {}

  package static let fields: [StepField<OmbudsmanAnswerSigned>] = [
    .text("text", "What is signed", \.text, required: true)
  ]
}

extension OmbudsmanStep {
  static let specs: [StepSpec] = [
    StepSpec(
      OmbudsmanContact.self, action: "ombudsman", "record a contact with the Ombudsman",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .ombudsman(.contacted($0)) },
    StepSpec(
      EvidenceRecorded.self, action: "evidence", "record what the Ombudsman asks for",
      roles: [.handler, .supervisor], states: .any, row: .refold
    ) { .ombudsman(.evidence($0)) },
    StepSpec(
      DeterminationMade.self, action: "determination", "record a finding of the Ombudsman",
      roles: [.handler, .supervisor], states: .any, row: .mark(.ombudsman)
    ) { .ombudsman(.determined($0)) },
    StepSpec(
      OrderMade.self, action: "order", "record an order or recommendation", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .ombudsman(.ordered($0)) },
    StepSpec(
      OrderComplied.self, action: "comply", "mark an order complied with", roles: [.handler, .supervisor],
      states: .any, row: .refold
    ) { .ombudsman(.complied($0)) },
    StepSpec(
      DirectAuthorised.self, action: "authorise", "send straight to the Ombudsman", roles: [.reviewer],
      states: .answered, row: .refold, outward: true, judgement: true
    ) { .ombudsman(.authorised($0)) },
    StepSpec(
      OmbudsmanAnswerSigned.self, action: "sign-off", "sign a response to the Ombudsman",
      roles: [.director], states: .any, row: .mark(.ombudsman), judgement: true
    ) { .ombudsman(.signed($0)) },
  ]
}

/// What is on record of the Ombudsman track.
package struct OmbudsmanRecord: Hashable, Sendable {
  package var contacts: [OmbudsmanContact] = []
  package var requests: [EvidenceRequest] = []
  package var determinations: [DeterminationMade] = []
  package var orders: [OrderRecord] = []
  package var authorised: DirectAuthorised?
  package var authorisedBy: StaffLogin?
  /// Lines on which a response was signed, ascending.
  package var signatures: [UInt64] = []

  var marks: CaseMarks {
    var marks: CaseMarks = []
    let begun =
      !contacts.isEmpty || !requests.isEmpty || !determinations.isEmpty || !orders.isEmpty
      || authorised != nil || !signatures.isEmpty
    if begun { marks.insert(.ombudsman) }
    if requests.contains(where: { $0.sent == nil }) { marks.insert(.evidence) }
    if orders.contains(where: \.isOwed) { marks.insert(.orders) }
    return marks
  }

  var duties: [DutyFacts] { requests.map(\.duty) + orders.compactMap(\.duty) }
}

extension CaseFile {
  mutating func apply(_ step: OmbudsmanStep, _ stamp: StepStamp) {
    switch step {
    case .contacted(let contact):
      ombudsman.contacts.append(contact)
      if contact.matter == .told { hear(stamp.at.day) }
    case .evidence(let recorded): apply(recorded, stamp)
    case .determined(let made): ombudsman.determinations.append(made)
    case .ordered(let made):
      ombudsman.orders.append(
        OrderRecord(number: made.order ?? ombudsman.orders.count + 1, made: made, on: stamp.at))
    case .complied(let complied):
      guard let place = ombudsman.orders.firstIndex(where: { $0.number == complied.order }) else { break }
      ombudsman.orders[place].complied = complied
      ombudsman.orders[place].compliedOn = stamp.at
    case .authorised(let authorised):
      ombudsman.authorised = authorised
      ombudsman.authorisedBy = stamp.by
      hear(stamp.at.day)
    case .signed: ombudsman.signatures.append(stamp.seq)
    }
  }
}

/// Refuses what the record or the rules do not allow; asked again when a later step is undone.
func guardStep(_ step: OmbudsmanStep, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let duties = rules.profile(named: file.triage?.profile ?? "")?.duties
  switch step {
  case .contacted, .signed: break
  case .evidence(let recorded): try guardEvidence(recorded, file, duties?.signOff)
  case .determined(let made):
    if let point = made.point, !file.points.contains(where: { $0.number == point }) {
      throw .noSuchPoint(point)
    }
  case .ordered(let made):
    if made.what == .failureOrder || made.what == .failureNotice, !(1...3).contains(made.type ?? 0) {
      throw .ombudsman(.noFailureType)
    }
  case .complied(let complied):
    guard let order = file.ombudsman.orders.first(where: { $0.number == complied.order }) else {
      throw .ombudsman(.noSuchOrder(complied.order ?? 0))
    }
    if order.complied != nil { throw .ombudsman(.alreadyComplied(order.number)) }
    if complied.declined == true, order.binds { throw .ombudsman(.orderBinds(order.number)) }
  case .authorised:
    guard let direct = duties?.directToOmbudsman else { throw .ombudsman(.noDirectWay) }
    if file.ombudsman.authorised != nil { throw .ombudsman(.alreadyAuthorised) }
    guard let stage = file.stage, stage.number == direct.afterStage else {
      throw .ombudsman(.directAfter(stage: direct.afterStage, direct.clause))
    }
  }
}

/// Fills in what the rules give: running numbers, the body a subject belongs to, the day a request needs.
func filled(
  _ step: OmbudsmanStep, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> OmbudsmanStep {
  switch step {
  case .contacted(var contact):
    if isBlank(contact.body) {
      contact.body = ombudsmanBody(of: file, subject: contact.subject, occasion.rules)
    }
    return .contacted(contact)
  case .evidence(let recorded): return .evidence(try filled(recorded, file, occasion))
  case .ordered(var made):
    made.order = file.ombudsman.orders.count + 1
    return .ordered(made)
  case .determined, .complied, .authorised, .signed: return step
  }
}

/// The bodies that hear this case's subject, as the landlord's policy names them, else the Code's.
package func ombudsmanBody(of file: CaseFile, subject: String = "", _ rules: RuleBook) -> String {
  let word = isBlank(subject) ? file.contact.category : subject
  let own = rules.profile(named: file.triage?.profile ?? "")?.ombudsmen(subject: word) ?? []
  return (own.isEmpty ? rules.code.ombudsmen(subject: word) : own).map(\.name).joined(separator: " and ")
}

/// Why a step of the Ombudsman track was refused.
package enum OmbudsmanRefusal: Hashable, Sendable {
  case noSuchRequest(Int)
  /// None is open, or several are and none was named.
  case whichRequest([Int])
  case alreadySent(Int)
  /// The delay has to be explained before another day is agreed.
  case notExplained(Int)
  case notSigned(Int, by: Role, Clause)
  case noSuchOrder(Int)
  case alreadyComplied(Int)
  case orderBinds(Int)
  case noFailureType
  case noDirectWay
  case directAfter(stage: Int, Clause)
  case alreadyAuthorised

  /// The field of the sheet it is about; nil where no field could help.
  package var field: String? {
    switch self {
    case .noSuchRequest, .whichRequest, .alreadySent: "request"
    case .notExplained, .notSigned: "what"
    case .noSuchOrder, .alreadyComplied: "order"
    case .orderBinds: "declined"
    case .noFailureType: "type"
    case .noDirectWay, .directAfter, .alreadyAuthorised: nil
    }
  }
}
