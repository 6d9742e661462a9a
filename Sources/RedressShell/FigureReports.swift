import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `report` of a period: `workload`, `quarterly`, `annual`, `measures`, `sample`, `self-assessment`.
  func reportFigures(_ kind: FigureReport) throws(ShellFailure) {
    let form = try reportForm()
    let beside = try kind == .measures ? publishedBeside() : []
    let definition = try measureDefinition()
    let most = try limit()
    let record = try openRecord(.reading)
    if kind == .workload, record.reach != .cases {
      throw record.refused("report the workload", .people(.figuresOnly))
    }
    let asked = try record.asked(about: try period(kind, on: record.today))
    let cases = try record.figures(touching: asked.period)
    let report: Report
    switch kind {
    case .quarterly: report = periodReport(.quarterly, cases, asked)
    case .annual: report = periodReport(.annual, cases, asked)
    case .measures: report = measuresReport(cases, by: definition, beside: beside, asked)
    case .workload: report = workloadReport(cases, names: record.names, asked)
    case .selfAssessment:
      let policy = record.rules.profiles.flatMap {
        checkProfile($0, against: record.rules.code, on: record.today)
      }
      report = selfAssessment(
        cases, policy: policy, limit: most ?? 20,
        listed: { record.register.row($0.number).map(record.mayList) ?? false }, asked)
    case .sample: report = try sample(cases, count: most ?? 5, record, asked)
    }
    give(report, as: form)
  }

  /// `--from D --to D`; without them the quarter, or the reporting year, the day lies in.
  private func period(_ kind: FigureReport, on today: CalendarDay) throws(ShellFailure) -> ReportPeriod {
    func day(_ option: String) throws(ShellFailure) -> CalendarDay? {
      guard let text = request.options[option] else { return nil }
      return try occurrence("--" + option, text).day
    }
    let usual = kind.isYearly ? ReportPeriod.year(of: today) : .quarter(of: today)
    let from = try day("from")
    let to = try day("to")
    let period: ReportPeriod
    switch (from, to) {
    case (nil, nil): period = usual
    case (let from?, let to?): period = ReportPeriod(from: from, to: to)
    case (let from?, nil): period = ReportPeriod(from: from, to: max(from, today))
    case (nil, let to?):
      period = ReportPeriod(from: (kind.isYearly ? ReportPeriod.year(of: to) : .quarter(of: to)).from, to: to)
    }
    guard period.from <= period.to else {
      throw .badValue("--to", period.to.description, allowed: "a day not before --from")
    }
    return period
  }

  private func measureDefinition() throws(ShellFailure) -> MeasureDefinition {
    guard let name = request.options["definition"] else { return .made }
    guard let found = MeasureDefinition.all.first(where: { $0.name == name }) else {
      throw .badValue("--definition", name, allowed: orList(MeasureDefinition.all.map(\.name)))
    }
    return found
  }

  /// What other landlords published, where `--beside FILE` names it.
  private func publishedBeside() throws(ShellFailure) -> [PublishedMeasure] {
    guard let path = request.options["beside"] else { return [] }
    if request.flags.contains("locked"), path != "-" { throw .pathWhileLocked(path) }
    let bytes = try readFile(path)
    do {
      return try publishedMeasures(bytes)
    } catch {
      switch error {
      case .csv(let fault): throw .badInput(path + ": line " + String(fault.line) + ": " + fault.description)
      case .columnMissing(let heading):
        throw .badInput(path + ": no column is headed " + heading + "; give the regulator's table whole")
      }
    }
  }

  /// Draws the sample and redacts it.
  private func sample(
    _ cases: [TalliedCase], count: Int, _ record: OpenRecord, _ asked: ReportAsked
  ) throws(ShellFailure) -> Report {
    guard record.reach != .namedCases else {
      throw record.refused("draw a sample", .people(.notNamed))
    }
    let seed: UInt64
    if let text = request.options["seed"] {
      guard let given = UInt64(text) else { throw .badValue("--seed", text, allowed: "a whole number") }
      seed = given
    } else {
      seed = ScrutinySample.seed(journal: record.register.journalID, asked.period)
    }
    var closed: Set<CaseReference> = []
    for figures in cases where record.register.row(figures.reference.number)?.isGuarded ?? false {
      try record.eachFile([figures.reference.number]) { (file) throws(ShellFailure) in
        if file.sensitiveParts[.whole] != nil || file.isKept(from: record.me) {
          closed.insert(file.reference)
        }
      }
    }
    let open = cases.filter { !closed.contains($0.reference) }
    let samples = [Stage.one, .two].map { stage in
      ScrutinySample(open, stage, count: count, seed: seed, asked.period)
    }
    var files: [CaseReference: CaseFile] = [:]
    try record.eachFile(samples.flatMap(\.drawn).map(\.number)) { (file) throws(ShellFailure) in
      files[file.reference] = file.seen(
        .redacted(Set(ResidentDetail.allCases), without: Set(file.sensitiveParts.keys)), zone: zone)
    }
    return sampleReport(samples, files, asked)
  }
}

/// The reports counted from every case.
enum FigureReport: String, CaseIterable {
  case workload, quarterly, annual, measures, sample
  case selfAssessment = "self-assessment"

  /// Whether it is of a year where no days are named.
  var isYearly: Bool {
    switch self {
    case .annual, .measures, .selfAssessment: true
    case .workload, .quarterly, .sample: false
    }
  }
}

extension CaseFile {
  /// Whether that member of staff is kept out of it.
  func isKept(from login: StaffLogin) -> Bool { people.shields.keptOut[login] != nil }
}

extension OpenRecord {
  func asked(about period: ReportPeriod) throws(ShellFailure) -> ReportAsked {
    ReportAsked(
      period: period, asAt: now(), zone: zone, landlord: register.landlord?.landlord ?? "",
      isPractice: practice,
      homes: register.homes, duties: rules.profiles.flatMap(\.reporting))
  }

  /// The names of everybody who works here or did.
  var names: [StaffLogin: String] {
    var names: [StaffLogin: String] = [:]
    for member in register.staff.members { names[member.login] = member.name }
    return names
  }

  /// What is counted of every case that something happened on in those days or since, or that is not done with.
  ///
  /// A case that ended before, and that nobody has touched since, has nothing to tell of them.
  func figures(touching period: ReportPeriod) throws(ShellFailure) -> [TalliedCase] {
    var dues = DueMemory(rules, now: now())
    var all: [TalliedCase] = []
    do throws(JournalFailure) {
      let first = try journal.firstLine(
        recordedFrom: zone.moment(of: period.from, hour: 0, minute: 0, second: 0))
      let numbers = register.rows.lazy.filter { row in
        row.received <= period.to && (row.revision >= first || row.isLive)
      }.map(\.number)
      try journal.eachCounted(numbers) { file in
        var figures = CaseFigures(of: file, zone: zone)
        dues.reckon(&figures, file)
        all.append(TalliedCase(figures))
      }
    } catch {
      throw ShellFailure(error)
    }
    return all
  }
}
