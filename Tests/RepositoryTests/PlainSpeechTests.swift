import Testing

@Suite struct `What a reader finds in the sources` {
  let tree = SourceTree()

  private var everything: [String] {
    tree.files(
      under: ["Sources", "Tests", "Themes"], ending: [".swift", ".md", ".json", ".c", ".h", ".theme"])
      + ["Package.swift", "README.md", "CHANGELOG.md"]
  }

  /// Pieced together, so that this file may be searched too.
  private static let machinePaths = [["/wo", "rk/"], ["/tmp/", "hub"], ["/ro", "ot/"], ["/ho", "me/"]].map {
    $0.joined()
  }

  @Test func `no path of somebody's machine`() throws {
    var found: [String] = []
    for path in everything {
      let text = try tree.text(path)
      for machine in Self.machinePaths where text.contains(machine) { found.append("\(path): \(machine)") }
    }
    #expect(found == [])
  }

  @Test func `nothing is left for later`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:", "fatalError(\"un" + "implemented"]
    var found: [String] = []
    for path in everything {
      let text = try tree.text(path)
      for mark in marks where text.contains(mark) { found.append("\(path): \(mark)") }
    }
    #expect(found == [])
  }

  @Test func `no escape from the checks of the language outside tests`() throws {
    let escapes = ["@unchecked", "nonisolated(unsafe)", " try! ", " as! ", "Task {", "Task.detached"]
    var found: [String] = []
    for path in tree.swiftFiles("Sources", "Themes") {
      for (index, line) in try tree.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") { continue }
        for escape in escapes where code.contains(escape) { found.append("\(path):\(index + 1): \(escape)") }
      }
    }
    #expect(found == [])
  }

  @Test func `files are named for the question they answer`() {
    let shelves = ["Manager", "Helper", "Util", "Common", "Core", "+"]
    let found = tree.swiftFiles("Sources").filter { path in
      let name = path.split(separator: "/").last ?? ""
      return shelves.contains { name.contains($0) }
    }
    #expect(found == [])
  }

  @Test func `the change log has its unreleased part on top`() throws {
    let heads = try tree.text("CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(heads.first == "## Unreleased")
  }
}
