import CaseDocuments
import Complaints

/// What of a timeline is shown.
enum TimelineKind: String, CaseIterable, Hashable, Sendable {
  case all, contacts, letters, decisions, notes, people, other

  var title: String { self == .all ? "" : " ─ " + rawValue + " only" }

  /// The kind an entry belongs to, by the name its event has in the journal.
  private static func of(_ event: Event) -> TimelineKind {
    let name = eventKind(event)
    let kinds: [(TimelineKind, [String])] = [
      (.contacts, ["contact.", "callback.", "update."]), (.letters, ["letter."]), (.notes, ["note."]),
      (
        .decisions, ["point.", "complaint.", "response.", "case.closed", "case.refused", "remedy.", "panel."]
      ),
      (.people, ["case.assigned", "case.claimed", "case.released", "person.", "need.", "staff."]),
    ]
    return kinds.first { $0.1.contains(where: name.hasPrefix) }?.0 ?? .other
  }

  /// Positions of the entries shown, the newest first.
  func places(in file: CaseFile?) -> [Int] {
    guard let file else { return [] }
    let all = file.entries.indices.reversed()
    return self == .all ? Array(all) : all.filter { Self.of(file.entries[$0].entry.event) == self }
  }

  /// The next kind of which the case has an entry.
  func next(in file: CaseFile?) -> TimelineKind {
    let kinds = Self.allCases
    let here = kinds.firstIndex(of: self) ?? 0
    for step in 1..<kinds.count {
      let kind = kinds[(here + step) % kinds.count]
      if !kind.places(in: file).isEmpty { return kind }
    }
    return .all
  }
}
