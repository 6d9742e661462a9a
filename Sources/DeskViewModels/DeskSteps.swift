import CaseDocuments
import Clocks
import Complaints

extension Desk {
  /// Why a step would be refused on the selected case before its key is pressed; nil where it would go.
  func refusal(of command: DeskCommand, _ reader: RecordReader) -> Refusal? { nil }

  /// What follows when the steps on their way have an answer: the sheet closes, or says why not.
  mutating func settled(_ reader: RecordReader) -> [DeskEffect] { [] }

  mutating func refreshOverlays(_ reader: RecordReader) {
    for place in overlays.indices { overlays[place].refresh(reader) }
  }

  /// Saves the intake as typed so far, if there is anything new in it.
  mutating func keepDraft() -> [DeskEffect] { [] }
}
