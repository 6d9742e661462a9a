/// Work within a case that has an owner of its own.
package enum OwnedWork: String, CaseIterable, Hashable, Sendable {
  case promise, callback, request, lesson
}

/// A promise, a call-back, a request or a lesson goes to a colleague; the case may stay where it is.
package struct ItemReassigned: StepPayload {
  package static let kind = StepKind.itemReassigned
  package var what: OwnedWork?
  package var number: Int?
  package var to: StaffLogin?
  package init() {}

  package static let fields: [StepField<ItemReassigned>] = [
    .word("what", "What", \.what, required: true),
    .number("number", "Its number", \.number, required: true),
    .staff("to", "To whom", \.to, required: true),
  ]
}

extension WorkStep {
  static let itemSpecs: [StepSpec] = [
    StepSpec(
      ItemReassigned.self, action: "reassign", "give a promise, call-back, request or lesson to somebody",
      roles: [.supervisor, .reviewer], states: .any
    ) { .work(.reassigned($0)) }
  ]
}

/// One piece of somebody's open work in a case.
package enum WorkItem: Hashable, Sendable {
  case theCase
  case point(Int)
  case item(OwnedWork, Int)

  /// The step that gives it to somebody else.
  package func given(to login: StaffLogin) -> Action {
    switch self {
    case .theCase: return .assign(to: login)
    case .point(let number):
      var handed = PointHanded()
      handed.point = number
      handed.to = login
      return .step(.work(.pointHanded(handed)))
    case .item(let what, let number):
      var reassigned = ItemReassigned()
      reassigned.what = what
      reassigned.number = number
      reassigned.to = login
      return .step(.work(.reassigned(reassigned)))
    }
  }
}

extension CaseFile {
  /// What that person has to do in this case: the case itself, points, promises, call-backs, requests, lessons.
  package func openWork(of login: StaffLogin) -> [WorkItem] {
    var items: [WorkItem] = []
    if handler == login, CaseRow(of: self, profileIndex: { _ in 0 }).isLive { items.append(.theCase) }
    if state.isLive { items += points.filter { $0.isOpen && $0.handler == login }.map { .point($0.number) } }
    for what in OwnedWork.allCases {
      items += owners(of: what).filter { $0.owner == login }.map { .item(what, $0.number) }
    }
    return items
  }

  /// The open items of that sort with whom they belong to.
  private func owners(of what: OwnedWork) -> [(number: Int, owner: StaffLogin?)] {
    switch what {
    case .promise: redress.openPromises.map { ($0.number, $0.made.owner) }
    case .callback: intake.callbacks.filter(\.isOpen).map { ($0.number, $0.promised.owner) }
    case .request: work.openRequests.map { ($0.number, $0.owner) }
    case .lesson: redress.lessons.filter(\.isOpen).map { ($0.number, $0.learned.owner) }
    }
  }

  mutating func apply(_ reassigned: ItemReassigned) {
    guard let what = reassigned.what, let to = reassigned.to else { return }
    let number = reassigned.number ?? 0
    switch what {
    case .promise:
      guard let at = redress.promises.firstIndex(where: { $0.number == number }) else { return }
      redress.promises[at].made.owner = to
    case .callback:
      guard let at = intake.callbacks.firstIndex(where: { $0.number == number }) else { return }
      intake.callbacks[at].promised.owner = to
    case .request:
      guard let at = work.requests.firstIndex(where: { $0.number == number }) else { return }
      work.requests[at].owner = to
    case .lesson:
      guard let at = redress.lessons.firstIndex(where: { $0.number == number }) else { return }
      redress.lessons[at].learned.owner = to
    }
  }

  /// Refuses what is not there, or is done.
  func guardReassigned(_ reassigned: ItemReassigned) throws(Refusal) {
    guard let what = reassigned.what else { return }
    let open = owners(of: what).map(\.number)
    if !open.contains(reassigned.number ?? 0) {
      throw .work(.noOpenItem(what, reassigned.number ?? 0, open: open))
    }
  }
}

extension CaseRegister {
  /// The cases in which somebody may have open work, by number: every one that is live.
  package var casesWithWork: [CaseRow] {
    live.map { rows[Int($0)] }.sorted { $0.number < $1.number }
  }
}
