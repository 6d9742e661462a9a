import Clocks

/// Days a cluster is looked for in, and as many before them to compare with.
package let clusterDays = 28

/// How often the same place makes a cluster in those days.
private let placeCount = 3

/// How often the same issue does, where it came at most half as often in the days before.
private let issueCount = 5

/// Rows looked at for clusters: live ones, and so many of the newest.
///
/// A case that ended and was recorded longer ago than that is not counted: a cluster is news, and a landlord
/// with so many contacts in eight weeks has a cluster in the rest as well.
private let newestRows = 4_000

extension CaseRegister {
  /// The same place or issue several times in four weeks, the most often first.
  func clusters(
    _ context: QueryContext, named: Bool, mayList: (CaseRow) -> Bool, text: (TextPlace) -> String
  ) -> [ClusterAlert] {
    let today = context.today
    let from = today.adding(days: 1 - clusterDays)
    let earlier = from.adding(days: -clusterDays)
    let newest = UInt32(max(0, rows.count - newestRows))
    var indexes = live.filter { $0 < newest }
    indexes += newest..<UInt32(rows.count)
    var seen: [Sign: (count: Int, before: Int)] = [:]
    for index in indexes {
      let row = rows[Int(index)]
      guard row.received >= earlier, row.received <= today, !named || mayList(row) else { continue }
      for sign in signs(of: row, named: named, text) {
        if row.received >= from {
          seen[sign, default: (0, 0)].count += 1
        } else {
          seen[sign, default: (0, 0)].before += 1
        }
      }
    }
    return seen.compactMap { sign, times -> ClusterAlert? in
      switch sign.kind {
      case .place: if times.count < placeCount { return nil }
      case .issue: if times.count < issueCount || times.count < 2 * times.before { return nil }
      }
      return ClusterAlert(
        kind: sign.kind, name: sign.name, count: times.count, before: times.before,
        way: .query(query(sign, from: from)))
    }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private struct Sign: Hashable {
    let kind: ClusterKind
    let name: String
  }

  private func signs(of row: CaseRow, named: Bool, _ text: (TextPlace) -> String) -> [Sign] {
    var signs: [Sign] = []
    let postcode = text(row.postcode)
    if named, !isBlank(postcode) { signs.append(Sign(kind: .place, name: postcode.uppercased())) }
    let category = text(row.category)
    if !isBlank(category) { signs.append(Sign(kind: .issue, name: category)) }
    return signs
  }

  /// Every case of it, ended ones too: naming the states looks at those.
  private func query(_ sign: Sign, from: CalendarDay) -> String {
    let field = sign.kind == .place ? "place" : "category"
    let value = sign.name.filter { $0 != "\"" }.split(separator: ",").first.map(String.init) ?? ""
    let states = CaseState.allCases.map(\.rawValue).joined(separator: ",")
    return field + ":\"" + value + "\" received:" + from.description + ".. state:" + states
  }
}
