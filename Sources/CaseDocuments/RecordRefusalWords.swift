import Complaints
import PlainText

/// Why nothing could be put with the record.
func sentence(for refusal: RecordRefusal) -> RefusalSentence {
  switch refusal {
  case .noFile: RefusalSentence("no file is named", try: "give file= with a path, or - for standard input")
  case .unreadable(let file, let why):
    RefusalSentence(visible(file) + " cannot be read: " + why, try: "name a file you may read")
  case .tooLarge(let bytes, let limit):
    RefusalSentence(
      "it has " + String(bytes) + " bytes, and an attachment may have " + String(limit),
      try: "attach it in parts, or a smaller copy")
  case .pathWhileLocked:
    RefusalSentence("no path can be named from there", try: "give file=- and send the file to standard input")
  }
}
