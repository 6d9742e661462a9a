import Clocks
import Complaints
import PlainText

/// Why a step of going further was refused.
func sentence(for refusal: EscalationRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .refusalNever(let clause):
    RefusalSentence(
      "the next stage is not refused to a resident who asks in time", clause: clauseText(clause),
      try: "escalate it")
  case .groundNeeded(let grounds, let clause):
    RefusalSentence(
      "the next stage is refused only for a reason that would have kept the complaint out",
      clause: clauseText(clause), try: "give ground= " + orList(grounds) + ", or escalate it")
  case .notTold(let field, let clause):
    RefusalSentence(
      field == "final"
        ? "the letter must say that the last response was final"
        : "the letter must say how to reach the Ombudsman",
      clause: clauseText(clause), try: "write it so, then give " + field + "=yes")
  case .noReceiptOwed(let profile):
    RefusalSentence(
      visible(profile) + " owes no note of receipt before the acknowledgement", try: "acknowledge it")
  case .receiptSent: RefusalSentence("a note of receipt has gone", try: "acknowledge it")
  case .noDraftSent:
    RefusalSentence("no draft findings went to the resident", try: "record what=sent first")
  case .noSeverities(let profile):
    RefusalSentence(visible(profile) + " knows no severities", try: "write a note instead")
  case .arrivedBeforeSent(let sent):
    RefusalSentence(
      "the response was sent on " + sent.description, try: "give the day it arrived: occurred=…")
  case .noPanel(let stage, let profile):
    RefusalSentence(
      visible(profile) + " has no panel at stage " + DaysInWords.stage(stage.number),
      try: "decide and respond")
  case .panelNotNamed:
    RefusalSentence("no panel sits at this stage", try: "name its members with panel")
  case .panelSeats(let seats, let given, let clause):
    RefusalSentence(
      String(given) + " named, and the panel has " + String(seats.count) + " seats",
      clause: clauseText(clause), try: "name in this order: " + seats.map(visible).joined(separator: "; "))
  case .seatNeeds(let login, let post, let roles, let clause):
    RefusalSentence(
      login.text + " cannot take the seat of " + visible(post), clause: clauseText(clause), who: who(roles),
      try: "name one of them")
  case .notOnPanel(let login, let members):
    RefusalSentence(
      login.text + " is not on the panel that decides this stage",
      who: members.map(\.text).joined(separator: ", "), try: "let one of them do it, or name the panel anew")
  case .ownViewOnly:
    RefusalSentence("a resident reviewer records no view but their own", try: "leave member out")
  case .panelNotAsked(let seats, let ifWished, let clause):
    RefusalSentence(
      ifWished ? "nobody asked whether the resident wishes a panel" : "its panel is not named",
      clause: clauseText(clause),
      try: (ifWished ? "ask, then panel wished=no, or " : "")
        + "panel wished=yes with members in this order: "
        + seats.map(visible).joined(separator: "; "))
  case .panelNotAgreed(let members, let clause):
    RefusalSentence(
      "the decision is not agreed by " + members.map(\.text).joined(separator: " and "),
      clause: clauseText(clause), try: "record each view with agrees=yes after the last decision")
  case .stageBehind(let stage):
    RefusalSentence(
      "it has come as far as stage " + DaysInWords.stage(stage) + " already", try: "name a later stage")
  case .wayNeeded(let stage, let ways):
    RefusalSentence(
      "stage " + DaysInWords.stage(stage) + " is not the next one",
      try: ways.isEmpty ? "leave stage out" : "say by what way: by=" + orList(ways))
  case .noSuchWay(let stage, let asked, let allowed, let profile):
    RefusalSentence(
      visible(profile) + " does not let stage " + DaysInWords.stage(stage) + " be entered by "
        + visible(asked),
      try: allowed.isEmpty ? "answer the stage before first" : "by=" + orList(allowed))
  case .silenceNotOver(let until, let clause):
    RefusalSentence(
      "it goes up without an answer only after " + until.description, clause: clauseText(clause),
      try: "respond first")
  case .notSenior(let login, let needs):
    RefusalSentence(
      login.text + " is not above whoever sends it up", who: who(needs), try: "name one of them")
  case .nobodyAbove(let clause):
    RefusalSentence(
      "nobody above is on the staff list", clause: clauseText(clause), who: who([.director]),
      try: "name somebody: to=…")
  case .notRaised: RefusalSentence("it was not sent up to anybody", try: "escalate-management first")
  case .noSuchRise(let number):
    RefusalSentence("it was not sent up " + String(number) + " times", try: "show lists them")
  }
}

