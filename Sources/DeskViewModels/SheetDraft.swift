package import Complaints
import TextCanvas

/// A sheet or a new contact as far as it was typed, kept so that nothing typed is lost.
package struct SheetDraft: Hashable, Sendable {
  /// What is being written: a new contact, or a step on the cases its sheet was opened for.
  package struct Subject: Hashable, Sendable {
    /// Nil for a new contact.
    package let action: ActionName?
    package let cases: [CaseReference]

    package init(action: ActionName?, cases: [CaseReference]) {
      self.action = action
      self.cases = cases
    }

    package static let newContact = Subject(action: nil, cases: [])

    /// What it is, to say it: `note on C26-000042`.
    package var words: String {
      guard let action, let first = cases.first else { return "new contact" }
      let on = cases.count == 1 ? first.text : "\(cases.count) cases"
      return action.rawValue + " on " + on
    }
  }

  /// One field by name, as typed.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package let subject: Subject
  /// The fields that hold something else than they held when the sheet opened.
  package let fields: [Field]
  /// The field that had the keys.
  package let at: String

  package init(of subject: Subject, fields: [Field], at: String = "") {
    self.subject = subject
    self.fields = fields
    self.at = at
  }

  package var isEmpty: Bool { fields.allSatisfy { $0.value.isEmpty } }

  /// The longest of what was typed, on one line: what the draft is known again by.
  var gist: String {
    oneLine(fields.max { $0.value.count < $1.value.count }?.value ?? "")
  }
}

extension Form {
  /// What was typed so far; nil where nothing was.
  func draft(of subject: SheetDraft.Subject) -> SheetDraft? {
    guard isChanged else { return nil }
    let typed = fields.filter { $0.takesKeys && $0.value != opened[$0.name, default: ""] }
    guard !typed.isEmpty else { return nil }
    return SheetDraft(
      of: subject, fields: typed.map { SheetDraft.Field(name: $0.name, value: $0.value) },
      at: fields.indices.contains(focus) ? fields[focus].name : "")
  }

  /// Takes the fields as they stand for what the record says: what differs from now on was typed.
  mutating func markOpened() {
    opened = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
    keepsDrafts = true
  }

  /// Puts what was typed before where it was.
  mutating func restore(_ draft: SheetDraft) {
    for field in draft.fields { set(field.name, field.value) }
    isChanged = true
    goTo(draft.at)
  }
}

extension Overlay {
  /// What is being written here; nil where nothing is, or nothing that outlives the sitting.
  var draftSubject: SheetDraft.Subject? {
    switch self {
    case .intake: .newContact
    case .sheet(let sheet):
      sheet.handsOver != nil || sheet.seq != nil
        ? nil : SheetDraft.Subject(action: sheet.name, cases: sheet.targets.map(\.reference))
    case .reading, .question, .escalation, .letters, .dashboard, .help, .command, .theme, .views, .finder,
      .drafts, .promises:
      nil
    }
  }

  /// What was typed here so far.
  var draft: SheetDraft? { draftSubject.flatMap { form?.draft(of: $0) } }
}

extension Desk {
  /// What is being typed now, to keep when the terminal is lost.
  package var drafts: [SheetDraft] { overlays.compactMap(\.draft) }

  /// Saves whatever was typed since the last time.
  mutating func keepDrafts() -> [DeskEffect] {
    var effects: [DeskEffect] = []
    for draft in drafts where !sitting.drafts.contains(draft) {
      keep(draft)
      effects.append(.saveDraft(draft))
    }
    return effects
  }

  /// Notes a draft in the place of the one before.
  mutating func keep(_ draft: SheetDraft) {
    sitting.drafts.removeAll { $0.subject == draft.subject }
    sitting.drafts.append(draft)
  }

  /// Takes away what lies on top, and the draft of it.
  mutating func closeTop() -> [DeskEffect] {
    guard let subject = overlays.popLast()?.draftSubject else { return [] }
    return drop(subject)
  }

  /// Closes the sheet of a bulk that was refused in part; what was typed is kept for the cases that stay marked.
  mutating func keepForTheRest() -> [DeskEffect] {
    let typed = overlays.last?.draft
    let dropped = closeTop()
    let rest = queue.marked.compactMap { number in
      typed?.subject.cases.first { $0.number == number }
    }
    guard let typed, !rest.isEmpty else { return dropped }
    let draft = SheetDraft(
      of: SheetDraft.Subject(action: typed.subject.action, cases: rest), fields: typed.fields, at: typed.at)
    keep(draft)
    return dropped + [.saveDraft(draft)]
  }

  mutating func drop(_ subject: SheetDraft.Subject) -> [DeskEffect] {
    guard sitting.drafts.contains(where: { $0.subject == subject }) else { return [] }
    sitting.drafts.removeAll { $0.subject == subject }
    return [.dropDraft(subject)]
  }

  /// Puts what was typed before into the sheet just opened for the same step.
  mutating func restoreDraft(_ reader: RecordReader) {
    guard let top = overlays.indices.last, let subject = overlays[top].draftSubject,
      let draft = sitting.drafts.first(where: { $0.subject == subject }),
      !(overlays[top].form?.isChanged ?? true)
    else { return }
    if case .sheet(var sheet) = overlays[top] {
      sheet.addLetterFields(for: draft)
      overlays[top] = .sheet(sheet)
    }
    guard var form = overlays[top].form else { return }
    form.restore(draft)
    overlays[top].form = form
    overlays[top].refresh(reader)
    // Choices that follow from what was typed are offered only now.
    overlays[top].form?.restore(draft)
    notice = .done("What you had typed is here again; Esc asks whether to keep it.")
  }

  /// Says what was left unfinished by a desk that is gone, and how to go on with it.
  mutating func offer(_ found: [SheetDraft], _ reader: RecordReader) {
    for draft in found { keep(draft) }
    guard let first = found.first else { return }
    if found.count > 1 {
      notice = .done("\(found.count) unfinished texts were kept; :drafts lists them.")
    } else if first.subject.action == nil {
      notice = .done("An unfinished contact was kept; \(reader.key(.newContact)) goes on with it.")
    } else {
      notice = .done("An unfinished \(first.subject.words) was kept; :drafts goes on with it.")
    }
  }

  /// Opens the sheet of a draft again; where the step can no longer be taken, its words can still be read.
  mutating func resume(_ draft: SheetDraft, _ reader: RecordReader) {
    guard let action = draft.subject.action, let first = draft.subject.cases.first else {
      takeContact(reader)
      return
    }
    if draft.subject.cases.count > 1 {
      queue.mark(only: draft.subject.cases.map { UInt32($0.number.index) })
    } else {
      queue.unmarkAll()
      go(to: first.number)
    }
    let depth = overlays.count
    openSheet(action, reader)
    guard overlays.count == depth else { return }
    var text = ReadingText()
    text.add(notice?.text ?? "", .refusal)
    for field in draft.fields where !field.value.isEmpty {
      text.heading(field.name)
      for line in field.value.split(separator: "\n", omittingEmptySubsequences: false) {
        text.add(String(line))
      }
    }
    open(.reading(ReadingScreen(title: "Draft ─ " + draft.subject.words, text: text)), reader)
  }
}
