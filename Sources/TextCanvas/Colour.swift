/// How many colours a terminal shows.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
  /// Bold, underline and reverse only: `NO_COLOR`, vt100, dumb.
  case none = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

/// A colour as a theme names it.
package enum Colour: Hashable, Sendable {
  /// Whatever the terminal uses on its own.
  case terminal
  /// One of the sixteen the person may have set in their terminal, 0 to 15.
  case named(UInt8)
  /// One of the 256 fixed colours.
  case indexed(UInt8)
  /// Red, green and blue, shown as the nearest of 256; `fallback` is the named colour for 8 and 16.
  case mixed(red: UInt8, green: UInt8, blue: UInt8, fallback: UInt8?)

  /// The colour number at that depth; -1 is the terminal's own.
  package func number(at depth: ColourDepth) -> Int {
    guard depth != .none else { return -1 }
    let number: Int
    switch self {
    case .terminal: return -1
    case .named(let name): number = Int(name)
    case .indexed(let index):
      number = depth == .indexed ? Int(index) : nearest(to: rgb(ofColour: Int(index)), among: 0..<16)
    case .mixed(let red, let green, let blue, let fallback):
      let wanted = (Int(red), Int(green), Int(blue))
      if depth == .indexed { return nearest(to: wanted, among: 16..<256) }
      number = fallback.map(Int.init) ?? nearest(to: wanted, among: 0..<16)
    }
    guard depth == .eight else { return number }
    // Bright black would vanish as black; the other bright colours keep their hue.
    return number == 8 ? 7 : number & 7
  }

  /// Whether the colour is one of the bright eight at that depth.
  func isBright(at depth: ColourDepth) -> Bool {
    number(at: max(depth, .sixteen)) >= 8 && number(at: .sixteen) >= 8
  }
}

/// The colour names of theme files, in the order of their numbers.
package let colourNames = [
  "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
  "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
]

/// What xterm shows for each of the 256 numbers, for contrast and for finding the nearest.
package func rgb(ofColour number: Int) -> (red: Int, green: Int, blue: Int) {
  if number < 16 { return namedRGB[max(0, number)] }
  if number >= 232 {
    let grey = 8 + 10 * (min(number, 255) - 232)
    return (grey, grey, grey)
  }
  let place = number - 16
  return (cubeLevels[place / 36], cubeLevels[place / 6 % 6], cubeLevels[place % 6])
}

private let cubeLevels = [0, 95, 135, 175, 215, 255]

private let namedRGB: [(red: Int, green: Int, blue: Int)] = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
  (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
  (0, 255, 255), (255, 255, 255),
]

private func nearest(to wanted: (red: Int, green: Int, blue: Int), among numbers: Range<Int>) -> Int {
  var best = numbers.lowerBound
  var bestDistance = Int.max
  for number in numbers {
    let colour = rgb(ofColour: number)
    let red = colour.red - wanted.red
    let green = colour.green - wanted.green
    let blue = colour.blue - wanted.blue
    // Eyes weigh green most and blue least.
    let distance = 3 * red * red + 4 * green * green + 2 * blue * blue
    if distance < bestDistance {
      best = number
      bestDistance = distance
    }
  }
  return best
}
