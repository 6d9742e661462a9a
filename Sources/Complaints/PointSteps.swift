import Clocks

/// One point is really several; the parts take its place.
package struct PointSplit: StepPayload {
  package static let kind = StepKind.pointSplit
  package var point: Int?
  package var into: [String] = []
  /// Number of the first part.
  package var first: Int?
  package init() {}

  package static let fields: [StepField<PointSplit>] = [
    .number("point", "Point", \.point, required: true),
    .list("into", "Its parts", \.into, required: true),
    .number("first", "First part", \.first, given: false),
  ]
}

/// Two points are one; the second is answered under the first.
package struct PointsMerged: StepPayload {
  package static let kind = StepKind.pointsMerged
  package var point: Int?
  package var with: Int?
  package var text = ""
  package init() {}

  package static let fields: [StepField<PointsMerged>] = [
    .number("point", "Point that stays", \.point, required: true),
    .number("with", "Point taken into it", \.with, required: true),
    .text("text", "The point in new words", \.text),
  ]
}

/// Somebody else answers one point.
package struct PointHanded: StepPayload {
  package static let kind = StepKind.pointHanded
  package var point: Int?
  package var to: StaffLogin?
  package init() {}

  package static let fields: [StepField<PointHanded>] = [
    .number("point", "Point", \.point, required: true),
    .staff("to", "Who answers it", \.to, required: true),
  ]
}

extension WorkStep {
  static let pointSpecs: [StepSpec] = [
    StepSpec(
      PointSplit.self, action: "split", "split a point", roles: [.handler], states: .openComplaint,
      row: .refold
    ) { .work(.split($0)) },
    StepSpec(
      PointsMerged.self, action: "merge-points", "make two points one", roles: [.handler],
      states: .openComplaint, row: .refold
    ) { .work(.pointsMerged($0)) },
    StepSpec(
      PointHanded.self, action: "point-handler", "say who answers a point", roles: [.supervisor, .reviewer],
      states: .openComplaint, row: .refold
    ) { .work(.pointHanded($0)) },
  ]
}

/// The point of that number, or why it cannot be worked on.
func openPoint(_ number: Int?, _ file: CaseFile) throws(Refusal) -> Point {
  guard let point = file.points.first(where: { $0.number == number }) else {
    throw .noSuchPoint(number ?? 0)
  }
  if !point.isOpen { throw .work(.pointReplaced(point.number, by: point.replacedBy)) }
  return point
}

func guardSplit(_ split: PointSplit, _ file: CaseFile) throws(Refusal) {
  _ = try openPoint(split.point, file)
  if split.into.count < 2 { throw .work(.splitNeedsParts) }
}

func guardPointMerge(_ merged: PointsMerged, _ file: CaseFile) throws(Refusal) {
  if merged.point == merged.with { throw .work(.pointWithItself) }
  _ = try openPoint(merged.point, file)
  _ = try openPoint(merged.with, file)
}

/// The split with the number of its first part.
func numbered(_ split: PointSplit, _ file: CaseFile) -> PointSplit {
  var numbered = split
  numbered.first = (file.points.map(\.number).max() ?? 0) + 1
  return numbered
}

extension CaseFile {
  mutating func apply(_ split: PointSplit, _ stamp: StepStamp) {
    guard let index = points.firstIndex(where: { $0.number == split.point }), let first = split.first else {
      return
    }
    let category = points[index].category
    for (offset, text) in split.into.enumerated() {
      let number = first &+ offset
      points.append(Point(PointAdded(point: number, text: text, category: category)))
      points[index].replacedBy.append(number)
    }
    owe(.separateHandling, stamp.at, "point " + String(points[index].number) + " was split")
  }

  mutating func apply(_ merged: PointsMerged) {
    guard let kept = points.firstIndex(where: { $0.number == merged.point }),
      let taken = points.firstIndex(where: { $0.number == merged.with }), kept != taken
    else { return }
    points[taken].replacedBy = [points[kept].number]
    if !merged.text.isEmpty { points[kept].text = merged.text }
  }

  mutating func apply(_ handed: PointHanded, _ stamp: StepStamp) {
    guard let index = points.firstIndex(where: { $0.number == handed.point }), let to = handed.to else {
      return
    }
    points[index].handler = to
    if to != handler {
      owe(.separateHandling, stamp.at, to.text + " answers point " + String(points[index].number))
    }
  }
}

/// Who answers which points, where more than one person does: what every later letter has to say.
package func whoAnswersWhat(_ file: CaseFile) -> [(who: StaffLogin?, points: [Int])] {
  var found: [(who: StaffLogin?, points: [Int])] = []
  for point in file.points where point.isOpen {
    let who = point.handler ?? file.handler
    if let index = found.firstIndex(where: { $0.who == who }) {
      found[index].points.append(point.number)
    } else {
      found.append((who, [point.number]))
    }
  }
  return found.count > 1 ? found : []
}
