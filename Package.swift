// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same strict settings; a warning fails the build.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of ours under `Sources/`, with the strict settings.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

/// The test target that mirrors a module one to one.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "redress",
  targets: [
    // Pure: these import nothing but each other.
    module("PlainText"),
    module("Clocks", ["PlainText"]),
    module("Complaints", ["Clocks", "PlainText"]),
    module("CaseDocuments", ["Complaints", "Clocks", "PlainText"]),
    module("TextCanvas"),
    module("DeskViewModels", ["CaseDocuments", "Complaints", "Clocks", "PlainText", "TextCanvas"]),
    // The edge: disk, terminal, processes.
    .target(name: "CHashes"),
    module("CaseJournal", ["CHashes", "Complaints", "Clocks", "PlainText"]),
    .target(name: "Themes", path: "Themes", swiftSettings: strict, plugins: ["EmbedTexts"]),
    module(
      "SettingsFiles", ["Clocks", "PlainText", "TextCanvas", "Themes"], plugins: ["EmbedTexts"]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalRescue"),
    module("NcursesTerminal", ["CNcurses", "CTerminalRescue", "TextCanvas"]),
    module(
      "RedressShell",
      [
        "NcursesTerminal", "DeskViewModels", "SettingsFiles", "CaseJournal", "CaseDocuments", "Complaints",
        "Clocks", "PlainText", "TextCanvas",
      ]),
    tests("TextCanvas", ["Themes"]),
    tests("NcursesTerminal", ["TextCanvas"]),
    // Packed relocations: what the loader does for them is a fifth of a start otherwise.
    .executableTarget(
      name: "redress", dependencies: ["RedressShell"], swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
          .when(platforms: [.linux], configuration: .release))
      ]),
    // While building: data files become string literals.
    .plugin(
      name: "EmbedTexts", capability: .buildTool(), dependencies: ["WriteTexts"], path: "Sources/EmbedTexts"),
    .executableTarget(name: "WriteTexts", swiftSettings: strict),
    tests("PlainText"),
    tests("CaseDocuments", ["Complaints", "Clocks", "PlainText", "SettingsFiles"]),
    tests("Clocks", ["PlainText", "SettingsFiles"]),
    tests("Complaints", ["CaseDocuments", "Clocks", "PlainText", "SettingsFiles"]),
    tests("SettingsFiles", ["Clocks", "PlainText", "TextCanvas"]),
    tests("CaseJournal", ["Complaints", "Clocks", "PlainText"], exclude: ["Golden", "Verifier"]),
    tests(
      "DeskViewModels",
      ["CaseDocuments", "Complaints", "Clocks", "PlainText", "SettingsFiles", "TextCanvas"],
      exclude: ["Golden"]),
    tests(
      "RedressShell",
      [
        "CaseDocuments", "CaseJournal", "Clocks", "Complaints", "DeskViewModels", "PlainText",
        "SettingsFiles", "TextCanvas",
      ], exclude: ["Recount", "Scenarios"]),
    // The repository itself, and the built program as a person at a terminal meets it.
    .testTarget(name: "RepositoryTests", exclude: ["Duties"], swiftSettings: strict),
    .testTarget(name: "RobotTests", dependencies: ["redress"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
