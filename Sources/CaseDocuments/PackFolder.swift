import Clocks
import Complaints
import PlainText

extension PackCase {
  /// The letters that left or wait, with a running number of two digits.
  var numberedLetters: [(number: Int, letter: LetterOnRecord)] {
    file.letters.enumerated().map { (number: $0 + 1, letter: $1) }
  }

  /// `letters/01-acknowledgement-line-13`, without an ending.
  func letterPath(_ number: Int, _ letter: LetterOnRecord) -> String {
    "letters/" + CalendarDay.padded(number, 2) + "-" + letter.letter.rawValue + "-line-" + String(letter.seq)
  }

  /// Each letter that left, as plain text and as a page, and as the message where it went by e-mail.
  ///
  /// - Throws: what of a letter cannot stand in a message.
  package func letterFiles(_ office: LetterOffice, identity: String) throws(MailFault) -> [PackedFile] {
    var files: [PackedFile] = []
    for (number, letter) in numberedLetters where !letter.isCancelled && letter.standing(at: now) != .waiting
    {
      let path = letterPath(number, letter)
      let about = letterWords(letter.letter) + ", " + clockTime(letter.releaseAt, zone: rules.zone)
      for format in LetterFormat.allCases where format != .eml || letter.queued.route == .email {
        let text = try office.written(
          letter.queued, as: format, from: letter.by,
          identity: file.reference.text + "." + String(letter.seq) + "." + identity, date: letter.releaseAt)
        files.append(PackedFile(path + "." + format.ending, text, about: about))
      }
    }
    for stage in wordsOfResponse {
      files.append(
        PackedFile(
          responsePath(stage), (stage.response?.text ?? "") + "\n",
          about: "response of stage " + String(stage.stage.number) + " in the words recorded with it"))
    }
    return files
  }

  /// Stages whose response has its words in the step that recorded it, and no letter of its own.
  var wordsOfResponse: [StageRecord] {
    file.stages.filter { stage in
      guard let responded = stage.responded, let response = stage.response, !response.text.isEmpty else {
        return false
      }
      return !file.letters.contains { letter in
        letter.letter == .response && !letter.isCancelled
          && rules.zone.day(of: letter.releaseAt) >= responded.day
          && letter.seq >= (stage.respondedSeq ?? 0) && letter.seq <= (stage.respondedSeq ?? .max)
      }
    }
  }

  func responsePath(_ stage: StageRecord) -> String {
    "letters/response-of-stage-" + String(stage.stage.number) + ".txt"
  }

  /// The attachments whose bytes are there, each under a plain name; `bytes` gives them by their sum.
  package func attachmentFiles(_ bytes: (String) -> [UInt8]?) -> (files: [PackedFile], lost: [RecordHole]) {
    var files: [PackedFile] = []
    var lost: [RecordHole] = []
    for (place, attachment) in file.kept.attachments.enumerated() {
      guard let found = bytes(attachment.sha256) else {
        lost.append(
          RecordHole(
            "attachment " + String(place + 1),
            attachment.name + " is named and not there, or not what it was",
            Clause(source: "code-2024", place: "5.12")))
        continue
      }
      files.append(
        PackedFile(
          "attachments/" + CalendarDay.padded(place + 1, 2) + "-" + packedName(attachment.name), found,
          about: attachment.name + (attachment.text.isEmpty ? "" : ": " + attachment.text)))
    }
    return (files, lost)
  }

  /// What explains the dates, and the rules they stand on.
  package var ruleFiles: [PackedFile] {
    let explained = clocks.flatMap { clockExplanation($0) + [""] }.joined(separator: "\n")
    return [PackedFile("clocks.txt", explained, about: "How every date was counted, day by day")]
      + policies.map {
        PackedFile(
          "policy/" + packedName($0.name) + ".json", $0.text, about: "Policy " + $0.name + " as adopted")
      }
  }

  /// Each table of the index as a file a spreadsheet reads.
  package func tableFiles(_ report: Report) -> [PackedFile] {
    report.tables.filter { !$0.rows.isEmpty && $0.name != "files" && $0.name != "case" }.map { table in
      PackedFile(
        "tables/" + table.name + ".csv", reportCSV(report, table: table.name), about: table.caption)
    }
  }

  /// The index itself: a page, plain text, and for programs.
  package func indexFiles(_ report: Report, width: @escaping (String) -> Int) -> [PackedFile] {
    [
      PackedFile("index.html", report.written(as: .html, width: width), about: "The index as a page"),
      PackedFile("index.txt", report.written(as: .text, width: width), about: "The index as text"),
      PackedFile("index.json", report.written(as: .json, width: width), about: "The index for programs"),
    ]
  }
}

/// The sums of those files as `sha256sum -c` reads them.
package func checksums(_ files: [PackedFile]) -> String {
  files.map { $0.sha256 + "  " + $0.path + "\n" }.joined()
}
