import Foundation
import PackagePlugin

/// Turns a target's data files into string literals, so that the program is one file.
///
/// Apply it with `plugins: ["EmbedTexts"]`. Every `.json`, `.theme` and `.txt` file in the target's folder becomes
/// a text of `<Target>Texts`, asked for by its path inside the folder: `ThemesTexts.text("night.theme")`;
/// `ThemesTexts.names` lists them. Raw string literals compile in a second where byte arrays take half a minute.
@main
struct EmbedTexts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [URL] = []
    while let file = found?.nextObject() as? URL {
      if ["json", "theme", "txt"].contains(file.pathExtension) { files.append(file) }
    }
    files.sort { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)Texts.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) data files of \(target.name)",
        executable: try context.tool(named: "WriteTexts").url,
        arguments: [target.name, folder.path, output.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}
