package import Clocks
package import Complaints
import PlainText

/// Every refusal as a sentence: what, the clause, who could, and what to try.
///
/// Those who could are named where a staff table is given, if they work here on that day.
package func sentence(
  for refusal: Refusal, staff: StaffTable = StaffTable(), on day: CalendarDay = CalendarDay(number: 0)
) -> RefusalSentence {
  let who = { (roles: [Role]) in whoCould(roles, staff: staff, on: day) }
  switch refusal {
  case .notStaff(let login):
    return RefusalSentence(
      visible(login) + " is not on the staff list", who: who([.administrator]),
      try: "ask an administrator to list them with redress staff")
  case .roleMayNot(_, let needs):
    return RefusalSentence(
      "it takes " + roleWords(needs), who: who(needs),
      try: "ask one of them, or an administrator for the role")
  case .wrongState(let state, _):
    return RefusalSentence(stateWords(state), try: stateRemedy(state))
  case .notAComplaint(let kind, _):
    return RefusalSentence(
      kind.map { "it is " + kindWords($0) + ", not a complaint" } ?? "it is not triaged yet",
      try: "triage it as a complaint first")
  case .alreadyTriaged(let kind):
    return RefusalSentence("it is already triaged as " + kindWords(kind), try: "undo that step first")
  case .alreadyAcknowledged(let stage):
    return RefusalSentence(
      "stage " + DaysInWords.stage(stage.number) + " is already acknowledged",
      try: "log a contact if there is more to say")
  case .notAcknowledged(let stage):
    return RefusalSentence(
      "stage " + DaysInWords.stage(stage.number) + " is not acknowledged yet", try: "acknowledge it first")
  case .alreadyResponded(let stage):
    return RefusalSentence(
      "stage " + DaysInWords.stage(stage.number) + " is already answered",
      try: "escalate it if the resident is not satisfied")
  case .notResponded(let stage):
    return RefusalSentence(
      "stage " + DaysInWords.stage(stage.number) + " is not answered yet", try: "respond first")
  case .missing("handler", let clause):
    return RefusalSentence(
      "nobody is named to deal with it", clause: clauseText(clause), try: "assign the case first")
  case .missing(let field, let clause):
    return RefusalSentence(
      visible(field) + " is missing", clause: clauseText(clause), try: "give " + visible(field))
  case .noPoints:
    return RefusalSentence("no point of complaint is recorded", try: "add each point, then decide it")
  case .pointsUndecided(let points, let stage):
    let decided = points.count == 1 ? " is not decided" : " are not decided"
    return RefusalSentence(
      pointWords(points) + decided + " at stage " + DaysInWords.stage(stage.number),
      try: points.count == 1 ? "decide it first" : "decide them first")
  case .noSuchPoint(let point):
    return RefusalSentence("there is no point " + String(point), try: "show lists the points")
  case .sameDecider(let login, let earlier, let now, let clause):
    return RefusalSentence(
      login.text + " answered stage " + DaysInWords.stage(earlier.number), clause: clauseText(clause),
      who: who(now > .one ? [.reviewer] : [.investigator]), try: "assign someone else")
  case .beyondCap(let asked, let cap, let clause, let roles):
    return RefusalSentence(
      asked.description + " is past the latest date, " + cap.description, clause: clauseText(clause),
      who: who(roles), try: "give an earlier date, or a good reason")
  case .extensionNotLater(let asked, let current):
    return RefusalSentence(
      asked.description + " is not later than the date in force, " + current.description,
      try: "give a later date")
  case .noLaterStage(let stage, let profile):
    return RefusalSentence(
      "stage " + DaysInWords.stage(stage.number) + " is the last of " + visible(profile),
      try: "tell the resident how to reach the Ombudsman")
  case .windowPassed(let until, let clause):
    return RefusalSentence(
      "the next stage could be asked for until " + until.description, clause: clauseText(clause),
      try: "accept it late with a reason: late=…")
  case .occurredInFuture(let at):
    return RefusalSentence(at.text + " is in the future", try: "give the time it happened")
  case .occurredBeforeContact(let at, let first):
    return RefusalSentence(
      at.text + " is before the first contact, " + first.text, try: "give the time it happened")
  case .staleView(let seen, let now, let by):
    return RefusalSentence(
      by.text + " changed it since you looked (line " + String(now) + ", you saw " + String(seen) + ")",
      try: "read it again, then decide")
  case .noSuchStaff(let login):
    return RefusalSentence(
      visible(login) + " is not on the staff list", who: who([.administrator]),
      try: "name somebody who works here today")
  case .noSuchCase(let text):
    return RefusalSentence("there is no case " + visible(text), try: "find it by phone, postcode or name")
  case .noSuchEntry(let seq):
    return RefusalSentence("it has no line " + String(seq), try: "timeline lists its lines")
  case .noSuchField(let field, let allowed):
    return RefusalSentence(
      "there is no field " + visible(field), try: allowed.isEmpty ? "leave it out" : "use " + orList(allowed))
  case .badValue(let field, let value, let allowed):
    return RefusalSentence(visible(field) + " cannot be \"" + visible(value) + "\"", try: "use " + allowed)
  case .nothingToUndo:
    return RefusalSentence("you have taken no step here in this sitting", try: "name the line: seq=N")
  case .nothingToRedo:
    return RefusalSentence("no step of yours is undone here", try: "name the line: seq=N")
  case .letterHasLeft(let seq):
    return RefusalSentence(
      "the letter of line " + String(seq) + " has left", try: "correct the record, and write again")
  case .laterStepDepends(let seq, let later):
    return RefusalSentence(
      "line " + String(later) + " depends on line " + String(seq), try: "undo the later step first")
  case .notYourStep(let seq, let by):
    return RefusalSentence(
      "line " + String(seq) + " is a step of " + by.text, who: by.text, try: "ask them, or correct the record"
    )
  case .newerEntry(let kind, let seq):
    return RefusalSentence(
      "line " + String(seq) + " is of kind \"" + visible(kind) + "\", from a newer release",
      try: "open it with that release")
  case .calendarGap(let gap):
    return RefusalSentence(
      "bank holidays of " + gap.nation.rawValue + " are not known for " + String(gap.needs),
      try: "adopt a calendar that covers it")
  case .unknownProfile(let name):
    return RefusalSentence("profile " + visible(name) + " is not adopted", try: "redress profile list")
  case .linkToItself:
    return RefusalSentence("a case is not linked to itself", try: "name the other case")
  case .intake(let refusal): return sentence(for: refusal)
  case .work(let refusal): return sentence(for: refusal, who: who)
  case .remedy(let refusal): return sentence(for: refusal, who: who)
  case .escalation(let refusal): return sentence(for: refusal, who: who)
  case .ombudsman(let refusal): return sentence(for: refusal, who: who)
  case .behaviour(let refusal): return sentence(for: refusal, who: who)
  case .hazard(let refusal): return sentence(for: refusal)
  case .people(let refusal): return sentence(for: refusal, who: who)
  case .record(let refusal): return sentence(for: refusal)
  }
}
