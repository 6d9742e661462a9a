import Clocks
import Foundation
import Glibc

/// A text handed to the person's editor, in a file of our own that nobody else may read.
struct EditorRun {
  private let path: String
  private let words: [String]

  /// `$VISUAL`, else `$EDITOR`, else `vi`; split on blanks, no shell.
  init(folder: String, environment: [String: String]) {
    let named = [environment["VISUAL"], environment["EDITOR"], "vi"].compactMap { $0 }.first {
      !$0.trimmingCharacters(in: .whitespaces).isEmpty
    }
    words = (named ?? "vi").split(separator: " ").map(String.init)
    path = folder + "/edit-" + String(getpid()) + "-" + String(systemMoment().microseconds) + ".txt"
  }

  /// Why no text came back.
  enum Trouble: Error, Hashable {
    case cannotWrite(String)
    case cannotStart(String)
    case ended(String, Int32)
    case tooLong

    var sentence: String {
      switch self {
      case .cannotWrite(let folder): "no editor: " + folder + " cannot be written"
      case .cannotStart(let name): "no editor: \"" + name + "\" cannot be started; set VISUAL or EDITOR"
      case .ended(let name, let status):
        name + " ended with status " + String(status) + "; the text is as it was before"
      case .tooLong: "the text is longer than 256 KiB and was not taken; the text is as it was before"
      }
    }
  }

  /// Runs the editor to its end and gives the text back; `meanwhile` is called about once a second.
  ///
  /// - Throws: why the text is as it was.
  func edit(_ text: String, stopped: () -> Void, meanwhile: () -> Void) throws(Trouble) -> String {
    guard write(text) else { throw .cannotWrite((path as NSString).deletingLastPathComponent) }
    defer { remove() }
    var ends: [Int32] = [-1, -1]
    // unsafe: pipe fills the two numbers. The child keeps the second open as long as it runs.
    guard unsafe pipe(&ends) == 0 else { throw .cannotStart(words[0]) }
    defer { close(ends[0]) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    // ^C and ^\ belong to the editor.
    let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, before.0)
      signal(SIGQUIT, before.1)
    }
    let child = ChildProcess(words + [path])
    close(ends[1])
    guard let child else { throw .cannotStart(words[0]) }
    let status = wait(for: child, ends[0], stopped: stopped, meanwhile: meanwhile)
    guard status == 0 else { throw .ended(words[0], status) }
    guard let data = FileManager.default.contents(atPath: path), data.count <= 256 * 1024 else {
      throw .tooLong
    }
    var edited = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    // Editors end the last line; the text did not.
    while edited.last?.isNewline ?? false { edited.removeLast() }
    return edited
  }

  private func wait(
    for child: ChildProcess, _ end: Int32, stopped: () -> Void, meanwhile: () -> Void
  ) -> Int32 {
    while true {
      switch child.state() {
      case .ended(let status): return status
      case .stopped:
        stopped()
        kill(child.id, SIGCONT)
      case .running: break
      }
      var polled = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      // unsafe: one entry, written during the call. The end hangs up when the editor is gone.
      if unsafe poll(&polled, 1, 1_000) == 0 { meanwhile() }
    }
  }

  private func write(_ text: String) -> Bool {
    // unsafe: the path is a C string for the call only.
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    writeAll(Array((text.isEmpty ? "" : text + "\n").utf8), to: file)
    close(file)
    return true
  }

  private func remove() {
    // unsafe: as above.
    _ = unsafe unlink(path)
  }
}
