import Clocks
import Complaints
import PlainText

/// The letters whose text is on record, as `show --json` gives them.
func letterTextMembers(_ file: CaseFile) -> [(String, JSON?)] {
  let letters = file.letters
  guard !letters.isEmpty else { return [] }
  return [
    (
      "letterTexts",
      .array(
        letters.map { letter in
          record([
            "seq": .integer(Int(letter.seq)), "letter": .string(letter.letter.rawValue),
            "route": letter.queued.route.map { .string($0.rawValue) }, "to": .unlessEmpty(letter.queued.to),
            "subject": .unlessEmpty(letter.queued.subject),
            "releaseAt": .string(letter.releaseAt.description),
            "stopped": letter.isCancelled ? .bool(true) : nil,
            "taken": letter.taken.map { .string($0.text) }, "override": .unlessEmpty(letter.queued.override),
            "text": .string(letter.queued.body),
          ])
        })
    )
  ]
}

/// The letters on record as lines of the page: which, to whom and how, and the line that holds it.
func letterPart(_ file: CaseFile, _ zone: ZoneTable) -> CaseSheet.Part {
  CaseSheet.Part(
    heading: "Letters",
    table: file.letters.map { letter in
      let left = letter.isCancelled ? "stopped" : clockTime(letter.releaseAt, zone: zone)
      let route = letter.queued.route.map { ", " + routeWords($0) } ?? ""
      return [
        letter.letter.rawValue, visible(letter.queued.toName + route), left, "line " + String(letter.seq),
      ]
    })
}
