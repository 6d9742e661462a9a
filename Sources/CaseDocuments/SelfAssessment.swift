package import Clocks
package import Complaints

/// Each provision of the Code with what the record counts under it, what falls short, and the cases behind
/// (Code 8.1; medway-2022 5.8.3).
///
/// `listed` says which cases may be named to the reader; `limit` how many of a row.
package func selfAssessment(
  _ cases: [TalliedCase], policy: [Finding], limit: Int, listed: (CaseReference) -> Bool,
  _ asked: ReportAsked
) -> Report {
  var counted: [String: ProvisionCount] = [:]
  for count in provisionCounts(cases, asked) { counted[count.number] = count }
  let rows = CodeProvision.all.map { provision -> [ReportCell] in
    let said = policy.filter { $0.provision.place == provision.number && $0.kind != .stricter }.count
    guard let count = counted[provision.number] else {
      return [
        .text(provision.number), .text(provision.words), .text("not told by the record"), .none, .none,
        .count(said), .none,
      ]
    }
    let shown = count.breaches.filter(listed).prefix(limit)
    return [
      .text(provision.number), .text(provision.words), .text(count.what), .count(count.count),
      count.canBreach ? .count(count.breaches.count) : .none, .count(said),
      shown.isEmpty ? .none : .cases(Array(shown)),
    ]
  }
  let findings = policy.filter { $0.kind != .stricter }.map { finding -> [ReportCell] in
    [
      .text(finding.provision.place), .text(finding.kind.rawValue), .text(finding.what),
      .text(finding.clause?.text ?? "the policy is silent"),
    ]
  }
  return asked.report(
    "self-assessment", "Self-assessment against the Complaint Handling Code 2024",
    notes: [
      ReportNote(
        "Falls short",
        "A letter late by the Code or not sent by its day, a gap sent with a recorded reason, a"
          + " point left undecided, a promise or order past its day, an upheld complaint without remedy or learning."
      ),
      ReportNote(
        "Not told by the record",
        "What only the governing body can judge. Where the policy itself is looser than"
          + " the Code, or silent, the second table says so (profile check)."),
      ReportNote("Cases", "No more than " + String(limit) + " of a row; the number beside them is of all."),
    ],
    sections: [
      ReportSection(
        "Provisions",
        tables: [
          ReportTable(
            "provision", "The Code, provision by provision",
            columns: [
              ReportColumn("provision", "Code"), ReportColumn("says", "In a few words"),
              ReportColumn("what", "What is counted"), ReportColumn("count", "Number"),
              ReportColumn("breaches", "Falls short"), ReportColumn("policy", "Findings on the policy"),
              ReportColumn("cases", "Cases behind it"),
            ], rows: rows)
        ]),
      ReportSection(
        "The policy",
        tables: [
          ReportTable(
            "policy", "Where the policy is looser than the Code, silent or out of date",
            columns: [
              ReportColumn("provision", "Code"), ReportColumn("kind", "How"), ReportColumn("what", "What"),
              ReportColumn("clause", "Where"),
            ], rows: findings)
        ]),
    ])
}

/// What the record counts under one provision, and the cases that fall short of it, each once.
struct ProvisionCount {
  let number: String
  let what: String
  var count = 0
  var canBreach = true
  var breaches: [CaseReference] = []

  init(_ number: String, _ what: String, canBreach: Bool = true) {
    self.number = number
    self.what = what
    self.canBreach = canBreach
  }

  mutating func add(_ figures: TalliedCase, count more: Int = 1, breaks: Bool = false) {
    count += more
    if breaks, breaches.last != figures.reference { breaches.append(figures.reference) }
  }
}
