import Clocks
import Complaints

/// Why a step of the hazard track was refused.
func sentence(for refusal: HazardRefusal) -> RefusalSentence {
  switch refusal {
  case .noSuchHazard(let number):
    RefusalSentence("there is no hazard " + String(number), try: "show lists the hazards")
  case .whichHazard(let open):
    open.isEmpty
      ? RefusalSentence("no hazard is open", try: "record it with what=reported first")
      : RefusalSentence(
        "hazards " + open.map { String($0) }.joined(separator: ", ") + " are open", try: "say which: hazard=1"
      )
  case .alreadyRecorded(let what, let number):
    RefusalSentence(
      "hazard " + String(number) + " already has its entry \u{201C}" + what.rawValue + "\u{201D}",
      try: "correct that entry, or report a new hazard")
  case .notInvestigated(let number):
    RefusalSentence(
      "the investigation of hazard " + String(number) + " is not recorded as ended",
      clause: "SI 2025/1042 regulation 9", try: "record what=investigated first")
  case .hourNeeded:
    RefusalSentence(
      "twenty-four hours run from an hour, and only a date is given", clause: "SI 2025/1042",
      try: "give the hour: occurred=2026-11-20T14:30")
  }
}
