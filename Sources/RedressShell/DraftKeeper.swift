import Clocks
import Complaints
import DeskViewModels
import Glibc
import PlainText

/// Keeps what is being typed in `drafts/<login>/`, one file for each sheet, so that a lost line loses nothing.
///
/// The desk that types holds a lock on its files; a file nobody holds was left by a desk that is gone. Each
/// saving adds a line, and the last whole line counts: a program killed while it saves loses none before it.
final class DraftKeeper {
  private struct Held {
    var path: String
    var descriptor: Int32
    var length: Int
  }

  /// A file is begun anew past this many bytes, so that hours of typing stay small.
  private static let largest = 256 * 1024

  private let folder: String
  private var held: [SheetDraft.Subject: Held] = [:]

  init(data: String, login: String) { folder = data + "/drafts/" + login }

  deinit { for file in held.values { close(file.descriptor) } }

  /// The drafts of desks that are gone, taken over by this one; of two of one subject the second is left.
  func takeOver() -> [SheetDraft] {
    var drafts: [SheetDraft] = []
    for name in names() where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let found = folder + "/" + name
      // unsafe: the path is a C string for the call only.
      let opened = unsafe open(found, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      guard opened >= 0 else { continue }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        close(opened)
        continue
      }
      let bytes = DraftKeeper.contents(opened)
      if let draft = draftText(bytes), !draft.isEmpty {
        guard held[draft.subject] == nil else {
          close(opened)
          continue
        }
        held[draft.subject] = Held(path: found, descriptor: opened, length: bytes.count)
        drafts.append(draft)
        continue
      }
      // unsafe: as above; an empty or unreadable draft holds nothing to lose.
      unsafe unlink(found)
      close(opened)
    }
    return drafts
  }

  /// Keeps this draft in the place of the one before; false where it cannot be kept.
  func save(_ draft: SheetDraft) -> Bool {
    // A line of its own even behind one that a full disk has cut off.
    let line = Array(("\n" + jsonText(draftJSON(draft)) + "\n").utf8)
    let before = held[draft.subject]
    var file: Held
    if let before, before.length + line.count <= DraftKeeper.largest {
      file = before
    } else {
      guard let made = make(draft.subject) else { return false }
      file = made
    }
    let end = lseek(file.descriptor, 0, SEEK_END)
    guard end >= 0 else { return false }
    writeAll(line, to: file.descriptor)
    let whole = lseek(file.descriptor, 0, SEEK_END) == end + line.count
    file.length += line.count
    held[draft.subject] = file
    if whole, let before, before.descriptor != file.descriptor { remove(before) }
    return whole
  }

  /// The draft was recorded or dropped.
  func drop(_ subject: SheetDraft.Subject) {
    if let file = held.removeValue(forKey: subject) { remove(file) }
  }

  private func remove(_ file: Held) {
    // unsafe: the path is a C string for the call only.
    unsafe unlink(file.path)
    close(file.descriptor)
  }

  /// The folder drafts of this person are in, made where it is not there yet.
  func madeFolder() -> String {
    for place in [folder.split(separator: "/").dropLast().joined(separator: "/"), folder] {
      let absolute = place.hasPrefix("/") || !folder.hasPrefix("/") ? place : "/" + place
      // unsafe: the path is a C string for the call only; a folder that exists already is what is wanted.
      unsafe mkdir(absolute, 0o2770)
    }
    return folder
  }

  private func make(_ subject: SheetDraft.Subject) -> Held? {
    let about = subject.cases.count > 1 ? "many" : subject.cases.first?.text ?? "new"
    let kind = subject.action?.rawValue ?? "contact"
    let path =
      madeFolder() + "/" + kind + "-" + about + "-" + String(getpid()) + "-"
      + String(systemMoment().microseconds) + ".json"
    // unsafe: as above.
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return Held(path: path, descriptor: descriptor, length: 0)
  }

  private static func contents(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= 4 * largest {
      let part = readSome(descriptor)
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  private func names() -> [String] {
    // unsafe: the stream is read to its end and closed here; names are copied.
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          // SAFETY: `readdir` ends the name with a NUL inside the array.
          unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        })
    }
    return names.sorted()
  }
}
