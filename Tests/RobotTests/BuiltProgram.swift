import Foundation
import Testing

/// The program as built beside these tests, run as a person or a script runs it.
enum BuiltProgram {
  /// `redress` in the folder of the test bundle that is running.
  static let path: String = {
    let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "."
    return URL(fileURLWithPath: running).deletingLastPathComponent().appendingPathComponent("redress").path
  }()

  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// A plain environment: nothing of the person who runs the tests gets in.
  static func environment(home: String, _ more: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let plain = [
      "PATH": path, "HOME": home, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": home + "/config",
      "XDG_DATA_HOME": home + "/data", "XDG_STATE_HOME": home + "/state", "TMPDIR": home,
    ]
    return plain.merging(more) { $1 }
  }

  /// Runs it to its end with that input.
  static func run(
    _ arguments: [String], in room: Room, input: String = "", environment more: [String: String] = [:]
  ) throws -> Outcome {
    try run(program: path, arguments, in: room, input: input, environment: more)
  }

  /// Runs any program to its end; input and output pass through files, so no pipe can fill up.
  static func run(
    program: String, _ arguments: [String], in room: Room, input: String = "",
    environment more: [String: String] = [:]
  ) throws -> Outcome {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { room.path + "/" + name + "." + $0 }
    try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
    for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }
    let process = try SpawnedProcess(
      program, arguments, environment: environment(home: room.path, more), input: files[0], output: files[1],
      errors: files[2])
    let status = process.wait()
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    return Outcome(
      status: status, output: try text(files[1]), errors: try text(files[2]))
  }

  /// Where a program of that name lies on the path, or nil.
  static func onPath(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// A folder of a test's own, gone when the test is.
final class Room {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "redress-robot-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
