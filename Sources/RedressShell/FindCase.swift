import Complaints

extension CaseRegister {
  /// The case somebody named: `C26-000042`, or its number alone, `42`.
  func find(_ text: String) -> CaseRow? {
    let word = text.uppercased()
    if let reference = CaseReference(word) {
      guard let row = row(reference.number), row.reference == reference else { return nil }
      return row
    }
    guard let number = UInt32(word), number > 0 else { return nil }
    return row(CaseNumber(value: number))
  }
}
