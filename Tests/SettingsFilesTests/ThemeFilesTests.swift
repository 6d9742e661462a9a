import Foundation
import SettingsFiles
import TextCanvas
import Testing

@Suite struct `Themes in the settings directory` {
  let directory = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
    .path

  private func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(atPath: directory + "/themes", withIntermediateDirectories: true)
    try text.write(toFile: "\(directory)/themes/\(name).theme", atomically: true, encoding: .utf8)
  }

  private func remove() {
    // Nothing was written in some of the tests.
    try? FileManager.default.removeItem(atPath: directory)
  }

  @Test func `a theme of one's own is listed, read, and builds on a shipped one`() throws {
    defer { remove() }
    try write("dusk", "inherits = paper\noverdue = 52")
    #expect(
      themeNames(settings: directory) == ["night", "paper", "high-contrast", "colour-blind", "mono", "dusk"])
    let loaded = loadTheme(named: "dusk", settings: directory)
    #expect(loaded.problem == nil)
    #expect(loaded.theme.look(.overdue, at: .indexed).foreground == 52)
    #expect(loaded.theme.look(.text, at: .indexed).background == 255)
  }

  @Test func `a bad theme is reported by line and the first theme stands in`() throws {
    defer { remove() }
    try write("dusk", "text = white\ntexxt = red")
    let loaded = loadTheme(named: "dusk", settings: directory)
    #expect(loaded.theme.name == "night")
    #expect(
      loaded.problem
        == "dusk.theme line 2: no role is called \"texxt\"; sample.theme lists them all; using night")
  }

  @Test func `a name that leads elsewhere, or nowhere, is refused by name`() {
    #expect(
      loadTheme(named: "../../etc/passwd", settings: directory).problem
        == "\"../../etc/passwd\" is not a theme's name; using night")
    #expect(
      loadTheme(named: "dawn", settings: nil).problem
        == "no theme is called \"dawn\"; there are night, paper, high-contrast, colour-blind, mono; using night"
    )
  }
}
