import Glibc

/// The directory of one journal, open: every file of the store is reached through it, never by a path again.
struct JournalFolder {
  let path: String
  let calls: SystemCalls
  let format: JournalFormat
  /// The directory itself.
  let root: Int32
  /// Its `journal/`, where the segments are.
  let segments: Int32

  /// Directories beside `journal/`, made at once so that permissions are right from the start.
  private static let others = ["cache", "quarantine", "attachments", "exports", "drafts", "settings"]

  /// Opens an existing one.
  init(opening path: String, _ calls: SystemCalls) throws(JournalFailure) {
    let root = calls.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0)
    guard root >= 0, calls.exists(Int32(root), "FORMAT") == 0 else {
      if root >= 0 { calls.close(Int32(root)) }
      throw .noJournal(path: path)
    }
    self.path = path
    self.calls = calls
    self.root = Int32(root)
    do throws(JournalFailure) {
      format = try JournalFormat(
        text: JournalFolder.contents(Int32(root), "FORMAT", calls, path), path: path + "/FORMAT")
      if format.service, let status = calls.status(Int32(root)), status.owner != geteuid() {
        throw JournalFailure.notTheServiceAccount(owner: status.owner)
      }
      let segments = calls.open(Int32(root), "journal", O_RDONLY | O_DIRECTORY, 0)
      guard segments >= 0 else { throw JournalFailure.noJournal(path: path + "/journal") }
      self.segments = Int32(segments)
    } catch {
      calls.close(Int32(root))
      throw error
    }
  }

  /// Makes the directories and `FORMAT`, and opens them.
  static func create(
    at path: String, _ format: JournalFormat, _ calls: SystemCalls, trusted: Bool
  ) throws(JournalFailure) -> JournalFolder {
    let made = calls.makeDirectory(AT_FDCWD, path, format.directoryMode)
    guard made >= 0 || made == -Int(EEXIST) else {
      throw .storage(call: "mkdir", path: path, code: Int32(-made))
    }
    if !trusted, let name = networkFileSystem(at: path) {
      throw .networkFileSystem(path: path, name: name)
    }
    let root = calls.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0)
    guard root >= 0 else { throw .storage(call: "open", path: path, code: Int32(-root)) }
    defer { calls.close(Int32(root)) }
    guard calls.exists(Int32(root), "FORMAT") != 0, calls.exists(Int32(root), "journal") != 0 else {
      throw .alreadyExists(path: path)
    }
    // Somebody else's directory keeps its mode: only the owner may change it, and did choose it.
    _ = calls.changeMode(Int32(root), format.directoryMode)
    for name in ["journal"] + others {
      let made = calls.makeDirectory(Int32(root), name, format.directoryMode)
      guard made >= 0 || made == -Int(EEXIST) else {
        throw .storage(call: "mkdir", path: path + "/" + name, code: Int32(-made))
      }
      let opened = calls.open(Int32(root), name, O_RDONLY | O_DIRECTORY, 0)
      guard opened >= 0 else {
        throw .storage(call: "open", path: path + "/" + name, code: Int32(-opened))
      }
      _ = calls.changeMode(Int32(opened), format.directoryMode)
      calls.close(Int32(opened))
    }
    try createFile(Int32(root), "lock", [], format, calls, path)
    // FORMAT comes last: a directory without it is no journal, so a create cut short leaves none behind.
    try createFile(Int32(root), "FORMAT", format.text, format, calls, path)
    let synced = calls.sync(Int32(root))
    guard synced >= 0 else { throw .storage(call: "fsync", path: path, code: Int32(-synced)) }
    return try JournalFolder(opening: path, calls)
  }

  /// Writes a new file whole, synced; its directory is the caller's to sync.
  static func createFile(
    _ directory: Int32, _ name: String, _ bytes: [UInt8], _ format: JournalFormat, _ calls: SystemCalls,
    _ path: String
  ) throws(JournalFailure) {
    let file = calls.open(directory, name, O_WRONLY | O_CREAT | O_TRUNC, format.fileMode)
    guard file >= 0 else { throw .storage(call: "open", path: path + "/" + name, code: Int32(-file)) }
    defer { calls.close(Int32(file)) }
    let moded = calls.changeMode(Int32(file), format.fileMode)
    guard moded >= 0 else { throw .storage(call: "fchmod", path: path + "/" + name, code: Int32(-moded)) }
    var written = 0
    while written < bytes.count {
      let count = calls.write(Int32(file), bytes.span.extracting(written..<bytes.count))
      guard count > 0 else {
        throw .writing(code: count == 0 ? ENOSPC : Int32(-count), path: path + "/" + name)
      }
      written += count
    }
    let synced = calls.sync(Int32(file))
    guard synced >= 0 else { throw .storage(call: "fsync", path: path + "/" + name, code: Int32(-synced)) }
  }

  /// A small file whole; empty when it cannot be read.
  static func contents(
    _ directory: Int32, _ name: String, _ calls: SystemCalls, _ path: String
  ) throws(JournalFailure) -> [UInt8] {
    let file = calls.open(directory, name, O_RDONLY, 0)
    guard file >= 0 else { throw .storage(call: "open", path: path + "/" + name, code: Int32(-file)) }
    defer { calls.close(Int32(file)) }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = calls.read(Int32(file), &buffer, 0..<buffer.count, 0)
    guard count >= 0 else { throw .storage(call: "read", path: path + "/" + name, code: Int32(-count)) }
    return Array(buffer.prefix(count))
  }

  /// What `POISON` says; nil where there is none.
  func poison() throws(JournalFailure) -> String? {
    guard calls.exists(root, "POISON") == 0 else { return nil }
    let text = try JournalFolder.contents(root, "POISON", calls, path)
    return String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Segment names in order, without whatever else lies there.
  func segmentNames() -> [String] {
    calls.names(segments).filter { JournalFolder.firstSeq(of: $0) != nil }
  }

  /// The name of the segment whose first line has that sequence number.
  static func segmentName(first seq: UInt64) -> String {
    let digits = String(seq)
    return String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits + ".jsonl"
  }

  static func firstSeq(of name: String) -> UInt64? {
    guard name.utf8.count == 26, name.hasSuffix(".jsonl"), let seq = UInt64(name.prefix(20)) else {
      return nil
    }
    return segmentName(first: seq) == name ? seq : nil
  }

  func close() {
    calls.close(segments)
    calls.close(root)
  }
}

extension JournalFailure {
  /// A write that failed with that error number.
  static func writing(code: Int32, path: String) -> JournalFailure {
    code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : .storage(call: "write", path: path, code: code)
  }
}
