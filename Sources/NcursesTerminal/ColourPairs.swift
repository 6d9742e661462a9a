import CNcurses
import TextCanvas

/// Gives each pair of colours a number once; ncurses counts pairs, we do not.
struct ColourPairs {
  private struct Pair: Hashable {
    var foreground: Int
    var background: Int
  }

  private var numbers: [Pair: Int32] = [:]
  private let limit: Int32

  init() {
    limit = cnc_pairs()
  }

  /// The pair's number; 0, the terminal's own colours, when there are no more.
  mutating func number(foreground: Int, background: Int) -> Int32 {
    if foreground < 0, background < 0 { return 0 }
    let pair = Pair(foreground: foreground, background: background)
    if let known = numbers[pair] { return known }
    let next = Int32(numbers.count) + 1
    guard next < limit, init_extended_pair(next, Int32(foreground), Int32(background)) == OK else { return 0 }
    numbers[pair] = next
    return next
  }
}

/// How many colours to use on the terminal ncurses has started on.
func colourDepth(noColour: Bool) -> ColourDepth {
  let colours = Int(cnc_colours())
  if noColour || colours < 8 { return .none }
  return colours >= 256 ? .indexed : colours >= 16 ? .sixteen : .eight
}
