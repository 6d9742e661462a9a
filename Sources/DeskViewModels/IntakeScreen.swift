import CaseDocuments
import Clocks
import Complaints
import TextCanvas

/// Taking a contact: one screen, likely duplicates beside it, kept as a draft at every pause.
struct IntakeScreen: Hashable, Sendable {
  var form: Form
  private(set) var headline: [TextSpan] = []
  private(set) var duplicates = Duplicates()

  init(_ reader: RecordReader) {
    form = IntakeForm.of(reader)
    form.goTo("name")
    form.markOpened()
    refresh(reader)
  }

  mutating func press(_ key: KeyEvent, _ command: DeskCommand?, _ reader: RecordReader) -> [OverlayWish] {
    if command == .help { return [.run(.help)] }
    if command == .editText { return form.editWishes }
    let before = form.focus
    let answer = form.press(key, command)
    var wishes: [OverlayWish] = []
    switch answer {
    case .stay: break
    case .changed: refresh(reader)
    case .cancel: return [.close]
    case .keep: return [.keepAndClose]
    case .confirm: wishes = confirm(reader)
    }
    if let text = form.textToSpell(left: before) { wishes.append(.effect(.spell(text))) }
    return wishes
  }

  private mutating func confirm(_ reader: RecordReader) -> [OverlayWish] {
    form.problem = ""
    for at in form.fields.indices { form.fields[at].problem = "" }
    let when = readWhen(form.value("received"), reader)
    guard when.isRead else {
      form.refuse("received", "say when as 14:30, 2026-11-20, 2026-11-20 14:30, or leave it empty for now")
      return []
    }
    guard !form.value("narrative").isEmpty else {
      form.refuse("narrative", "Write down what they say.")
      return []
    }
    let proposed = TriageFields.proposal(form, reader)?.kind
    if let kind = Kind(rawValue: form.value("kind")), kind != proposed, form.value("reason").isEmpty {
      form.refuse("reason", "Say why it is \(kindWords(kind)) when the answers do not propose it.")
      return []
    }
    let received = when.occurred ?? Occurrence(day: reader.today, moment: reader.now)
    let steps = IntakeForm.steps(form, received: received, reader)
    return [.submit(Submission(steps: steps, done: "contact recorded", isBulk: false))]
  }

  /// Looks for duplicates and works the proposal out anew.
  mutating func refresh(_ reader: RecordReader) {
    headline = TriageHeadline.of(form, reader)
    guard duplicates.look(IntakeForm.person(form), IntakeForm.property(form), reader) else { return }
    let options =
      [IntakeForm.newPerson]
      + duplicates.people.map { person in
        PickOption(value: person.number.text, label: person.number.text + " " + person.name)
      }
    let kept = form.value("person")
    if let at = form.fields.firstIndex(where: { $0.name == "person" }) {
      form.fields[at].input = .choice(options, chosen: options.firstIndex { $0.value == kept } ?? 0)
    }
  }

  mutating func refused(_ why: String) { form.refuse(nil, why) }

  mutating func fit(_ body: Size) {
    let columns = body.columns >= 110 ? body.columns * 3 / 5 : body.columns
    form.inputColumns = Form.inputColumns(columns - 3)
  }

  func draw(on grid: inout TextGrid, in body: Rect, _ reader: RecordReader) {
    grid.fill(body)
    grid.box(body, title: "New contact", focused: true)
    var inside = body.inset()
    inside = Rect(
      column: inside.column + 1, row: inside.row, columns: inside.columns - 1, rows: inside.rows)
    let parts =
      body.columns >= 110
      ? inside.splitAt(columns: inside.columns * 3 / 5)
      : {
        let cut = inside.splitAt(rows: inside.rows - (duplicates.isEmpty ? 0 : min(5, inside.rows / 3)))
        return (left: cut.top, right: cut.bottom)
      }()
    // A second row where it is long: the clause behind a proposal is said to the caller and may not be cut off.
    let needed = headline.reduce(0) { $0 + displayWidth($1.text) } > parts.left.columns ? 2 : 1
    let cut = parts.left.splitAt(rows: parts.left.rows >= 10 ? needed : 0)
    if !cut.top.isEmpty {
      var text = ReadingText()
      text.add(headline)
      drawReading(text, on: &grid, in: cut.top, from: 0)
    }
    form.draw(on: &grid, in: cut.bottom)
    duplicates.draw(on: &grid, in: parts.right, reader)
  }
}
