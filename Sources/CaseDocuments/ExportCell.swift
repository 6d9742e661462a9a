package import Clocks
package import PlainText

/// One value of an exported row.
package enum ExportCell: Hashable, Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  case day(CalendarDay)
  case nothing

  package init(_ text: String?) { self = text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }
  package init(_ number: Int?) { self = number.map { .number($0) } ?? .nothing }
  package init(_ day: CalendarDay?) { self = day.map { .day($0) } ?? .nothing }
  package init(_ truth: Bool) { self = .truth(truth) }
}

extension CSVWriter {
  /// One row: days as `YYYY-MM-DD`, truths as yes and no, texts made harmless for spreadsheets.
  ///
  /// With `shows`, controls stand as marks one can see: a terminal must not be given them.
  package mutating func row(_ cells: [ExportCell], shows: Bool = false) {
    for cell in cells {
      switch cell {
      case .text(let text): self.text(shows ? visible(text) : text)
      case .number(let number): self.number(number)
      case .truth(let truth): self.text(truth ? "yes" : "no")
      case .day(let day): self.text(day.description)
      case .nothing: nothing()
      }
    }
    endRecord()
  }
}

extension JSONWriter {
  /// One row as an object on a line of its own; what is not known is left out.
  package mutating func row(_ cells: [ExportCell], names: [String]) {
    beginObject()
    for (name, cell) in zip(names, cells) {
      switch cell {
      case .text(let text): field(name, text)
      case .number(let number): field(name, number)
      case .truth(let truth): field(name, truth)
      case .day(let day): field(name, day.description)
      case .nothing: break
      }
    }
    endObject()
  }
}
