import CaseDocuments
import Clocks
import Complaints
import PlainText
import SettingsFiles

extension CommandRun {
  /// `template list`, `show LETTER`, `check LETTER FILE` and `adopt LETTER FILE`.
  func template() throws(ShellFailure) {
    switch request.words[0] {
    case "list": try listTemplates()
    case "show":
      guard request.words.count == 2 else { throw .tooFewWords("template") }
      try showTemplate(try templateName(request.words[1]))
    case "check", "adopt":
      guard request.words.count == 3 else { throw .tooFewWords("template") }
      let name = try templateName(request.words[1])
      let text = try templateText(name, request.words[2])
      if request.words[0] == "check" { try checkTemplate(name, text) } else { try adoptTemplate(name, text) }
    case let other: throw .badValue("template", other, allowed: "list, show, check or adopt")
    }
  }

  private func templateName(_ name: String) throws(ShellFailure) -> String {
    guard LetterBook.names.contains(name) else {
      throw .badValue("template", name, allowed: orList(LetterBook.names))
    }
    return name
  }

  /// The words of a file, or with `ours` those the program carries.
  private func templateText(_ name: String, _ path: String) throws(ShellFailure) -> String {
    if path == "ours", let text = embeddedLetterText(name) { return text }
    if request.flags.contains("locked"), path != "-" { throw .pathWhileLocked(path) }
    let bytes = path == "-" ? readAll(surroundings.read) : try readFile(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .badInput(visible(path) + " is not UTF-8 text; save it as UTF-8")
    }
    return text
  }

  private func listTemplates() throws(ShellFailure) {
    let record = try openRecord(.reading)
    var rows: [[String]] = []
    for name in LetterBook.names {
      let own = record.register.templates.first { $0.name == name }
      let subject = record.letters[name: name]?.subjectWords ?? ""
      if json {
        output.json(
          CaseDocuments.record([
            "template": .string(name), "own": .bool(own != nil), "sha256": (own?.sha256).map { .string($0) },
            "subject": .unlessEmpty(subject),
          ]))
      } else {
        rows.append([
          name, own.map { "the landlord's own, " + $0.sha256.prefix(8) } ?? "ours", visible(subject),
        ])
      }
    }
    table(rows)
  }

  private func showTemplate(_ name: String) throws(ShellFailure) {
    let record = try openRecord(.reading)
    let own = record.register.templates.first { $0.name == name }?.text
    let text = own ?? embeddedLetterText(name) ?? ""
    if json { return output.json(CaseDocuments.record(["template": .string(name), "text": .string(text)])) }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      output.line(visible(String(line)))
    }
  }

  private func checkTemplate(_ name: String, _ text: String) throws(ShellFailure) {
    _ = try sound(name, text, try openRecord(.reading))
    if json { return output.json(CaseDocuments.record(["template": .string(name), "sound": .bool(true)])) }
    output.line(
      "a sound template for " + name + ": it has a place for everything the adopted policies ask for")
  }

  private func adoptTemplate(_ name: String, _ text: String) throws(ShellFailure) {
    let record = try recordToAdopt("the template " + name)
    _ = try sound(name, text, record)
    if record.register.templates.first(where: { $0.name == name })?.text == text {
      throw .badInput("that template for " + name + " is adopted already; nothing was changed")
    }
    let isDry = request.flags.contains("dry-run")
    if !isDry {
      let adopted = AdoptedText(name: name, text: text, sha256: sha256(text))
      do throws(RecordFailure) {
        try record.administer([.templateAdopted(adopted)], action: "adopt", seen: nil)
      } catch {
        throw record.shellFailure(error, "adopt the template " + name)
      }
    }
    if json {
      return output.json(CaseDocuments.record(["template": .string(name), "adopted": .bool(!isDry)]))
    }
    output.line(
      "the template for " + name
        + (isDry
          ? " would be adopted; nothing was changed" : " is adopted; letters are written by it from now on"))
  }

  /// The template, unless it has a mistake or no place for what an adopted policy asks of that letter.
  private func sound(_ name: String, _ text: String, _ record: OpenRecord) throws(ShellFailure)
    -> LetterTemplate
  {
    let (template, mistakes) = readTemplate(text, name: name)
    for mistake in mistakes {
      tellFault("line " + String(mistake.line) + ": " + mistake.what, line: mistake.line)
    }
    guard let template else { throw .someRefused }
    if name == LetterBook.letterhead, !template.blanks.contains(.letter) {
      tellFault("the letterhead has no place for the letter: {letter} on a line of its own", line: nil)
      throw .someRefused
    }
    let gaps = templateGaps(template, in: record.letters[name: LetterBook.letterhead], record.rules.profiles)
    for gap in gaps {
      tellFault(
        "the letter has no {" + LetterBlank(gap.item).rawValue + "}: " + itemWords(gap.item) + " ("
          + gap.clause.text + ")", line: nil)
    }
    if !gaps.isEmpty { throw .someRefused }
    return template
  }

  private func tellFault(_ what: String, line: Int?) {
    if json {
      output.json(CaseDocuments.record(["line": line.map { .integer($0) }, "what": .string(what)]))
    } else {
      output.error(visible(what))
    }
  }
}
