import Clocks

/// What a row keeps of its points' decisions: the newest of each, for the first 32 points.
package struct PointTally: Hashable, Sendable {
  /// Two bits for each point, its newest decision's strength.
  private var strengths: UInt64 = 0
  /// Bit n−1 is set once point n was ever decided.
  private var settled: UInt32 = 0

  package init() {}

  /// Takes the newest decision on a point from 1 to 32.
  mutating func take(_ point: Int, _ decision: Decision) {
    let shift = UInt64(point - 1) * 2
    strengths = strengths & ~(3 << shift) | UInt64(decision.strength) << shift
    settled |= 1 << UInt32(point - 1)
  }

  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&strengths)
    coder.code(&settled)
  }

  /// The strongest of the newest decisions.
  var strongest: Decision? {
    guard settled != 0 else { return nil }
    var strength: UInt64 = 0
    for point in 0..<UInt64(32) where settled & 1 << UInt32(point) != 0 {
      strength = max(strength, strengths >> (point * 2) & 3)
    }
    return Decision.allCases.first { $0.strength == Int(strength) }
  }
}

/// What a row keeps of its promises: which are not kept yet and by when they are due, of the first four.
package struct PromiseTally: Hashable, Sendable {
  private var open: UInt8 = 0
  private var made: UInt8 = 0
  private var first: Int32 = 0
  private var second: Int32 = 0
  private var third: Int32 = 0
  private var fourth: Int32 = 0
  /// Numbers with gaps, too many, or somebody was told of one slipping: only the whole case can tell.
  private static let untold = UInt8.max

  package init() {}

  init(_ file: CaseFile) {
    for promise in file.redress.promises {
      guard let due = promise.due, take(promise.number, due: due) else {
        made = PromiseTally.untold
        break
      }
      if promise.kept != nil { keep(promise.number) }
    }
    let told = file.work.lettersSent.contains { $0.letter == .promiseSlipped }
    if told || file.work.updates.contains(where: { $0.given.promise != nil }) { made = PromiseTally.untold }
    guard made == PromiseTally.untold else { return }
    self = PromiseTally()
    made = PromiseTally.untold
  }

  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) {
    coder.code(&open)
    coder.code(&made)
    for number in 1...4 {
      var due = CalendarDay(number: self[number])
      coder.code(&due)
      if Coder.reads { self[number] = due.number }
    }
  }

  /// The earliest date of an open promise.
  var earliest: CalendarDay? {
    var earliest: Int32?
    for number in 1...4 where open & 1 << UInt8(number - 1) != 0 {
      earliest = min(earliest ?? .max, self[number])
    }
    return earliest.map { CalendarDay(number: $0) }
  }

  private subscript(_ number: Int) -> Int32 {
    get { number == 1 ? first : number == 2 ? second : number == 3 ? third : fourth }
    set {
      switch number {
      case 1: first = newValue
      case 2: second = newValue
      case 3: third = newValue
      default: fourth = newValue
      }
    }
  }

  /// Takes the promise of that number; false where only the whole case can tell.
  mutating func take(_ number: Int, due: CalendarDay) -> Bool {
    guard made < 4, number == Int(made) + 1 else { return false }
    made += 1
    open |= 1 << UInt8(number - 1)
    self[number] = due.number
    return true
  }

  /// Whether that promise is on record; nil where only the whole case can tell.
  func knows(_ number: Int) -> Bool? {
    made == PromiseTally.untold ? nil : number >= 1 && number <= Int(made)
  }

  /// Notes that a promise on record was kept.
  mutating func keep(_ number: Int) { open &= ~(1 << UInt8(number - 1)) }

  /// Gives a promise on record another date.
  mutating func move(_ number: Int, to due: CalendarDay) { self[number] = due.number }
}

/// What a row keeps of its hazards: how far each of the first seven has come.
package struct HazardTally: Hashable, Sendable {
  /// A byte for each hazard, lowest first.
  private var tracks: UInt64 = 0
  /// Numbers with gaps, or too many: only the whole case can tell.
  private static let untold = UInt64.max

  private enum Mark {
    static let there: UInt64 = 1
    static let emergency: UInt64 = 2
    static let investigated: UInt64 = 4
    static let summary: UInt64 = 8
    static let safe: UInt64 = 16
    static let started: UInt64 = 32
    static let ended: UInt64 = 64
  }

  package init() {}

  package init(_ hazards: [HazardTrack]) {
    for hazard in hazards {
      guard take(.reported, number: hazard.number, emergency: hazard.emergency) else {
        tracks = HazardTally.untold
        return
      }
      var marks: UInt64 = 0
      if hazard.investigated != nil { marks |= Mark.investigated }
      if hazard.summary != nil { marks |= Mark.summary }
      if hazard.madeSafe != nil || hazard.accommodation != nil { marks |= Mark.safe }
      if hazard.started != nil { marks |= Mark.started }
      if hazard.ended != nil { marks |= Mark.ended }
      tracks |= marks << UInt64((hazard.number - 1) * 8)
    }
  }

  mutating func code<Coder: FieldCoder>(_ coder: inout Coder) { coder.code(&tracks) }

  private var count: Int { (71 - tracks.leadingZeroBitCount) / 8 }

  var isOwed: Bool {
    guard tracks != HazardTally.untold else { return false }
    for place in 0..<count where isOpen(place) { return true }
    return false
  }

  /// As `HazardTrack.isOpen`.
  private func isOpen(_ place: Int) -> Bool {
    let track = tracks >> UInt64(place * 8)
    func has(_ mark: UInt64) -> Bool { track & mark != 0 }
    if has(Mark.ended) { return false }
    if has(Mark.emergency), !has(Mark.safe) { return true }
    guard has(Mark.investigated) else { return !has(Mark.emergency) }
    return !(has(Mark.summary) && has(Mark.safe) && has(Mark.started))
  }

  /// Takes what happened to a hazard; false where only the whole case can tell.
  ///
  /// `found` says whether there is such a hazard.
  mutating func take(_ what: HazardMoment, number: Int?, emergency: Bool, found: inout Bool) -> Bool {
    guard tracks != HazardTally.untold else { return false }
    if what == .reported {
      let next = number ?? count + 1
      guard next == count + 1, next <= 7 else { return false }
      tracks |= (Mark.there | (emergency ? Mark.emergency : 0)) << UInt64((next - 1) * 8)
      found = true
      return true
    }
    let place: Int
    if let number {
      guard number >= 1, number <= count else { return true }
      place = number - 1
    } else {
      let open = (0..<count).filter(isOpen)
      guard open.count == 1 else { return true }
      place = open[0]
    }
    let mark: UInt64 =
      switch what {
      case .reported: Mark.there
      case .investigated: Mark.investigated
      case .summary: Mark.summary
      case .madeSafe, .accommodation: Mark.safe
      case .started: Mark.started
      case .none: Mark.ended
      }
    tracks |= mark << UInt64(place * 8)
    found = true
    return true
  }

  private mutating func take(_ what: HazardMoment, number: Int?, emergency: Bool) -> Bool {
    var found = false
    return take(what, number: number, emergency: emergency, found: &found)
  }
}
