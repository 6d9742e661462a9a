/// One thing to draw: a base scalar with up to three combining marks.
package struct DrawnCluster: Hashable, Sendable {
  /// What is drawn, already safe: never a control, never a bidirectional control.
  package var base: Unicode.Scalar
  /// Combining marks, 21 bits each, first mark lowest; zero when there are none.
  package var marks: UInt64
  /// Columns taken: 1 or 2.
  package var width: Int
}

/// Walks a text cluster by cluster, as it will be drawn.
///
/// The terminal, the C library and we must agree on widths, and they do so only for plain scalars. So emoji
/// sequences (joined, with a skin tone, with a variation selector, tagged) become their base scalar, a flag
/// becomes its two letters, and controls and bidirectional controls become visible marks.
package struct ClusterWalk {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?
  private var taken = 0

  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
  }

  /// How many scalars of the text the clusters so far have used up.
  package var scalarsRead: Int { taken }

  /// The next cluster, or nil at the end.
  package mutating func next() -> DrawnCluster? {
    while let scalar = take() {
      let value = scalar.value
      if value >= 0x20, value < 0x7F {
        if let ahead, ahead.value >= 0x300 {
          return DrawnCluster(base: scalar, marks: marksAfter(scalar), width: 1)
        }
        return DrawnCluster(base: scalar, marks: 0, width: 1)
      }
      if let syllable = syllable(from: scalar) {
        return DrawnCluster(base: syllable, marks: marksAfter(syllable), width: 2)
      }
      if let mark = visibleMark(for: scalar) { return DrawnCluster(base: mark, marks: 0, width: 1) }
      let width = columns(of: scalar)
      if width == 0 || value == 0xAD {
        guard isCombining(scalar) else { continue }
        // A mark with nothing to sit on gets the dotted circle, so that it cannot climb on a neighbour.
        var marks = UInt64(value)
        marks |= marksAfter("\u{25CC}") << 21
        return DrawnCluster(base: "\u{25CC}", marks: marks, width: 1)
      }
      return DrawnCluster(base: scalar, marks: marksAfter(scalar), width: width)
    }
    return nil
  }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    taken += 1
    return scalar
  }

  /// The one scalar of a Hangul syllable written as its letters: every terminal knows the syllable's width, and
  /// no two agree on the letters' (Unicode 3.12).
  private mutating func syllable(from scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    if (0x1100...0x1112).contains(value) {
      guard let vowel = ahead?.value, (0x1161...0x1175).contains(vowel) else { return nil }
      _ = take()
      value = 0xAC00 + ((value - 0x1100) * 21 + vowel - 0x1161) * 28
    }
    guard (0xAC00...0xD7A3).contains(value) else { return nil }
    if (value - 0xAC00) % 28 == 0, let final = ahead?.value, (0x11A8...0x11C2).contains(final) {
      _ = take()
      value += final - 0x11A7
    }
    return Unicode.Scalar(value)
  }

  private mutating func marksAfter(_ base: Unicode.Scalar) -> UInt64 {
    var marks: UInt64 = 0
    var shift: UInt64 = 0
    let pictograph = isPictograph(base)
    while let scalar = ahead, scalar.value >= 0x300 {
      if pictograph, isSkinTone(scalar) {
        _ = take()
        continue
      }
      guard columns(of: scalar) == 0, visibleMark(for: scalar) == nil else { break }
      _ = take()
      if scalar.value == 0x200D {
        if pictograph, let joined = ahead, isPictograph(joined) { _ = take() }
        continue
      }
      if shift < 63, isCombining(scalar) {
        marks |= UInt64(scalar.value) << shift
        shift += 21
      }
    }
    return marks
  }
}

/// The scalar drawn in place of one that must never reach a terminal, or nil when it may.
func visibleMark(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0: "\u{FFFD}"
  case 0x2028, 0x2029: "\u{2424}"
  case 0x1F1E6...0x1F1FF: Unicode.Scalar(0x41 + scalar.value - 0x1F1E6)
  case 0xFDD0...0xFDEF: "\u{FFFD}"
  // Letters of Hangul on their own, black circled numbers, hexagrams: terminals disagree on their width.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x3248...0x324F, 0x4DC0...0x4DFF: "\u{FFFD}"
  default:
    if isBidirectionalControl(scalar) || scalar.value & 0xFFFE == 0xFFFE { "\u{FFFD}" } else { nil }
  }
}

/// Marks that join the cell before them; the rest of the zero-width scalars are left out.
private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  // Joiner and inherent vowels show nothing, and some terminals drop what stands behind them.
  case 0x34F, 0x17B4, 0x17B5: false
  case 0xFE00...0xFE0F, 0x200B...0x200D, 0x2060...0x206F, 0xFEFF, 0xAD, 0x20E3, 0x180B...0x180F: false
  case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: false
  default: true
  }
}

private func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F3FB...0x1F3FF).contains(scalar.value)
}

private func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1F000...0x1FAFF, 0x203C, 0x2049, 0x2122, 0x2139, 0x2190...0x2BFF, 0x3030, 0x303D, 0x3297, 0x3299:
    true
  default: false
  }
}

private func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
