import Foundation
import Glibc

/// A terminal of the test's own with the built program on it: what each key makes the program send can be counted.
final class OwnTerminal {
  private let person: Int32
  let process: SpawnedProcess

  /// Starts the program on a terminal of that size.
  init(
    _ columns: UInt16, _ rows: UInt16, _ arguments: [String], in room: Room,
    environment: [String: String] = [:]
  ) throws {
    // unsafe here: paths are C strings and numbers are written, all during the call. TIOCSPTLCK and TIOCGPTN by
    // number, as the macros and posix_openpt are hidden from Swift.
    person = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    _ = unsafe ioctl(person, 0x4004_5431, &locked)
    var number: Int32 = 0
    _ = unsafe ioctl(person, 0x8004_5430, &number)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(person, UInt(TIOCSWINSZ), &size)
    let name = "/dev/pts/\(number)"
    process = try SpawnedProcess(
      BuiltProgram.path, arguments,
      environment: BuiltProgram.environment(
        home: room.path, ["TERM": "xterm-256color"].merging(environment) { $1 }),
      input: name, output: name, errors: room.path + "/errors")
  }

  deinit {
    process.kill(SIGKILL)
    _ = process.wait()
    close(person)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    // unsafe: write(2) reads the array's bytes.
    _ = unsafe write(person, bytes, bytes.count)
  }

  /// What the program sends next, in one reading; nil where it sends nothing for that long.
  func next(milliseconds: Int32) -> String? {
    var waiting = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    // unsafe: one entry, written during the call.
    guard unsafe poll(&waiting, 1, milliseconds) > 0 else { return nil }
    var part = [UInt8](repeating: 0, count: 65536)
    // unsafe: read(2) fills at most the array.
    let got = unsafe read(person, &part, part.count)
    return got > 0 ? String(decoding: part[..<got], as: UTF8.self) : nil
  }

  /// Reads on until nothing more comes for that long; false where that text was not in it.
  func settles(on text: String, quiet: Int32 = 400) -> Bool {
    var all = ""
    while let more = next(milliseconds: all.contains(text) ? quiet : 20_000) { all += more }
    return all.contains(text)
  }

  /// Times the program has asked the system to write something.
  var writes: Int {
    let text = (try? String(contentsOfFile: "/proc/\(process.id)/io", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("syscw:") }
    return line.flatMap { Int($0.dropFirst(6).trimmingCharacters(in: .whitespaces)) } ?? 0
  }
}
