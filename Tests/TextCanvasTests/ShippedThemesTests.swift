import Foundation
import TextCanvas
import Testing
import Themes

private func shipped(_ name: String) throws -> Theme {
  try parseTheme(#require(ShippedThemes.text(named: name)), named: name) { ShippedThemes.text(named: $0) }
}

private func luminance(_ colour: (red: Int, green: Int, blue: Int)) -> Double {
  func linear(_ part: Int) -> Double {
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/// Contrast as the web guidelines reckon it, 1 to 21.
private func contrast(_ role: Role, in theme: Theme, at depth: ColourDepth) -> Double {
  let look = theme.look(role, at: depth)
  var foreground = look.foreground
  var background = look.background
  if foreground < 0 { foreground = theme.expectedForeground.number(at: depth) }
  if background < 0 { background = theme.expectedBackground.number(at: depth) }
  let one = luminance(rgb(ofColour: foreground))
  let other = luminance(rgb(ofColour: background))
  return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

@Suite struct `The themes that come with the program` {
  @Test(arguments: ShippedThemes.names + ["sample"])
  func `can be read, and every text in them stands out from its ground by 4.5 to 1`(_ name: String) throws {
    let theme = try shipped(name)
    for role in Role.allCases where role != .border {
      for depth in [ColourDepth.indexed, .sixteen] {
        let ratio = contrast(role, in: theme, at: depth)
        #expect(ratio >= 4.5, "\(name): \(role.name) at \(depth.rawValue) colours has \(ratio)")
      }
    }
  }

  @Test func `high contrast means 7 to 1 everywhere, lines included`() throws {
    let theme = try shipped("high-contrast")
    for role in Role.allCases { #expect(contrast(role, in: theme, at: .indexed) >= 7, "\(role.name)") }
  }

  @Test func `the selected row differs from the others in ground, or reversed where there is no colour`()
    throws
  {
    for name in ShippedThemes.names {
      let theme = try shipped(name)
      for depth in ColourDepth.allCases {
        let selected = theme.look(.selection, at: depth)
        let text = theme.look(.text, at: depth)
        #expect(
          selected.background != text.background || selected.emphasis.contains(.reverse), "\(name) \(depth)")
      }
    }
  }

  @Test func `the sample explains every role`() throws {
    let sample = try #require(ShippedThemes.text(named: "sample"))
    for role in Role.allCases {
      let line = sample.split(separator: "\n").first { $0.hasPrefix("\(role.name) = ") }
      #expect(line?.contains(" # ") == true, "\(role.name)")
    }
  }

  @Test func `mono uses no colour at all`() throws {
    let theme = try shipped("mono")
    for role in Role.allCases {
      let look = theme.look(role, at: .indexed)
      #expect(look.foreground == -1 && look.background == -1)
    }
  }
}
