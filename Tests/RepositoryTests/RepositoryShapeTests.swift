import Foundation
import Testing

@Suite struct `The shape of the repository` {
  let tree = SourceTree()

  /// What each module may import; nothing points up or sideways.
  static let arrows: [String: Set<String>] = {
    let edge: Set = ["Foundation", "Glibc"]
    return [
      "PlainText": [],
      "Clocks": ["PlainText"],
      "Complaints": ["Clocks", "PlainText"],
      "CaseDocuments": ["Complaints", "Clocks", "PlainText"],
      "TextCanvas": [],
      "DeskViewModels": ["CaseDocuments", "Complaints", "Clocks", "PlainText", "TextCanvas"],
      "Themes": [],
      "CaseJournal": edge.union(["CHashes", "Synchronization", "Complaints", "Clocks", "PlainText"]),
      "SettingsFiles": ["Foundation", "Clocks", "PlainText", "TextCanvas", "Themes"],
      "NcursesTerminal": ["CNcurses", "CTerminalRescue", "Glibc", "TextCanvas"],
      "RedressShell": edge.union([
        "NcursesTerminal", "DeskViewModels", "SettingsFiles", "CaseJournal", "CaseDocuments", "Complaints",
        "Clocks", "PlainText", "TextCanvas",
      ]),
      "redress": ["RedressShell"],
      // While building only.
      "EmbedTexts": ["Foundation", "PackagePlugin"],
      "WriteTexts": ["Foundation"],
    ]
  }()

  /// C modules hold no Swift and so no imports.
  static let cModules: Set = ["CHashes", "CNcurses", "CTerminalRescue"]

  @Test func `every folder of Sources is a module with a place in the house`() {
    let known = Set(Self.arrows.keys).union(Self.cModules).subtracting(["Themes"])
    #expect(Set(tree.folders(in: "Sources")) == known)
  }

  @Test func `the manifest names every folder of Sources and Tests, and every target has its folder`() throws
  {
    let manifest = try tree.text("Package.swift")
    let named = Self.targets(in: manifest)
    let folders = Set(tree.folders(in: "Sources")).union(tree.folders(in: "Tests")).union(["Themes"])
    #expect(folders.subtracting(named) == [], "a folder without a target is built and tested by nobody")
    #expect(named.subtracting(folders) == [])
  }

  @Test func `each file imports only what its module may`() throws {
    var strangers: [String] = []
    for path in tree.swiftFiles("Sources", "Themes") {
      let parts = path.split(separator: "/").map(String.init)
      let module = parts[0] == "Themes" ? "Themes" : parts[1]
      let allowed = Self.arrows[module] ?? []
      for line in try tree.text(path).split(separator: "\n") {
        guard let imported = importedModule(line), !allowed.contains(imported) else { continue }
        strangers.append("\(path): \(imported)")
      }
    }
    #expect(strangers == [])
  }

  @Test func `no file is longer than 400 lines`() throws {
    var long: [String] = []
    for path in tree.swiftFiles("Sources", "Tests", "Themes") {
      let lines = try tree.text(path).utf8.count { $0 == 0x0A }
      if lines > 400, !Self.holdsData(path) { long.append("\(path): \(lines)") }
    }
    #expect(long == [])
  }

  @Test func `the top level holds the package, its sources and its two papers`() {
    let allowed: Set = ["Package.swift", "Sources", "Tests", "Themes", "README.md", "CHANGELOG.md"]
    let plain = tree.names(in: "").filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(plain).subtracting(allowed) == [])
    #expect(plain.contains("README.md") && plain.contains("CHANGELOG.md"))
  }

  @Test func `the checks can be run from a fresh clone`() {
    #expect(FileManager.default.isExecutableFile(atPath: tree.root.appendingPathComponent(".ci/run").path))
  }

  /// A target's name as the manifest writes it: `module("X"`, `tests("X"`, `name: "X"` of a target.
  static func targets(in manifest: String) -> Set<String> {
    var found: Set<String> = []
    for line in manifest.split(separator: "\n") {
      let code = line.drop { $0 == " " }
      if code.hasPrefix("//") { continue }
      for (call, ending) in [
        ("module(\"", ""), ("tests(\"", "Tests"), (".target(name: \"", ""), (".testTarget(name: \"", ""),
        (".systemLibrary(name: \"", ""), (".executableTarget(name: \"", ""),
      ] where code.hasPrefix(call) {
        let name = code.dropFirst(call.count).prefix { $0 != "\"" }
        found.insert(String(name) + ending)
      }
    }
    return found.union(namesOnTheNextLine(manifest))
  }

  /// A long target call breaks after its bracket and puts the name on the next line.
  private static func namesOnTheNextLine(_ manifest: String) -> Set<String> {
    var found: Set<String> = []
    let lines = manifest.split(separator: "\n").map { $0.drop { $0 == " " } }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let ending: String
      switch line {
      case "module(", ".target(", ".testTarget(", ".executableTarget(", ".plugin(": ending = ""
      case "tests(": ending = "Tests"
      default: continue
      }
      let quoted = next.hasPrefix("name: ") ? next.dropFirst("name: ".count) : next
      guard quoted.hasPrefix("\"") else { continue }
      found.insert(String(quoted.dropFirst().prefix { $0 != "\"" }) + ending)
    }
    return found
  }

  /// Tables of facts, not code: the length of such a file says nothing about it.
  private static func holdsData(_ path: String) -> Bool {
    path.hasSuffix("Data.swift") || path.hasSuffix("Table.swift") || path.hasSuffix("Text.swift")
  }
}
