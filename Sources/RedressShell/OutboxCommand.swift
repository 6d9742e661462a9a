import CaseDocuments
import Clocks
import Complaints
import Glibc
import PlainText

/// One letter of the outbox with its case.
struct OutboxLetter {
  var file: CaseFile
  var letter: LetterOnRecord
}

extension CommandRun {
  /// `outbox list` and `outbox take --to DIR`.
  func outbox() throws(ShellFailure) {
    switch request.words[0] {
    case "list": try listOutbox()
    case "take":
      guard let folder = request.options["to"] else { throw .missingOption("to", command: "outbox") }
      try takeOutbox(folder)
    case let other: throw .badValue("outbox", other, allowed: "list or take")
    }
  }

  private func listOutbox() throws(ShellFailure) {
    let record = try openRecord(.reading)
    try record.guardLetters("list the outbox")
    let now = record.now()
    var rows: [[String]] = []
    for number in record.casesWithLetters {
      for found in record.untaken(number) {
        let letter = found.letter
        let standing = standingWords(letter, at: now)
        if json {
          output.json(
            CommandRun.letterRecord(
              letter.queued, found.file.reference, letter, standing: standing, format: nil, text: nil,
              lacking: []))
        } else {
          rows.append([
            found.file.reference.text, String(letter.seq), letter.letter.rawValue,
            letter.queued.route?.rawValue ?? "", standing, visible(letter.queued.toName),
            visible(letter.queued.subject),
          ])
        }
      }
    }
    if !json, rows.isEmpty { output.line("no letter waits or has left untaken") }
    table(rows)
  }

  /// Hands every letter that has left to a folder, once, and records it.
  ///
  /// A letter is written under a hidden name first, then recorded, then given its own name: whatever stops the
  /// program, the next `take` into the same folder ends what was begun.
  private func takeOutbox(_ given: String) throws(ShellFailure) {
    let record = try openRecord(.acting)
    try record.guardLetters("take letters")
    let folder = try OutboxFolder(try exportPath(given, record), mayMake: request.flags.contains("locked"))
    try finish(folder, record)
    var refused = false
    var count = 0
    for number in record.casesWithLetters {
      let now = record.now()
      let found = record.untaken(number)
      // A case is taken whole: while one of its letters waits, the others do too.
      guard !found.isEmpty, found.allSatisfy({ $0.letter.standing(at: now) == .sent }) else { continue }
      do throws(ShellFailure) {
        let names = try put(found, folder, record)
        do throws(RecordFailure) {
          _ = try record.perform(
            .step(.work(.letterTaken(LetterTaken()))), on: number, occurred: nil, sawRevision: nil)
        } catch {
          for name in names { folder.drop(name) }
          throw record.shellFailure(error, "take the letters of " + found[0].file.reference.text)
        }
        for (name, letter) in zip(names, found) {
          try folder.release(name)
          count += 1
          told(name, letter, record)
        }
      } catch {
        guard case .refused = error else { throw error }
        refused = true
        if let sentence = error.sentence { output.error(sentence) }
      }
    }
    if !json { output.line(count == 1 ? "1 letter taken" : String(count) + " letters taken") }
    if refused { throw .someRefused }
  }

  /// Writes the letters of one case under hidden names.
  private func put(
    _ found: [OutboxLetter], _ folder: OutboxFolder, _ record: OpenRecord
  ) throws(ShellFailure) -> [String] {
    var names: [String] = []
    for one in found {
      let queued = one.letter.queued
      let format = LetterFormat(route: queued.route ?? .post, form: queued.form ?? .plain)
      let seq = String(one.letter.seq)
      let name = one.file.reference.text + "-" + one.letter.letter.rawValue + "-" + seq + "." + format.ending
      let text: String
      do throws(MailFault) {
        text = try record.letterOffice.written(
          queued, as: format, from: one.letter.by,
          identity: one.file.reference.text + "." + seq + "." + record.register.journalID,
          date: one.letter.releaseAt)
      } catch {
        for name in names { folder.drop(name) }
        throw .refused(
          attempt: "take the letters of " + one.file.reference.text, .work(.unfitAddress(queued.toMail)),
          who: "")
      }
      try folder.put(Array(text.utf8), as: name)
      names.append(name)
    }
    return names
  }

  /// Ends what an earlier `take` into that folder had begun.
  private func finish(_ folder: OutboxFolder, _ record: OpenRecord) throws(ShellFailure) {
    for name in try folder.unfinished() {
      let parts = name.split(separator: ".")[0].split(separator: "-")
      let isTaken =
        parts.count > 3
        && parts.last.flatMap { UInt64($0) }.map { seq in
          guard let row = record.register.find(parts[0] + "-" + parts[1]),
            let file = record.seenFile(row.number)
          else {
            return false
          }
          return file.letters.contains { $0.seq == seq && $0.taken != nil }
        } ?? false
      if isTaken { try folder.release(name) } else { folder.drop(name) }
    }
  }

  private func told(_ name: String, _ found: OutboxLetter, _ record: OpenRecord) {
    guard json else { return output.line(name) }
    output.json(
      CaseDocuments.record([
        "case": .string(found.file.reference.text), "seq": .integer(Int(found.letter.seq)),
        "letter": .string(found.letter.letter.rawValue), "file": .string(name),
      ]))
  }
}

extension OpenRecord {
  /// Refuses letters to whoever is not to know who complained: a letter begins with name and address.
  func guardLetters(_ attempt: String) throws(ShellFailure) {
    guard reach == .cases else {
      throw refused(attempt, .roleMayNot(action: "letter", needs: Role.readers))
    }
  }

  /// Cases in which a letter was confirmed since letters were last taken.
  var casesWithLetters: [CaseNumber] {
    register.rows.filter { $0.marks.contains(.outbox) }.map(\.number)
  }

  /// The letters of a case nobody has taken, stopped and kept ones left out.
  func untaken(_ number: CaseNumber) -> [OutboxLetter] {
    guard let file = seenFile(number) else { return [] }
    return file.letters.filter { letter in
      guard letter.isHandable else { return false }
      switch letter.standing(at: now()) {
      case .waiting, .sent: return true
      case .taken, .cancelled: return false
      }
    }.map { OutboxLetter(file: file, letter: $0) }
  }
}
