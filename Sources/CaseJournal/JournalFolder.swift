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
    guard root >= 0 else {
      if root == -Int(ENOENT) || root == -Int(ENOTDIR) { throw .noJournal(path: path) }
      throw .storage(call: "open", path: path, code: Int32(-root))
    }
    if calls.exists(Int32(root), "FORMAT") == -Int(ENOENT) {
      calls.close(Int32(root))
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
      guard segments >= 0 else {
        if segments == -Int(ENOENT) { throw JournalFailure.noJournal(path: path + "/journal") }
        throw JournalFailure.storage(call: "open", path: path + "/journal", code: Int32(-segments))
      }
      self.segments = Int32(segments)
    } catch {
      calls.close(Int32(root))
      throw error
    }
  }

  /// Makes the directories and `FORMAT`, and opens them; gives the lock too, held, for the caller to close.
  ///
  /// A directory without a segment is no journal yet: making one again, where it was cut short, is allowed.
  static func create(
    at path: String, _ format: JournalFormat, _ calls: SystemCalls, trusted: Bool
  ) throws(JournalFailure) -> (folder: JournalFolder, lock: Int32) {
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
    // Somebody else's directory keeps its mode: only the owner may change it, and did choose it.
    _ = calls.changeMode(Int32(root), format.directoryMode)
    for name in ["journal"] + others { try makeDirectory(Int32(root), name, format, calls, path) }
    let lock = calls.open(Int32(root), "lock", O_RDWR | O_CREAT, format.fileMode)
    guard lock >= 0 else { throw .storage(call: "open", path: path + "/lock", code: Int32(-lock)) }
    do throws(JournalFailure) {
      _ = calls.changeMode(Int32(lock), format.fileMode)
      guard calls.lock(Int32(lock), LOCK_EX | LOCK_NB) >= 0, try isEmpty(Int32(root), calls, path) else {
        throw .alreadyExists(path: path)
      }
      try createFile(Int32(root), "FORMAT", format.text, format, calls, path)
      try syncWithParent(Int32(root), calls, path)
      return (try JournalFolder(opening: path, calls), Int32(lock))
    } catch {
      calls.close(Int32(lock))
      throw error
    }
  }

  private static func makeDirectory(
    _ root: Int32, _ name: String, _ format: JournalFormat, _ calls: SystemCalls, _ path: String
  ) throws(JournalFailure) {
    let made = calls.makeDirectory(root, name, format.directoryMode)
    guard made >= 0 || made == -Int(EEXIST) else {
      throw .storage(call: "mkdir", path: path + "/" + name, code: Int32(-made))
    }
    let opened = calls.open(root, name, O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/" + name, code: Int32(-opened)) }
    _ = calls.changeMode(Int32(opened), format.directoryMode)
    calls.close(Int32(opened))
  }

  /// Whether no segment lies in `journal/` of that directory.
  private static func isEmpty(
    _ root: Int32, _ calls: SystemCalls, _ path: String
  ) throws(JournalFailure) -> Bool {
    let opened = calls.open(root, "journal", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/journal", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let found = calls.names(Int32(opened))
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: path + "/journal", code: Int32(-found.code))
    }
    return !found.names.contains { firstSeq(of: $0) != nil }
  }

  /// Makes the directory and its own name durable.
  private static func syncWithParent(
    _ root: Int32, _ calls: SystemCalls, _ path: String
  ) throws(JournalFailure) {
    let synced = calls.sync(root)
    guard synced >= 0 else { throw .storage(call: "fsync", path: path, code: Int32(-synced)) }
    let parent = calls.open(root, "..", O_RDONLY | O_DIRECTORY, 0)
    // A directory we may pass through but not read cannot be synced by us.
    guard parent != -Int(EACCES) else { return }
    guard parent >= 0 else { throw .storage(call: "open", path: path + "/..", code: Int32(-parent)) }
    defer { calls.close(Int32(parent)) }
    let named = calls.sync(Int32(parent))
    guard named >= 0 else { throw .storage(call: "fsync", path: path + "/..", code: Int32(-named)) }
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
    guard try holds(root, "POISON") else { return nil }
    let text = try JournalFolder.contents(root, "POISON", calls, path)
    return String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Whether a directory holds that name; what cannot be told is an error, never taken for absence.
  func holds(_ directory: Int32, _ name: String) throws(JournalFailure) -> Bool {
    let found = calls.exists(directory, name)
    if found == -Int(ENOENT) { return false }
    guard found >= 0 else { throw .storage(call: "access", path: path + "/" + name, code: Int32(-found)) }
    return true
  }

  /// Segment names in order, without whatever else lies there.
  func segmentNames() throws(JournalFailure) -> [String] {
    let found = calls.names(segments)
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: path + "/journal", code: Int32(-found.code))
    }
    return found.names.filter { JournalFolder.firstSeq(of: $0) != nil }
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
