import Clocks
import DeskViewModels
import Foundation
import TextCanvas
import Testing

/// Compares a screen with the one kept as text in `Golden/`.
///
/// `REDRESS_WRITE_GOLDEN=1` writes the screens anew; read the difference before keeping it.
func expectGolden(
  _ practice: PracticeDesk, _ name: String, location: SourceLocation = #_sourceLocation
) throws {
  // The fingerprint of an edition changes with every word of its profile.
  var shown = practice.screen()
  for profile in practice.rules.profiles {
    shown = shown.replacing(profile.version.suffix(8), with: "00000000")
  }
  try expectGolden(shown, "\(name)-\(practice.size.columns)x\(practice.size.rows)", location: location)
  guard practice.size == Size(columns: 80, rows: 24) else { return }
  // What each cell means is kept at one size: a letter for each role, so that no theme can break it.
  let roles = practice.desk.screen(practice.size, practice.reader).rolePlane.map { $0 + "\n" }.joined()
  try expectGolden(roles, "roles-" + name, location: location)
}

/// Compares a drawn screen with the one kept under that name.
func expectGolden(_ grid: TextGrid, _ name: String, location: SourceLocation = #_sourceLocation) throws {
  try expectGolden(grid.plainText, name, location: location)
  guard grid.size == Size(columns: 80, rows: 24) else { return }
  let roles = grid.rolePlane.map { $0 + "\n" }.joined()
  try expectGolden(roles, "roles-" + name.replacing("-80x24", with: ""), location: location)
}

private func expectGolden(_ shown: String, _ name: String, location: SourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name + ".txt")
  if ProcessInfo.processInfo.environment["REDRESS_WRITE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try shown.write(to: file, atomically: true, encoding: .utf8)
  }
  let kept = try String(contentsOf: file, encoding: .utf8)
  #expect(shown == kept, "\(file.lastPathComponent)", sourceLocation: location)
}

/// The sizes every screen is kept at.
let goldenSizes = [(80, 24), (120, 40), (200, 50), (40, 12)]
