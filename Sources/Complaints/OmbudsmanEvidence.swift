package import Clocks

/// What happened to a request of the Ombudsman for evidence.
package enum EvidenceMoment: String, CaseIterable, Hashable, Sendable {
  case requested, sent
  /// It will be late, and the Ombudsman was told why.
  case late
  /// The Ombudsman agreed another day.
  case agreed
}

/// One thing that happened to one request for evidence (medway-2022 5.8.4).
package struct EvidenceRecorded: StepPayload {
  package static let kind = StepKind.ombudsmanEvidence
  package var what: EvidenceMoment?
  /// Its number in the case; given where the case has several open.
  package var request: Int?
  package var due: CalendarDay?
  package var text = ""
  package init() {}

  package static let fields: [StepField<EvidenceRecorded>] = [
    .word("what", "What happened", \.what, required: true),
    .number("request", "Request", \.request, help: "its number, where several are open"),
    .day("due", "By when", \.due, help: "the day the request names, or the one agreed since"),
    .text(
      "text", "What was asked, sent or explained", \.text, required: true, long: true),
  ]
}

/// A day or an explanation with when it was recorded.
package struct EvidenceDelay: Hashable, Sendable {
  package var on: Occurrence
  package var text: String
  /// The day agreed; nil for an explanation.
  package var until: CalendarDay?
}

/// One request for evidence and what became of it; explanations and agreed days are all kept.
package struct EvidenceRequest: Hashable, Sendable {
  package var number: Int
  package var requested: Occurrence
  package var seq: UInt64
  package var text: String
  /// The day the request names.
  package var named: CalendarDay?
  package var delays: [EvidenceDelay] = []
  package var sent: Occurrence?
  package var sentText = ""

  /// The day agreed last, else the one named.
  package var told: CalendarDay? { delays.last { $0.until != nil }?.until ?? named }

  var duty: DutyFacts { DutyFacts(clock: .evidence, started: requested, done: sent, told: told) }
}

extension OmbudsmanRecord {
  /// The request a step is about: the one named, else the only open one.
  func place(of step: EvidenceRecorded) -> Int? {
    if let number = step.request { return requests.firstIndex { $0.number == number } }
    let open = requests.indices.filter { requests[$0].sent == nil }
    return open.count == 1 ? open[0] : nil
  }
}

extension CaseFile {
  mutating func apply(_ step: EvidenceRecorded, _ stamp: StepStamp) {
    guard let what = step.what else { return }
    if what == .requested {
      ombudsman.requests.append(
        EvidenceRequest(
          number: step.request ?? ombudsman.requests.count + 1, requested: stamp.at, seq: stamp.seq,
          text: step.text, named: step.due))
      return
    }
    guard let place = ombudsman.place(of: step) else { return }
    switch what {
    case .requested: break
    case .sent:
      ombudsman.requests[place].sent = stamp.at
      ombudsman.requests[place].sentText = step.text
    case .late: ombudsman.requests[place].delays.append(EvidenceDelay(on: stamp.at, text: step.text))
    case .agreed:
      ombudsman.requests[place].delays.append(
        EvidenceDelay(on: stamp.at, text: step.text, until: step.due))
    }
  }
}

func guardEvidence(_ step: EvidenceRecorded, _ file: CaseFile, _ signOff: Approval?) throws(Refusal) {
  guard let what = step.what, what != .requested else { return }
  guard let place = file.ombudsman.place(of: step) else {
    let open = file.ombudsman.requests.filter { $0.sent == nil }.map(\.number)
    throw .ombudsman(step.request.map { .noSuchRequest($0) } ?? .whichRequest(open))
  }
  let request = file.ombudsman.requests[place]
  if request.sent != nil { throw .ombudsman(.alreadySent(request.number)) }
  if what == .agreed, !request.delays.contains(where: { $0.until == nil }) {
    throw .ombudsman(.notExplained(request.number))
  }
  if what == .sent, let signOff, !file.ombudsman.signatures.contains(where: { $0 > request.seq }) {
    throw .ombudsman(
      .notSigned(request.number, by: Role(rawValue: signOff.role) ?? .director, signOff.clause))
  }
}

/// The running number of a new request; a day where no rule gives one.
func filled(
  _ step: EvidenceRecorded, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> EvidenceRecorded {
  var step = step
  let rules = occasion.rules
  let own = rules.profile(named: file.triage?.profile ?? "")
  if step.what == .requested {
    let limit = own?.clock(.evidence) ?? rules.code.clock(.evidence)
    if step.due == nil, limit == nil { throw .missing(field: "due", clause: nil) }
    step.request = file.ombudsman.requests.count + 1
  } else if let place = file.ombudsman.place(of: step) {
    step.request = file.ombudsman.requests[place].number
  }
  if step.what == .agreed, step.due == nil {
    throw .missing(field: "due", clause: own?.clock(.evidence)?.clause)
  }
  return step
}