/// Why a step of the Ombudsman track was refused.
func sentence(for refusal: OmbudsmanRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .noSuchRequest(let number):
    RefusalSentence("there is no request " + String(number), try: "show lists the requests")
  case .whichRequest(let open):
    open.isEmpty
      ? RefusalSentence("no request of the Ombudsman is open", try: "record it with what=requested first")
      : RefusalSentence(
        "requests " + open.map { String($0) }.joined(separator: ", ") + " are open",
        try: "say which: request=1")
  case .alreadySent(let number):
    RefusalSentence("the evidence of request " + String(number) + " is sent", try: "record a new request")
  case .notExplained(let number):
    RefusalSentence(
      "the Ombudsman was not told why request " + String(number) + " is late", clause: "medway-2022 5.8.4",
      try: "record what=late with the reason first")
  case .notSigned(_, let role, let clause):
    RefusalSentence(
      "what goes to the Ombudsman is signed first", clause: clauseText(clause), who: who([role]),
      try: "let one of them sign-off")
  case .noSuchOrder(let number):
    RefusalSentence("there is no order " + String(number), try: "show lists the orders")
  case .alreadyComplied(let number):
    RefusalSentence("order " + String(number) + " is already complied with", try: "nothing needs to be done")
  case .orderBinds(let number):
    RefusalSentence(
      "order " + String(number) + " binds, and only a recommendation can be declined",
      try: "comply with it, and give the proof")
  case .noFailureType:
    RefusalSentence("a failure order or notice has a type", try: "give type=1, 2 or 3")
  case .noDirectWay:
    RefusalSentence(
      "the policy has no way to the Ombudsman past its own stages",
      try: "tell the resident that they may ask the Ombudsman for advice at any time")
  case .directAfter(let stage, let clause):
    RefusalSentence(
      "that way is open after stage " + DaysInWords.stage(stage) + " only", clause: clauseText(clause),
      try: "tell the resident how to reach the Ombudsman")
  case .alreadyAuthorised: RefusalSentence("it is already authorised", try: "nothing needs to be done")
  }
}

/// Why a step about behaviour was refused.
func sentence(for refusal: BehaviourRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .noWarning(let clause):
    RefusalSentence(
      "no warning was given", clause: clauseText(clause),
      try: "warn first, or say why none was possible: no-warning=…")
  case .alreadyRestricted(let number):
    RefusalSentence(
      "restriction " + String(number) + " is not ended", try: "review-restriction, or lift-restriction first")
  case .noRestriction: RefusalSentence("no restriction is in force", try: "show says what was")
  case .notAmong(let field, let value, let allowed, let clause):
    RefusalSentence(
      visible(field) + " \u{201C}" + visible(value) + "\u{201D} is not one the policy names",
      clause: clauseText(clause),
      try: "use "
        + allowed.enumerated().map { String($0.offset + 1) + " " + visible($0.element) }.joined(
          separator: "; "))
  case .untilPassed(let day):
    RefusalSentence(day.description + " is not later than its beginning", try: "give a later day")
  case .appealOpen(let number):
    RefusalSentence(
      "an appeal on restriction " + String(number) + " is not decided", try: "decide it: what=stands")
  case .noAppeal(let number):
    RefusalSentence(
      "nobody appealed against restriction " + String(number), try: "record what=made first")
  case .imposedIt(let login, let other, let clause):
    RefusalSentence(
      login.text + " imposed it", clause: clauseText(clause),
      who: other.isEmpty ? who([.director]) : visible(other), try: "let another decide the appeal")
  case .appealTo(let role, let clause):
    RefusalSentence(
      "an appeal is heard by " + roleWords([role]), clause: clauseText(clause), who: who([role]),
      try: "let one of them decide it")
  }
}
