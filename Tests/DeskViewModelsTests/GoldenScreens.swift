import Clocks
import Foundation
import TextCanvas
import Testing

/// Compares a screen with the one kept as text in `Golden/`.
///
/// `REDRESS_WRITE_GOLDEN=1` writes the screens anew; read the difference before keeping it.
func expectGolden(
  _ practice: PracticeDesk, _ name: String, location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  let file = folder.appendingPathComponent("\(name)-\(practice.size.columns)x\(practice.size.rows).txt")
  // The fingerprint of an edition changes with every word of its profile.
  var shown = practice.screen()
  for profile in practice.rules.profiles {
    shown = shown.replacing(profile.version.suffix(8), with: "00000000")
  }
  if ProcessInfo.processInfo.environment["REDRESS_WRITE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try shown.write(to: file, atomically: true, encoding: .utf8)
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  #expect(shown == kept, "\(file.lastPathComponent)", sourceLocation: location)
}

/// The sizes every screen is kept at.
let goldenSizes = [(80, 24), (120, 40), (200, 50), (40, 12)]
