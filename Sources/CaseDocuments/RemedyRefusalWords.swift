import Clocks
import Complaints

/// Why a step of putting things right was refused.
func sentence(for refusal: RemedyRefusal, who: ([Role]) -> String) -> RefusalSentence {
  switch refusal {
  case .noSuchPromise(let number):
    RefusalSentence("there is no promise " + String(number), try: "show lists the promises")
  case .alreadyKept(let number):
    RefusalSentence("promise " + String(number) + " is already kept", try: "record a new promise")
  case .sameDate(let number):
    RefusalSentence("promise " + String(number) + " already has that date", try: "give another date")
  case .apologyLacks(let parts, let clause):
    RefusalSentence(
      "the apology lacks " + parts.joined(separator: ", "), clause: clauseText(clause),
      try: "say yes to each part that the words hold, or call it an explanation")
  case .notAgreed(let clause):
    RefusalSentence(
      "the remedy is not agreed with the resident", clause: clauseText(clause),
      try: "agree it (agreed=yes), or give the full reasons: why-not=…")
  case .noSuchCompensation(let number):
    RefusalSentence(
      number == 0 ? "no single offer is open" : "there is no offer " + String(number),
      try: "say which: compensation=1")
  case .compensationSettled(let number, let what):
    RefusalSentence("offer " + String(number) + " is already " + what.rawValue, try: "make a new offer")
  case .compensationNotAccepted(let number):
    RefusalSentence(
      "offer " + String(number) + " is not accepted yet", try: "record what=accepted first")
  case .nothingOffered:
    RefusalSentence("the offer has no amount", try: "give pence by head: distress-inconvenience=10000")
  case .beyondLimit(let asked, let limit, let clause, let roles):
    RefusalSentence(
      "the offers come to " + poundsText(asked) + ", and you may offer " + poundsText(limit),
      clause: clauseText(clause), who: who(roles), try: "ask them to make the offer, or offer less")
  case .nothingLearned:
    RefusalSentence(
      "neither a lesson nor a reason is given", try: "give text=…, or why there is none: none=…")
  case .noSuchLesson(let number):
    RefusalSentence("there is no lesson " + String(number), try: "show lists what was learned")
  case .alreadyImplemented(let number):
    RefusalSentence("lesson " + String(number) + " is already implemented", try: "record a new lesson")
  case .notPutToOrganisation(let number):
    RefusalSentence(
      "lesson " + String(number) + " was not put to the organisation", try: "record it with organisation=yes")
  }
}

/// Pence as it is said: `£125`, `£12.50`.
package func poundsText(_ pence: Int) -> String {
  let pounds = "£" + String(pence / 100)
  let rest = pence % 100
  return rest == 0 ? pounds : pounds + "." + (rest < 10 ? "0" : "") + String(rest)
}
