import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// A case a sheet is about, fixed when the sheet opened.
struct SheetTarget: Hashable, Sendable {
  let number: CaseNumber
  let reference: CaseReference
  /// The revision its author has seen.
  var revision: UInt64
}

/// A step being prepared: it names its case or cases, and another key confirms it.
struct Sheet: Hashable, Sendable {
  let name: ActionName
  var title: String
  var targets: [SheetTarget]
  var form: Form
  /// Said above the fields.
  var headline: [TextSpan] = []
  /// Whose open work goes over, piece by piece, where the sheet is about that.
  var handsOver: StaffLogin?
  /// The line an undo or redo is about.
  var seq: UInt64?

  var isBulk: Bool { targets.count > 1 || handsOver != nil }

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .addPoint, name == .respond, let target = targets.first {
      return [.push(.sheet(SheetForms.point(target, reader)))]
    }
    if command == .help { return [.run(.help)] }
    if command == .editText { return form.editWishes }
    if command == .editLetter { return showLetter(reader) }
    let before = form.focus
    let answer = form.press(key, command)
    let spell = form.textToSpell(left: before).map { [OverlayWish.effect(.spell($0))] } ?? []
    switch answer {
    case .stay: return spell
    case .changed:
      refreshHeadline(reader)
      return spell
    case .cancel: return [.close]
    case .keep: return [.keepAndClose]
    case .confirm: return confirm(reader)
    }
  }

  /// Turns the fields into steps; what cannot be read is said in the sheet and nothing is sent.
  private mutating func confirm(_ reader: RecordReader) -> [OverlayWish] {
    form.problem = ""
    for at in form.fields.indices { form.fields[at].problem = "" }
    let when = readWhen(form.value("occurred"), reader)
    guard when.isRead else {
      form.refuse("occurred", "say when as 14:30, 2026-11-20, 2026-11-20 14:30, or leave it empty for now")
      return []
    }
    let actions: [Action]
    do throws(Refusal) {
      actions = try SheetActions.read(self, reader)
    } catch {
      form.refuse(SheetActions.field(of: error, in: self), words(error, reader))
      return []
    }
    guard let first = actions.first else {
      form.refuse(nil, "Nothing is filled in yet.")
      return []
    }
    if !isBulk, let target = targets.first, let file = reader.file(target.number),
      let refusal = reader.refusal(of: first, on: file, occurred: when.occurred)
    {
      form.refuse(SheetActions.field(of: refusal, in: self), words(refusal, reader))
      return []
    }
    if let from = handsOver { return handOver(from, first, when.occurred, reader) }
    let steps = targets.flatMap { target in
      actions.map { action in
        PlannedStep(
          step: .action(action, target.number), subject: target.reference.text, sawRevision: target.revision,
          occurred: when.occurred, letter: letterWords)
      }
    }
    return [.submit(Submission(steps: steps, done: SheetForms.doneWords(name, actions), isBulk: isBulk))]
  }

  /// A refusal in words; what is missing is called as the sheet calls it.
  private func words(_ refusal: Refusal, _ reader: RecordReader) -> String {
    guard case .missing(_, let clause) = refusal, let name = SheetActions.field(of: refusal, in: self),
      let field = form.fields.first(where: { $0.name == name }), field.value.isEmpty
    else { return reader.words(refusal) }
    let label = field.input == .heading ? "One of these" : "“" + field.label + "”"
    return label + " is wanted here" + (clause.map { " (" + $0.text + ")" } ?? "") + "."
  }

  /// Every piece of somebody's open work as a step of its own, for whoever the sheet names.
  private func handOver(
    _ from: StaffLogin, _ assign: Action, _ occurred: Occurrence?, _ reader: RecordReader
  ) -> [OverlayWish] {
    guard case .assign(let to) = assign else { return [] }
    let steps = targets.flatMap { target -> [PlannedStep] in
      guard let file = reader.file(target.number) else { return [] }
      return file.openWork(of: from).map { item in
        PlannedStep(
          step: .action(item.given(to: to), target.number),
          subject: target.reference.text + ", " + workItemWords(item, file), sawRevision: target.revision,
          occurred: occurred)
      }
    }
    return [.submit(Submission(steps: steps, done: "handed over", isBulk: true, unit: "pieces of work"))]
  }

  /// Stands on the field that is still wanted, or on Confirm where nothing is and nobody outside is told by it.
  mutating func goToWhatIsMissing(_ reader: RecordReader) {
    guard let target = targets.first, let file = reader.file(target.number) else { return }
    do throws(Refusal) {
      for action in try SheetActions.read(self, reader) {
        if let refusal = reader.refusal(of: action, on: file) { throw refusal }
      }
      if !form.isOutward { form.goToConfirm() }
    } catch {
      if let field = SheetActions.field(of: error, in: self) { form.goTo(field) }
    }
  }

  /// Says what the answers propose, in a triage sheet.
  mutating func refreshHeadline(_ reader: RecordReader) {
    guard name == .triage else { return }
    headline = TriageHeadline.of(form, reader)
  }

  /// Looks at the record again: points added meanwhile get their fields, what was typed stays.
  mutating func renew(_ reader: RecordReader) {
    guard name == .respond, let target = targets.first, let file = reader.file(target.number) else { return }
    let before = form.fields.indices.contains(form.focus) ? form.fields[form.focus].name : ""
    let fields = ResponseFields.renewed(form, file)
    guard fields.map(\.name) != form.fields.map(\.name) else { return }
    let added = fields.first { $0.takesKeys && !form.fields.map(\.name).contains($0.name) }
    form.fields = fields
    form.goTo(added?.name ?? before)
    headline = [TextSpan("^N adds a point.", .dim)]
    targets[0].revision = file.revisionBy == reader.me ? file.revision : target.revision
  }

  /// Shows why the steps were not recorded; after a look at what changed, confirming again may go through.
  mutating func refused(_ why: String, _ reader: RecordReader) {
    form.refuse(nil, why)
    for at in targets.indices {
      if let row = reader.register.row(targets[at].number) { targets[at].revision = row.revision }
    }
  }

  /// Room the sheet asks for.
  private func size(in body: Rect) -> Size {
    let columns = min(body.columns, 96)
    let rows = form.neededRows(columns: columns - 4) + 2 + headlineRows(body, columns)
    return Size(columns: columns, rows: min(body.rows, rows))
  }

  /// Two rows for what is said above the fields, up to four where it is longer and there is room.
  private func headlineRows(_ body: Rect, _ columns: Int) -> Int {
    guard !headline.isEmpty else { return 0 }
    var text = ReadingText()
    text.add(headline)
    let wanted = min(4, max(2, text.wrapped(columns: columns - 4).count))
    return body.rows >= wanted + 12 ? wanted : min(2, max(0, body.rows - 8))
  }

  func draw(on grid: inout TextGrid, in body: Rect) {
    let frame = body.centred(size(in: body))
    grid.fill(frame)
    grid.box(frame, title: title, focused: true)
    var inside = frame.inset()
    inside = Rect(
      column: inside.column + 1, row: inside.row, columns: inside.columns - 2, rows: inside.rows)
    let cut = inside.splitAt(rows: headlineRows(body, frame.columns))
    if !cut.top.isEmpty {
      var text = ReadingText()
      text.add(headline)
      drawReading(text, on: &grid, in: cut.top, from: 0)
    }
    form.draw(on: &grid, in: cut.bottom)
  }

  /// Tells the form its width, for moving inside texts.
  mutating func fit(_ body: Size) {
    let columns = min(body.columns, 96) - 4
    form.inputColumns = Form.inputColumns(columns)
  }
}

/// What the triage answers so far propose, and the clause behind it.
enum TriageHeadline {
  static func of(_ form: Form, _ reader: RecordReader) -> [TextSpan] {
    guard let proposal = TriageFields.proposal(form, reader) else {
      return [
        TextSpan("Answer y or n from the top until it is decided; in doubt it is a complaint.", .dim)
      ]
    }
    guard proposal.rule != .inDoubt else {
      return [
        TextSpan("Not decided yet", .notice), TextSpan("; in doubt it is a complaint "),
        TextSpan("(" + proposal.clause.text + ")", .link),
      ]
    }
    return [
      TextSpan("Proposes " + kindWords(proposal.kind), .notice), TextSpan(": " + proposal.because + " "),
      TextSpan("(" + proposal.clause.text + ")", .link),
    ]
  }
}
