/// One field of ours and where its value comes from, flat: reading a row counts no reference.
struct ImportSource: Sendable {
  let field: ImportField
  /// The column where the value is one column and nothing else: the common case, and the quick one.
  let column: Int?
  /// The steps to follow otherwise.
  let steps: Range<Int>
  /// The column a refusal points at.
  let firstColumn: Int?
  /// The accepted date shapes among the plan's.
  let shapes: Range<Int>
}

/// The templates of a map as flat steps over one run of bytes.
struct ImportSteps: Sendable {
  private(set) var all: [Step] = []
  private(set) var literals: [UInt8] = []

  enum Step: Sendable {
    /// Text of the map, a range of `literals`.
    case literal(from: Int, to: Int)
    case column(Int)
    /// The alternative ends: it counts unless it came out blank.
    case endOfAlternative
  }

  /// Adds a template whose columns have their positions.
  mutating func add(_ template: ImportTemplate) -> Range<Int> {
    let start = all.count
    for alternative in template.alternatives {
      switch alternative {
      case .constant(let text): addLiteral(text)
      case .pieces(let pieces):
        for piece in pieces {
          switch piece {
          case .literal(let text): addLiteral(text)
          case .column(_, let index): all.append(.column(index))
          }
        }
      }
      all.append(.endOfAlternative)
    }
    return start..<all.count
  }

  private mutating func addLiteral(_ text: [UInt8]) {
    all.append(.literal(from: literals.count, to: literals.count + text.count))
    literals.append(contentsOf: text)
  }
}
