package import Clocks
package import Complaints

/// A case as it is exported: what is counted of it, and its texts as whoever exports may read them.
package struct ExportedCase: Sendable {
  package var figures: CaseFigures
  package var file: CaseFile
  /// The case as the queue keeps it, made of its whole record.
  package var row: CaseRow
  /// Its clocks, for the sheet of clocks alone.
  package var clocks: [ClockReckoning] = []
  /// What it owes beside the letters of its stages, for the sheet of that alone.
  package var owes: [OwedThing] = []

  package init(figures: CaseFigures, file: CaseFile, row: CaseRow) {
    self.figures = figures
    self.file = file
    self.row = row
  }
}

/// What can be exported, one row for each thing of its kind.
package enum ExportSheet: String, CaseIterable, Hashable, Sendable {
  case cases, stages, clocks, owed, points, decisions, contacts, actions, promises, learning, compensation
  case remedies, ombudsman, surveys

  /// What a row is, for help.
  package var summary: String {
    switch self {
    case .cases: "a case: kind, state, dates, place, who, and what was said"
    case .stages: "a stage: its letters, and both due days of each with whether it went in time"
    case .clocks: "a clock: what by when for whom, since when, and how it stands on the day of the export"
    case .owed: "a thing owed that day beside the letters of the stages, by the words of owes:"
    case .points: "a head of complaint with its newest decision"
    case .decisions: "a decision on a head of complaint, of every stage, the later ones last"
    case .contacts: "a contact or failed attempt"
    case .actions: "an entry of a timeline: when, by whom, of which kind, undone or not"
    case .promises: "a promise with its days"
    case .learning: "a lesson and what became of it"
    case .compensation: "an offer of money by heads, in pence, and what became of it"
    case .remedies: "a remedy offered"
    case .ombudsman: "a contact, finding, order or recommendation of the Ombudsman"
    case .surveys: "how satisfied a resident was, or what a scrutiny panel scored"
    }
  }

  /// Names of its columns, stable.
  package func columns(withNeeds: Bool = false) -> [String] {
    switch self {
    case .cases: caseColumns.map(\.name) + (withNeeds ? ["needs"] : [])
    case .stages: ["ref"] + stageColumns.map(\.name)
    case .clocks: ["ref"] + clockColumns.map(\.name)
    case .owed: ["ref", "owes", "day"]
    case .points: ["ref"] + pointColumns
    case .decisions: ["ref"] + decisionColumns
    case .contacts: ["ref"] + contactColumns
    case .actions: ["ref"] + actionColumns
    case .promises: ["ref"] + promiseColumns
    case .learning: ["ref"] + lessonColumns
    case .compensation: ["ref"] + moneyColumns
    case .remedies: ["ref", "on", "what", "point", "stage", "agreed", "text"]
    case .ombudsman: ["ref"] + ombudsmanColumns
    case .surveys: ["ref", "on", "what", "score", "rootCause", "action"]
    }
  }

  /// The rows of one case.
  package func rows(_ exported: ExportedCase, zone: ZoneTable, withNeeds: Bool = false) -> [[ExportCell]] {
    let ref = ExportCell.text(exported.figures.reference.text)
    let rows: [[ExportCell]]
    switch self {
    case .cases:
      let needs = withNeeds ? [ExportCell(exported.file.needsInWords)] : []
      return [caseColumns.map { $0.cell(exported) } + needs]
    case .stages: rows = exported.figures.stages.map { stage in stageColumns.map { $0.cell(stage) } }
    case .clocks: rows = exported.clocks.map { clock in clockColumns.map { $0.cell(clock) } }
    case .owed: rows = exported.owes.map { [.text($0.kind.rawValue), ExportCell($0.day)] }
    case .points: rows = pointRows(exported)
    case .decisions: rows = decisionRows(exported.file)
    case .contacts: rows = contactRows(exported)
    case .actions: rows = actionRows(exported.file, zone)
    case .promises: rows = promiseRows(exported)
    case .learning: rows = lessonRows(exported)
    case .compensation: rows = moneyRows(exported)
    case .remedies: rows = remedyRows(exported)
    case .ombudsman: rows = ombudsmanRows(exported)
    case .surveys: rows = surveyRows(exported.file, zone)
    }
    return rows.map { [ref] + $0 }
  }
}

extension CaseFile {
  /// Needs as given and as recorded, for whoever asks for them by name.
  fileprivate var needsInWords: String {
    let told = intake.openNeeds.flatMap { need in
      need.told.adjustments + [
        need.told.language, need.told.vulnerability, need.told.disability, need.told.text,
      ]
    }
    return (contact.person.needs + told).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// A column by its name and what it holds.
struct ExportColumn<Row>: Sendable {
  let name: String
  let cell: @Sendable (Row) -> ExportCell

  init(_ name: String, _ cell: @escaping @Sendable (Row) -> ExportCell) {
    self.name = name
    self.cell = cell
  }
}
