package import Complaints
package import PlainText

/// CH01, complaints for every 1,000 homes; CH02, the share in Code time.
package enum MeasureKind: String, CaseIterable, Hashable, Sendable {
  case ch01, ch02

  var times: Int { self == .ch01 ? 1000 : 100 }
}

/// Part and whole as another landlord published them.
package struct PublishedShare: Hashable, Sendable {
  package var part: Int
  package var whole: Int

  static func isLess(_ left: PublishedShare, _ right: PublishedShare) -> Bool {
    left.part * right.whole < right.part * left.whole
  }

  func cell(_ kind: MeasureKind) -> ReportCell {
    switch kind {
    case .ch01: .rate(part, in: whole, per: 1000)
    case .ch02: .share(of: part, in: whole)
    }
  }
}

/// What became of reckoning a published figure again.
package enum PublishedVerdict: Hashable, Sendable {
  /// The same to the decimal.
  case reproduced
  /// Another figure comes out, in tenths.
  case differs(published: String, reckoned: String)
  /// A marker stands in place of a figure: `[U]` too few to publish, `[X]` not available, `[E]` left out by the
  /// regulator.
  case skipped(String)
  case unreadable(String)

  /// How many of each, by name.
  package static func tally(_ measures: [PublishedMeasure]) -> [(String, Int)] {
    var counts: [String: Int] = [:]
    for measure in measures { counts[measure.verdict.name, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private var name: String {
    switch self {
    case .reproduced: "reproduced"
    case .differs: "another figure comes out"
    case .skipped(let marker): "skipped, " + marker
    case .unreadable: "unreadable"
    }
  }
}

/// One measure of one landlord out of the regulator's table.
package struct PublishedMeasure: Hashable, Sendable {
  package var landlord: String
  /// `LCRA`, `LCHO` or `Combined`.
  package var group: String
  package var kind: MeasureKind
  package var stage: Stage
  /// Nil where a marker stands for it.
  package var share: PublishedShare?
  package var verdict: PublishedVerdict
}

/// Why a table of published measures cannot be read.
package enum PublishedFileError: Error, Hashable, Sendable {
  case csv(CSVError)
  /// No column has that in its heading.
  case columnMissing(String)
}

/// Every measure of the regulator's table, each reckoned again from its numerator and denominator.
///
/// Columns are found by what their headings say (`LCRA - … (CH01 1 Numerator)`), whatever footnotes follow. A
/// cell with a marker is skipped by that name.
package func publishedMeasures(_ bytes: [UInt8]) throws(PublishedFileError) -> [PublishedMeasure] {
  var reader = CSVReader(bytes)
  var record = CSVRecord()
  var columns: PublishedColumns?
  var found: [PublishedMeasure] = []
  while true {
    do {
      guard try reader.next(into: &record) else { return found }
    } catch {
      throw .csv(error)
    }
    let cells = record.fields.map { reader.text(of: $0) }
    guard let columns else {
      columns = try PublishedColumns(cells)
      continue
    }
    for place in columns.places { found.append(place.measure(cells)) }
  }
}

/// Where each measure stands in the table.
private struct PublishedColumns {
  struct Place {
    var group: String
    var kind: MeasureKind
    var stage: Stage
    var published: Int
    var part: Int
    var whole: Int

    func measure(_ cells: [String]) -> PublishedMeasure {
      var measure = PublishedMeasure(
        landlord: cells.first ?? "", group: group, kind: kind, stage: stage, share: nil, verdict: .reproduced)
      let own = [published, part, whole].map { cells.indices.contains($0) ? cells[$0] : "" }
      if let marker = own.first(where: { $0.hasPrefix("[") }) {
        measure.verdict = .skipped(marker)
        return measure
      }
      guard let part = wholeNumber(own[1]), let whole = wholeNumber(own[2]), whole > 0, own[0] != "" else {
        measure.verdict = .unreadable(own.joined(separator: " "))
        return measure
      }
      measure.share = PublishedShare(part: part, whole: whole)
      let reckoned = plainTenths(part, whole, times: kind.times)
      let shown = own[0].contains(".") ? own[0] : own[0] + ".0"
      if reckoned != shown { measure.verdict = .differs(published: own[0], reckoned: reckoned) }
      return measure
    }
  }

  var places: [Place] = []

  init(_ headings: [String]) throws(PublishedFileError) {
    for group in ["LCRA", "LCHO", "Combined"] {
      for stage in [Stage.one, .two] {
        for kind in MeasureKind.allCases {
          let name = kind.rawValue.uppercased() + " " + String(stage.number)
          func column(_ wanted: String) throws(PublishedFileError) -> Int {
            for (place, heading) in headings.enumerated()
            where heading.hasPrefix(group + " ") && heading.contains("(" + name + wanted) { return place }
            throw .columnMissing(group + " (" + name + wanted)
          }
          places.append(
            Place(
              group: group, kind: kind, stage: stage, published: try column(")"),
              part: try column(" Numerator)"), whole: try column(" Denominator)")))
        }
      }
    }
  }
}

/// A whole number, with or without its thousands apart.
private func wholeNumber(_ text: String) -> Int? { Int(text.filter { $0 != "," }) }
