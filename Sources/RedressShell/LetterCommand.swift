import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `letter CASE KIND`: the letter as it was sent, or as it would be.
  func letter() throws(ShellFailure) {
    guard let kind = LetterKind(rawValue: request.words[1]) else {
      throw .badValue("letter", request.words[1], allowed: orList(LetterKind.allCases.map(\.rawValue)))
    }
    let record = try openRecord(.reading)
    let file = try record.caseFile(request.words[0])
    try record.guardLetters("give out a letter of " + file.reference.text)
    if record.readsNamedParts(file) {
      try disclose(Disclosed(.read, subject: file.reference.text), of: record)
    }
    let sent = file.letters.filter { $0.letter == kind && !$0.isCancelled }
    let kept = request.flags.contains("draft") ? nil : sent.last { !$0.isForAffected } ?? sent.last
    if let kept { return try give(kept.queued, kept, [], file, record) }
    guard
      let draft = record.letterOffice.draft(
        LetterErrand(newest: kind, in: file), about: file, by: record.me, now: record.now())
    else { throw .nothingFound("a template for " + kind.rawValue) }
    try give(draft.queued, nil, draft.lacking, file, record)
  }

  private func give(
    _ queued: LetterQueued, _ kept: LetterOnRecord?, _ lacking: [RequiredItem], _ file: CaseFile,
    _ record: OpenRecord
  ) throws(ShellFailure) {
    let format = try letterFormat(queued)
    let seq = kept.map { String($0.seq) } ?? "draft"
    let text: String
    do throws(MailFault) {
      text = try record.letterOffice.written(
        queued, as: format, from: kept?.by ?? file.handler ?? record.me,
        copyTo: file.contact.person.email,
        identity: file.reference.text + "." + seq + "." + record.register.journalID,
        date: kept?.releaseAt ?? record.now())
    } catch {
      throw .badInput(mailSentence(error))
    }
    let standing = kept.map { standingWords($0, at: record.now()) } ?? "draft"
    if let out = request.options["out"] {
      let path = try exportPath(out, record)
      try writeNew(Array(text.utf8), to: path)
      if !json { output.line(visible(path) + ": " + letterWords(queued.letter ?? .update) + ", " + standing) }
    } else if !json {
      for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        output.line(shown(String(line)))
      }
    }
    for item in lacking {
      let why = "the letter has no " + itemWords(item.item) + " (" + item.clause.text + ")"
      if !json { output.error("draft: " + visible(why)) }
    }
    guard json else { return }
    output.json(
      CommandRun.letterRecord(
        queued, file.reference, kept, standing: standing, format: format,
        text: request.options["out"] == nil ? text : nil, lacking: lacking))
  }

  /// A line of a letter for standard output: on a terminal nothing from outside is printed raw.
  private func shown(_ line: String) -> String {
    guard surroundings.outputIsTerminal else { return line }
    return visible(line.unicodeScalars.last == "\r" ? String(line.unicodeScalars.dropLast()) : line)
  }

  /// The format asked for, else by the letter's way and needs where it goes to a file, else text.
  private func letterFormat(_ queued: LetterQueued) throws(ShellFailure) -> LetterFormat {
    guard let text = request.options["format"] else {
      guard request.options["out"] != nil else { return .text }
      return LetterFormat(route: queued.route ?? .post, form: queued.form ?? .plain)
    }
    guard let format = LetterFormat(rawValue: text) else {
      throw .badValue("--format", text, allowed: orList(LetterFormat.allCases.map(\.rawValue)))
    }
    return format
  }

  /// `{"case","letter","seq","standing","route","to","subject","format","text","lacking"}`.
  static func letterRecord(
    _ queued: LetterQueued, _ reference: CaseReference, _ kept: LetterOnRecord?, standing: String,
    format: LetterFormat?, text: String?, lacking: [RequiredItem]
  ) -> JSON {
    record([
      "case": .string(reference.text), "letter": .string(queued.letter?.rawValue ?? ""),
      "seq": kept.map { .integer(Int($0.seq)) }, "standing": .string(standing),
      "route": queued.route.map { .string($0.rawValue) }, "to": .string(queued.to),
      "subject": .string(queued.subject), "releaseAt": (kept?.releaseAt).map { .string($0.description) },
      "format": format.map { .string($0.rawValue) }, "text": text.map { .string($0) },
      "lacking": lacking.isEmpty
        ? nil
        : .array(
          lacking.map { record(["item": .string($0.item.rawValue), "clause": .string($0.clause.text)]) }),
    ])
  }
}

/// Why a letter makes no mail message.
func mailSentence(_ fault: MailFault) -> String {
  switch fault {
  case .lineBreak(let header):
    "the header " + header + " would hold a line break, and no message was made; put the record right"
  case .address(let address):
    "\"" + visible(address)
      + "\" is not one e-mail address, and no message was made; use --format text or html"
  }
}
