import Complaints
import PlainText

extension PayloadWriter {
  /// The fields of a step in the order of its table, salted where it holds anybody's words.
  mutating func step(_ step: CaseStep) {
    for named in step.values {
      if bytes.last != 0x7B { bytes.put(0x2C) }
      bytes.put(0x22)
      bytes.putWord(named.name)
      bytes.put("\":")
      switch named.value {
      case .text(let text): put(text, field: named.name)
      case .number(let number): bytes.putNumber(number)
      case .truth(let truth): bytes.put(truth ? "true" : "false")
      case .texts(let texts):
        bytes.put(0x5B)
        for (index, text) in texts.enumerated() {
          if index > 0 { bytes.put(0x2C) }
          put(text, field: named.name)
        }
        bytes.put(0x5D)
      }
    }
    if step.spec.holdsWords { salt() }
  }

  private mutating func put(_ text: String, field: String) {
    note(text, field: field)
    bytes.putText(text)
  }
}

extension StepKind {
  /// Reads `promise.made@1`; nil for a kind or version this release does not know.
  init?(versioned: String) {
    guard versioned.hasSuffix("@1") else { return nil }
    self.init(rawValue: String(versioned.dropLast(2)))
  }
}

/// The step of that kind and payload; nil where what it cannot be without is missing or unknown.
func decodeStep(_ kind: StepKind, _ payload: JSON) -> CaseStep? {
  guard let members = payload.members else { return nil }
  var values: [String: StepValue] = [:]
  for member in members {
    if let text = member.value.string {
      values[member.name] = .text(text)
    } else if let number = member.value.integer {
      values[member.name] = .number(number)
    } else if let truth = member.value.bool {
      values[member.name] = .truth(truth)
    } else if let array = member.value.array {
      values[member.name] = .texts(array.compactMap(\.string))
    }
  }
  return StepCatalogue.spec(kind).decode(values)
}
