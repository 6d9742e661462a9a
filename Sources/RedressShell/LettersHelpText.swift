import CaseDocuments
import Clocks
import Complaints

/// `help letters`: how letters are written, kept, handed over and worded.
let lettersHelp = """
  A step that writes to somebody (acknowledge, extend, respond, refuse, warn, …) records its letter in the same
  line: the exact text, to whom, by what way, and when it leaves, a minute later. Nothing has to run for that.
    redress act 42 cancel-letter reason="wrong date"     within the minute; the step is taken back with it
    redress act 42 send-letter letter=handler-change     what no step sends: \(bySend)
    redress letter 42 acknowledgement                    as it was sent; before that, or with --draft, as it
                                                         would be, with what it lacks and the clause on stderr
    redress letter 42 response --format html --out r.html
  Formats: text, html (in large print where that need is on record), eml. With --out and no --format the way
  and the needs on record decide. --out never writes over a file.
    redress act 42 answer-affected affected=2 channel=letter [letter=acknowledgement]
                                                         the response, or the acknowledgement, refusal or
                                                         escalation-refusal the resident had, to another of
                                                         several people affected: a letter of their own
  What a policy asks of a letter and is not there holds it; override=… records why it goes all the same.
    redress act 42 acknowledge … letter-text=- < changed.txt
                                                         the letter as you changed it: what is kept and sent.
  A changed letter has to say what is required still: every number, date and address, half of the longer words.

  THE OUTBOX
    redress outbox list                  letters that wait or have left and were not taken
    redress outbox take --to DIR         hands each letter that has left to DIR once, and records it; if it is
                                         stopped halfway, the next take into the same DIR ends what was begun
  A case is taken whole: while one of its letters waits, the others wait with it.

  THE WORDS
    redress template list                which are ours and which the landlord's own
    redress template show warning > warning.txt
    redress template check warning warning.txt
    redress template adopt warning warning.txt [--dry-run]    binds from then on; FILE "ours" goes back to ours
  A template is text. "subject: …" and, where it is not English, "lang: cy" come first, then a blank line. Blocks
  have blank lines between; "## " begins a heading, "- " an item of a list. A blank is written {definition}.
  A block with a blank that has nothing to say is left out, and so is a heading with nothing under it. {?name}
  and {!name} print nothing and keep their block only where that blank has something, or nothing. What stands
  between [each point] and [end] is repeated for each point. "letterhead" is what every letter is set into.
  Blanks: \(blanks)
  """

private let bySend = LetterKind.allCases.filter { $0.sentBy == nil }.map(\.rawValue).joined(separator: " ")

private let blanks: String = {
  var lines: [String] = []
  var line = ""
  for blank in LetterBlank.allCases {
    if line.utf8.count + blank.rawValue.utf8.count > 90 {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + blank.rawValue
  }
  lines.append(line)
  return lines.joined(separator: "\n    ")
}()
