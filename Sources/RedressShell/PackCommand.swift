import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText
import SettingsFiles
import TextCanvas

extension CommandRun {
  /// `pack CASE --out DIR`: the record of a case as an Ombudsman asks for it, in one new folder.
  func pack() throws(ShellFailure) {
    guard let out = request.options["out"] else { throw .missingOption("out", command: "pack") }
    let record = try openRecord(.reading)
    let file = try record.caseFile(request.words[0])
    try record.guardPack(file)
    let path = try exportPath(out, record)
    var pack = try packCase(file, record)
    let attachments = pack.attachmentFiles { record.attachment($0) }
    pack.lost = attachments.lost
    var files: [PackedFile]
    do throws(MailFault) {
      files = try pack.letterFiles(record.letterOffice, identity: record.register.journalID)
    } catch {
      throw .badInput(mailSentence(error))
    }
    files += attachments.files + pack.ruleFiles
    files.append(
      PackedFile("record.json", jsonText(wholeRecord(pack)) + "\n", about: "The record for programs"))
    files += pack.tableFiles(pack.report([]))
    files = summed(files)
    let index = pack.indexFiles(pack.report(files), width: displayWidth)
    files = summed(index) + files
    files.append(PackedFile("SHA256SUMS", checksums(files), about: "The sum of every file"))
    try writeNewFolder(files, to: path) { () throws(ShellFailure) in
      try self.disclose(Disclosed(.pack, subject: file.reference.text), of: record)
    }
    tell(pack, files, path)
  }

  private func tell(_ pack: PackCase, _ files: [PackedFile], _ path: String) {
    let holes = pack.holes
    guard !json else {
      return output.json(
        CaseDocuments.record([
          "case": .string(pack.file.reference.text), "dir": .string(path), "files": .integer(files.count),
          "evidenceDue": pack.evidenceDue.map { .string($0.description) },
          "missing": .array(
            holes.map {
              CaseDocuments.record([
                "about": .string($0.about), "missing": .string($0.what), "clause": .string($0.clause.text),
              ])
            }),
          "seq": .integer(Int(pack.seq)), "head": .string(pack.head),
        ]))
    }
    output.line(
      "pack of " + pack.file.reference.text + " in " + visible(path) + ": " + String(files.count)
        + " files; begin with index.html or index.txt")
    if let due = pack.evidenceDue { output.line("evidence is due " + pack.dueWords(due)) }
    output.line(
      holes.isEmpty
        ? "nothing is missing"
        : String(holes.count) + (holes.count == 1 ? " thing is missing:" : " things are missing:"))
    table(holes.map { ["  " + visible($0.about), visible($0.what), visible($0.clause.text)] })
  }

  private func packCase(_ file: CaseFile, _ record: OpenRecord) throws(ShellFailure) -> PackCase {
    var hidden: Set<SensitivePart> = []
    switch record.sight(file) {
    case .without(let parts): hidden = parts
    case .everything, .redacted, .keptOut, .closed, .notNamed, .figuresOnly, .notReady: break
    }
    return PackCase(
      file: file, clocks: record.rules.clocks(of: file.facts, now: record.now(), explain: true),
      rules: record.rules, staff: record.register.staff, landlord: record.register.landlord?.landlord ?? "",
      isPractice: record.practice, madeBy: record.me, now: record.now(), seq: record.journal.lastSeq,
      head: record.journal.headHash, hidden: hidden, policies: record.policies(of: file))
  }

  private func wholeRecord(_ pack: PackCase) -> JSON {
    caseRecord(
      pack.file, clocks: pack.clocks,
      lettersOwed: lettersOwed(pack.file, pack.rules, today: pack.today), rules: pack.rules)
  }

  private func summed(_ files: [PackedFile]) -> [PackedFile] {
    files.map { file in
      var file = file
      file.sha256 = SHA256().of(file.bytes).hex
      return file
    }
  }
}

extension OpenRecord {
  /// Refuses a pack to whoever may not work on what it is for: it names the resident on every page.
  func guardPack(_ file: CaseFile) throws(ShellFailure) {
    let attempt = "make a pack of " + file.reference.text
    guard reach == .cases, register.staff.holds(me, any: OpenRecord.packers, on: today) == true else {
      throw refused(attempt, .roleMayNot(action: "pack", needs: [.handler, .supervisor]))
    }
  }

  /// Who answers the Ombudsman; the roles above a handler are among them.
  private static let packers: Set<Complaints.Role> = [.handler, .supervisor]

  /// The adopted text of every policy a stage of that case was worked under, the Code's last.
  func policies(of file: CaseFile) -> [AdoptedText] {
    var versions: [String] = []
    for stage in file.stages {
      let own = rules.profile(
        named: file.triage?.profile ?? "", begun: stage.started.day, seq: stage.startedSeq)
      let code = rules.code(begun: stage.started.day, seq: stage.startedSeq)
      versions += [own?.version, code.version].compactMap(\.self)
    }
    if file.stages.isEmpty {
      versions = [rules.profile(of: file)?.version, rules.code.version].compactMap(\.self)
    }
    var found: [AdoptedText] = []
    for adoption in register.adoptionHistory where !adoption.isCalendar {
      guard isOne(adoption.text, of: versions), !found.contains(where: { $0.text == adoption.text.text })
      else {
        continue
      }
      found.append(adoption.text)
    }
    if !found.contains(where: { $0.name == rules.code.name }), let text = embeddedProfileText(rules.code.name)
    {
      let sum = SHA256().of(Array(text.utf8)).hex
      found.append(AdoptedText(name: rules.code.name, text: text, sha256: sum))
    }
    return found
  }

  private func isOne(_ text: AdoptedText, of versions: [String]) -> Bool {
    do throws(DataFileError) {
      return versions.contains(try parseProfile(text.text, file: text.name).version)
    } catch {
      // A text that is no profile any more was never one a stage was worked under.
      return false
    }
  }

  /// The bytes of an attachment; nil where they are not there, or are not what the record names.
  func attachment(_ sum: String) -> [UInt8]? {
    guard sum.utf8.count == 64,
      sum.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    do throws(ShellFailure) {
      let bytes = try readFile(journal.path + "/attachments/" + sum)
      return SHA256().of(bytes).hex == sum ? bytes : nil
    } catch {
      return nil
    }
  }
}
