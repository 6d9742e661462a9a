import Foundation

/// The repository these tests were compiled from.
struct SourceTree {
  let root: URL

  /// Found from this file's own path: `Tests/RepositoryTests/SourceTree.swift`.
  init(_ here: String = #filePath) {
    root = URL(fileURLWithPath: here).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Names directly inside a folder; a folder that does not exist holds nothing.
  func names(in folder: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return (found ?? []).sorted()
  }

  func folders(in folder: String) -> [String] {
    names(in: folder).filter { name in
      let url = root.appendingPathComponent(folder).appendingPathComponent(name)
      return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }
  }

  /// Every file below the folders, as paths from the root.
  func files(under folders: [String], ending: [String]) -> [String] {
    var found: [String] = []
    for folder in folders {
      let start = root.appendingPathComponent(folder)
      guard let walk = FileManager.default.enumerator(atPath: start.path) else { continue }
      for case let path as String in walk where ending.contains(where: { path.hasSuffix($0) }) {
        found.append(folder + "/" + path)
      }
    }
    return found.sorted()
  }

  func swiftFiles(_ folders: String...) -> [String] { files(under: folders, ending: [".swift"]) }
}

/// The module a line of Swift imports, or nil when it is no import.
func importedModule(_ line: Substring) -> String? {
  guard let first = line.first, !first.isWhitespace else { return nil }
  var words = line.split(separator: " ").map(String.init)
  let before: Set = ["package", "public", "internal", "private", "fileprivate"]
  while let word = words.first, word.hasPrefix("@") || before.contains(word) { words.removeFirst() }
  guard words.first == "import" else { return nil }
  words.removeFirst()
  let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
  if let word = words.first, kinds.contains(word) { words.removeFirst() }
  return words.first.map { String($0.split(separator: ".")[0]) }
}
