import Foundation

/// Writes data files as one Swift file of raw string literals: `WriteTexts TARGET FOLDER OUTPUT FILE…`.
@main
struct WriteTexts {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else {
      FileHandle.standardError.write(Data("WriteTexts TARGET FOLDER OUTPUT FILE…\n".utf8))
      exit(2)
    }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var names: [String] = []
    var cases = ""
    for path in arguments.dropFirst(4) {
      let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
      names.append(name)
      cases += "    case \(literal(name)): \(literal(text))\n"
    }
    let list = names.map(literal).joined(separator: ", ")
    let source = """
      /// The data files of \(arguments[1]), written by the build.
      package enum \(arguments[1])Texts {
        /// Paths inside the folder, in order.
        package static let names: [String] = [\(list)]

        /// The text of that file, nil where there is none of that name.
        package static func text(_ name: String) -> String? {
          switch name {
      \(cases)    default: nil
          }
        }
      }

      """
    try source.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  }

  /// A raw literal with enough number signs that nothing inside it ends it.
  private static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    guard text.contains("\n") else { return "\(signs)\"\(text)\"\(signs)" }
    return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
  }
}
