import Complaints

/// Cases that lines told of, as often as they did and in that order.
///
/// Who asks which they are pays for the sorting: most who append do not.
struct TouchedCases: Hashable, Sendable {
  var numbers: [UInt32]

  /// Each of them once, in order.
  var cases: [CaseNumber] {
    var cases: [CaseNumber] = []
    cases.reserveCapacity(numbers.count)
    for number in numbers.sorted() where cases.last?.value != number {
      cases.append(CaseNumber(value: number))
    }
    return cases
  }
}
