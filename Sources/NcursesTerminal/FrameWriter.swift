import CNcurses
import TextCanvas

/// Copies the rows of a grid that changed into ncurses, which finds the shortest way to send them.
struct FrameWriter {
  private let depth: ColourDepth
  private var pairs: ColourPairs
  private var shown: TextGrid?
  private var shownTheme: Theme?
  /// Pair and attributes of each role, by its raw value.
  private var looks: [(pair: Int32, emphasis: UInt32)] = []
  private var row: [cnc_cell] = []

  init(depth: ColourDepth) {
    self.depth = depth
    pairs = ColourPairs()
  }

  mutating func forget() {
    shown = nil
  }

  mutating func show(_ grid: TextGrid, theme: Theme, on size: Size) {
    if theme != shownTheme { take(theme) }
    let columns = min(grid.size.columns, size.columns)
    for number in 0..<min(grid.size.rows, size.rows) {
      let cells = grid.row(number)
      if let shown, shown.size == grid.size, shown.row(number) == cells { continue }
      put(cells.prefix(columns), row: number)
    }
    shown = grid
    if let cursor = grid.cursor, cursor.row >= 0, cursor.row < size.rows, cursor.column >= 0 {
      cnc_send(Int32(cursor.row), Int32(min(cursor.column, size.columns - 1)))
    } else {
      cnc_send(-1, 0)
    }
  }

  private mutating func take(_ theme: Theme) {
    looks = Role.allCases.map { role in
      let look = theme.look(role, at: depth)
      let pair = pairs.number(foreground: look.foreground, background: look.background)
      return (pair, UInt32(look.emphasis.rawValue))
    }
    cnc_ground(looks[Int(Role.text.rawValue)].pair)
    shownTheme = theme
    shown = nil
  }

  private mutating func put(_ cells: ArraySlice<Cell>, row number: Int) {
    row.removeAll(keepingCapacity: true)
    for cell in cells {
      let look = looks[Int(cell.role.rawValue)]
      var ready = cnc_cell()
      ready.text.0 = wchar_t(bitPattern: cell.base.value)
      if cell.marks != 0 {
        ready.text.1 = wchar_t(cell.marks & 0x1F_FFFF)
        ready.text.2 = wchar_t(cell.marks >> 21 & 0x1F_FFFF)
        ready.text.3 = wchar_t(cell.marks >> 42 & 0x1F_FFFF)
      }
      ready.width = Int32(cell.width)
      ready.pair = look.pair
      ready.emphasis = look.emphasis | UInt32(cell.emphasis.rawValue)
      row.append(ready)
    }
    // A wide head in the last column, cut off by a smaller terminal, has no room for its tail.
    if let last = row.last, last.width == 2 {
      row[row.count - 1].width = 1
      row[row.count - 1].text = (0x20, 0, 0, 0, 0)
    }
    // unsafe: the cells are read during the call.
    unsafe row.withUnsafeBufferPointer { unsafe cnc_put_row(Int32(number), $0.baseAddress, Int32($0.count)) }
  }
}
