import Clocks
import DeskViewModels
import Glibc
import PlainText

/// Keeps the contact being typed in `drafts/<login>/`, so that a lost line loses nothing.
///
/// The desk that types holds a lock on its file; a file nobody holds was left by a desk that is gone.
final class DraftKeeper {
  private let folder: String
  private var path = ""
  private var descriptor: Int32 = -1

  init(data: String, login: String) { folder = data + "/drafts/" + login }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The draft of a desk that is gone, taken over by this one; nil where there is none.
  func takeOver() -> IntakeDraft? {
    for name in names() where name.hasPrefix("contact-new-") && name.hasSuffix(".json") {
      let found = folder + "/" + name
      // unsafe: the path is a C string for the call only.
      let opened = unsafe open(found, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      guard opened >= 0 else { continue }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        close(opened)
        continue
      }
      let draft = DraftKeeper.draft(readSome(opened))
      if let draft, !draft.isEmpty, descriptor < 0 {
        descriptor = opened
        path = found
        return draft
      }
      // unsafe: as above; an empty or unreadable draft holds nothing to lose.
      unsafe unlink(found)
      close(opened)
    }
    return nil
  }

  /// Keeps this draft in the place of the one before; false where it cannot be kept.
  func save(_ draft: IntakeDraft) -> Bool {
    guard descriptor >= 0 || make() else { return false }
    let members = draft.fields.map { JSONMember($0.name, .string($0.value)) }
    let bytes = Array(jsonText(.object(members)).utf8)
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return false }
    writeAll(bytes, to: descriptor)
    return true
  }

  /// The draft was recorded or dropped.
  func drop() {
    guard descriptor >= 0 else { return }
    // unsafe: the path is a C string for the call only.
    unsafe unlink(path)
    close(descriptor)
    descriptor = -1
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

  private func make() -> Bool {
    path =
      madeFolder() + "/contact-new-" + String(getpid()) + "-" + String(systemMoment().microseconds) + ".json"
    // unsafe: as above.
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  private static func draft(_ bytes: [UInt8]) -> IntakeDraft? {
    do {
      let members = try parseJSON(bytes: bytes).members ?? []
      return IntakeDraft(
        fields: members.map { IntakeDraft.Field(name: $0.name, value: $0.value.string ?? "") })
    } catch {
      // Cut off while it was written: there is nothing to go on with.
      return nil
    }
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
