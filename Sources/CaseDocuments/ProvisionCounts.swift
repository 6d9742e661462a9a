import Clocks
import Complaints

/// Everything the record counts under a provision of the Code, over the days asked for.
func provisionCounts(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ProvisionCount] {
  contactCounts(cases, asked) + letterCounts(cases, asked) + redressCounts(cases, asked)
}

private func contactCounts(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ProvisionCount] {
  var complaints = ProvisionCount("1.2", "complaints received", canBreach: false)
  var requests = ProvisionCount("1.4", "service requests recorded", canBreach: false)
  var beside = ProvisionCount("1.5", "complaints linked with another case", canBreach: false)
  var surveys = ProvisionCount("1.6", "comments in surveys recorded", canBreach: false)
  var declined = ProvisionCount(
    "2.1", "complaints declined, each on a ground of the policy", canBreach: false)
  var channels = ProvisionCount("3.1", "ways complaints came by", canBreach: false)
  var represented = ProvisionCount("3.6", "complaints with a representative", canBreach: false)
  var told = ProvisionCount("3.7", "times a resident was told of the Ombudsman", canBreach: false)
  var needs = ProvisionCount("5.10", "needs recorded", canBreach: false)
  var refused = ProvisionCount("5.11", "requests for a next stage declined", canBreach: false)
  var contacts = ProvisionCount("5.12", "contacts recorded", canBreach: false)
  var restrictions = ProvisionCount("5.14", "restrictions imposed", canBreach: false)
  var early = ProvisionCount("6.1", "matters put right there and then", canBreach: false)
  var used: Set<Channel> = []
  func during(_ days: [CalendarDay]) -> Int { days.filter { asked.period.contains($0) }.count }
  for figures in cases {
    if asked.period.contains(figures.received), figures.state != .merged {
      switch figures.kind {
      case .complaint:
        complaints.add(figures)
        used.insert(figures.channel)
        if figures.traits.contains(.linked) { beside.add(figures) }
        if figures.traits.contains(.represented) { represented.add(figures) }
      case .serviceRequest: requests.add(figures)
      case .survey: surveys.add(figures)
      case .compliment, .comment, .enquiry, .asb, .accident, .claim, .dataProtection, .otherBody, nil: break
      }
      if figures.traits.contains(.settledAtOnce) { early.add(figures) }
    }
    if figures.state == .refused, asked.period.contains(figures.refusal?.on) { declined.add(figures) }
    told.add(
      figures, count: during(figures.ombudsman.contacts.filter { $0.word == .told }.map(\.on)))
    needs.add(figures, count: during(figures.needs))
    refused.add(figures, count: during(figures.escalationsRefused))
    contacts.add(figures, count: during(figures.contacts.map(\.on)))
    restrictions.add(figures, count: during(figures.restrictions))
  }
  channels.count = used.count
  return [
    complaints, requests, beside, surveys, declined, channels, represented, told, needs, refused, contacts,
    restrictions, early,
  ]
}

private func letterCounts(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ProvisionCount] {
  var gaps = ProvisionCount("5.6", "acknowledgements sent")
  var other = ProvisionCount("6.13", "stage 2 answers")
  var points = ProvisionCount("6.7", "points of complaints answered at stage 1")
  var final = ProvisionCount("6.18", "points of complaints answered at stage 2")
  var stages = [
    (
      ProvisionCount("6.2", "stage 1 acknowledgements sent or past their day"),
      ProvisionCount("6.3", "stage 1 answers sent or past their day"),
      ProvisionCount("6.4", "stage 1 answers extended"), ProvisionCount("6.9", "stage 1 answers sent")
    ),
    (
      ProvisionCount("6.11", "stage 2 acknowledgements sent or past their day"),
      ProvisionCount("6.14", "stage 2 answers sent or past their day"),
      ProvisionCount("6.15", "stage 2 answers extended"), ProvisionCount("6.19", "stage 2 answers sent")
    ),
  ]
  var asking = ProvisionCount("6.10", "stage 2 asked for", canBreach: false)
  for figures in cases where figures.isTakenComplaint {
    for record in figures.stages where record.stage <= .two {
      let place = record.stage.number - 1
      if record.stage == .two, asked.period.contains(record.started) { asking.add(figures) }
      let ends = figures.closed.map { $0 <= asked.end } ?? false
      if asked.period.contains(record.acknowledged) {
        gaps.add(figures, breaks: record.acknowledgedWithGap)
        stages[place].0.add(figures, breaks: record.code.acknowledged == .late)
      } else if record.acknowledged == nil, !ends, record.responded == nil,
        isPast(record.code.acknowledge, asked)
      {
        stages[place].0.add(figures, breaks: true)
      }
      if asked.period.contains(record.responded) {
        stages[place].1.add(figures, breaks: record.code.responded == .late)
        stages[place].3.add(figures, breaks: record.respondedWithGap)
        if record.extensions > 0 {
          let beyond = record.extendedTo.map { to in record.code.respond.map { to > $0 } ?? false } ?? false
          stages[place].2.add(figures, breaks: beyond)
        }
        let open = figures.points.filter(\.isOpen)
        let undecided = open.contains { $0.decision == nil }
        if record.stage == .one {
          points.add(figures, count: open.count, breaks: undecided)
        } else {
          final.add(figures, count: open.count, breaks: undecided)
          let first = figures.stages.first { $0.stage == .one }?.respondedBy
          other.add(figures, breaks: first != nil && first == record.respondedBy)
        }
      } else if record.isOpen(of: figures, on: asked.end), isPast(record.code.respond, asked) {
        stages[place].1.add(figures, breaks: true)
      }
    }
  }
  return [gaps, other, points, final, asking] + stages.flatMap { [$0.0, $0.1, $0.2, $0.3] }
}

/// Whether that day lies before the end of what is judged.
private func isPast(_ day: CalendarDay?, _ asked: ReportAsked) -> Bool { day.map { $0 < asked.end } ?? false }

private func redressCounts(_ cases: [TalliedCase], _ asked: ReportAsked) -> [ProvisionCount] {
  var tracked = ProvisionCount("6.6", "promises not kept yet")
  var remedied = ProvisionCount("7.1", "upheld complaints answered")
  var kept = ProvisionCount("7.3", "promises kept")
  var learned = ProvisionCount("9.1", "upheld complaints answered, for learning")
  var orders = ProvisionCount("9.7", "orders of the Ombudsman that fell due")
  for figures in cases {
    for promise in figures.promises where promise.made <= asked.end {
      if promise.kept.map({ $0 > asked.end }) ?? true {
        tracked.add(figures, breaks: isPast(promise.due, asked))
      }
      if asked.period.contains(promise.kept) { kept.add(figures, breaks: !promise.isKeptInTime) }
    }
    for order in figures.ombudsman.orders where order.binds {
      guard let due = order.due, asked.period.contains(due), due <= asked.end else { continue }
      orders.add(figures, breaks: order.complied.map { $0 > due } ?? (due < asked.end))
    }
    guard figures.isTakenComplaint, figures.isUpheld,
      figures.stages.contains(where: { asked.period.contains($0.responded) })
    else { continue }
    let hasRemedy =
      !figures.remedies.isEmpty || !figures.money.isEmpty || !figures.promises.isEmpty
      || figures.points.contains(where: \.isRemedied)
    remedied.add(figures, breaks: !hasRemedy)
    learned.add(figures, breaks: figures.lessons.isEmpty)
  }
  return [tracked, remedied, kept, learned, orders]
}
