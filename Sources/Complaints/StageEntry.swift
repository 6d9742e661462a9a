package import Clocks

/// How a stage was come into, where not by asking after the answer of the one before.
package enum StageWay: String, CaseIterable, Hashable, Sendable {
  /// The resident's choice.
  case choice
  /// Agreed with the resident.
  case agreement
  /// The case is serious enough.
  case serious
  /// The landlord let the time for its answer pass.
  case silence

  /// The profile's word for a direct way; nil for silence.
  var ground: DirectEntry.Ground? {
    switch self {
    case .choice: .choice
    case .agreement: .agreement
    case .serious: .serious
    case .silence: nil
    }
  }
}

/// The stage asked for, where it is not simply the next one after an answer.
package struct StageEntry: Hashable, Sendable {
  package var stage: Int?
  package var way: StageWay?

  package init(stage: Int? = nil, way: StageWay? = nil) {
    self.stage = stage
    self.way = way
  }
}

/// The resident asked for the next stage.
///
/// `on` of the entry is when the request was received.
package struct Escalated: Hashable, Sendable {
  /// The stage asked for.
  package var stage: Stage
  /// What the resident said; may be empty, never demanded (Code 6.12).
  package var reason: String
  /// Why a late request was accepted; empty within the window.
  package var late: String
  /// How the stage was come into, where not by asking after an answer.
  package var way: StageWay?
  package init(stage: Stage, reason: String = "", late: String = "", way: StageWay? = nil) {
    self.stage = stage
    self.reason = reason
    self.late = late
    self.way = way
  }
}

/// Refuses a stage the policy does not have, or a way into it that it does not know.
func guardEntry(_ entry: StageEntry, _ file: CaseFile, _ rules: RuleBook) throws(Refusal) {
  let name = ActionName.escalate.rawValue
  guard file.isComplaint else { throw .notAComplaint(file.kind, action: name) }
  guard let current = file.current else { throw .wrongState(file.state, action: name) }
  switch file.state {
  case .open, .responded, .closed: break
  case .untriaged, .refused, .withdrawn, .merged: throw .wrongState(file.state, action: name)
  }
  // The stage asked for begins now: the newest edition says whether there is one, and the ways into it.
  let profile = rules.profile(named: file.triage?.profile ?? "")
  let asked = entry.stage ?? current.stage.number + 1
  if asked <= current.stage.number { throw .escalation(.stageBehind(asked)) }
  guard Stage(asked) != nil, asked <= profile?.stages.count ?? 2 else {
    throw .noLaterStage(Stage(min(asked - 1, 4)) ?? current.stage, profile: profile?.name ?? "")
  }
  let isNext = asked == current.stage.number + 1
  let ways = profile?.stage(asked)?.directEntry.map(\.ground) ?? []
  if let way = entry.way, let ground = way.ground {
    if ways.contains(ground) { return }
    throw .escalation(
      .noSuchWay(
        asked, asked: way.rawValue, allowed: ways.map(\.rawValue), profile: profile?.name ?? ""))
  }
  if current.responded != nil, isNext { return }
  // Whether the silence has lasted long enough is asked where the day is known.
  let silence = rules.profile(of: file)?.stage(current.stage.number)?.escalatesOnSilence
  if current.responded == nil, isNext, silence != nil { return }
  if !isNext { throw .escalation(.wayNeeded(asked, ways.map(\.rawValue))) }
  throw .notResponded(current.stage)
}

/// The escalation to record, with a late request accepted only by a person with a reason.
func escalated(
  reason: String, late: String, _ entry: StageEntry, _ file: CaseFile, _ occasion: Occasion
) throws(Refusal) -> Escalated {
  guard let current = file.current, let next = Stage(entry.stage ?? current.stage.number + 1) else {
    throw .noLaterStage(file.stage ?? .one, profile: file.triage?.profile ?? "")
  }
  if let way = entry.way, way != .silence {
    // A resident's own choice needs no reason; that it was agreed, or is serious, has to be said.
    if way != .choice, isBlank(reason) {
      throw .missing(field: "reason", clause: directClause(way, next, file, occasion.rules))
    }
    return Escalated(stage: next, reason: reason, late: late, way: way)
  }
  guard current.responded != nil else {
    guard let over = silence("escalates", of: file, occasion.rules, on: occasion.at.day) else {
      throw .notResponded(current.stage)
    }
    if !over.isOver { throw .escalation(.silenceNotOver(over.until, over.clause)) }
    return Escalated(stage: next, reason: reason, late: late, way: .silence)
  }
  let window: StageWindow?
  do throws(CalendarGap) {
    window = try occasion.rules.window(after: file.facts)
  } catch {
    throw .calendarGap(error)
  }
  if let window, occasion.at.day > window.until, isBlank(late) {
    throw .windowPassed(until: window.until, clause: window.clause)
  }
  return Escalated(stage: next, reason: reason, late: late)
}

private func directClause(_ way: StageWay, _ stage: Stage, _ file: CaseFile, _ rules: RuleBook) -> Clause? {
  let ways = rules.profile(named: file.triage?.profile ?? "")?.stage(stage.number)?.directEntry
  return ways?.first { $0.ground == way.ground }?.clause
}

/// A clock that runs on silence, and whether its day has passed.
package struct Silence: Hashable, Sendable {
  package let until: CalendarDay
  package let clause: Clause
  package let isOver: Bool
}

/// The silence clock of that name at the current stage: `escalates` of the landlord's, `closes` of the resident's.
private func silence(
  _ name: String, of file: CaseFile, _ rules: RuleBook, on day: CalendarDay
) -> Silence? {
  guard let stage = file.stage else { return nil }
  let clock = "stage\(stage.number)." + name
  let found = rules.clocks(
    of: file.facts, now: rules.zone.moment(of: day, hour: 12, minute: 0, second: 0), explain: false
  ).first {
    $0.clock == clock && $0.target == .landlord
  }
  guard let found, let until = found.due else { return nil }
  return Silence(until: until, clause: found.clause, isOver: day > until)
}

/// Until when the landlord may stay silent before the case goes up by itself; nil where no policy says so.
package func escalationOnSilence(_ file: CaseFile, _ rules: RuleBook, on day: CalendarDay) -> Silence? {
  guard file.state == .open, file.isComplaint, file.current?.responded == nil else { return nil }
  return silence("escalates", of: file, rules, on: day)
}

/// Until when the resident may answer before the case closes by itself; nil where no policy says so.
package func closureAfterSilence(_ file: CaseFile, _ rules: RuleBook, on day: CalendarDay) -> Silence? {
  guard file.state == .responded, file.current?.responded != nil else { return nil }
  return silence("closes", of: file, rules, on: day)
}

/// The reason a case is closed for, where its own is left out and the resident's silence has lasted.
func closingReason(_ reason: String, _ file: CaseFile, _ occasion: Occasion) throws(Refusal) -> String {
  if !isBlank(reason) { return reason }
  guard let silence = closureAfterSilence(file, occasion.rules, on: occasion.at.day), silence.isOver else {
    throw .missing(field: "reason", clause: nil)
  }
  return "nothing heard from the resident by " + silence.until.description + " (" + silence.clause.text + ")"
}
