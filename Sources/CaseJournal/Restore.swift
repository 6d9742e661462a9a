package import Complaints
import Clocks
import Glibc

/// What a restore brought back.
package struct Restored: Hashable, Sendable {
  package var manifest: BackupManifest
  /// The hash of the newest line of the copy: not that of its origin, from the first line on.
  package var head: String
}

extension CaseJournal {
  /// Makes a journal of a backup, proves it, and notes in it that it is a copy.
  ///
  /// Everything is written beside the target and takes its name at the end, whole. The first line after the
  /// backup's last says that this copy was restored: from there on copy and origin have different heads.
  package static func restore(
    from archive: String, to path: String, by author: StaffLogin, _ options: JournalOptions
  ) throws(JournalFailure) -> Restored {
    let calls = options.calls
    let reader = try ArchiveReader(archive, calls)
    defer { calls.close(reader.file) }
    let manifest = try reader.manifest()
    guard let formatFile = reader.entries["FORMAT"] else {
      throw .badBackup(archive, why: "FORMAT is missing")
    }
    let format = try JournalFormat(text: reader.bytes(formatFile), path: archive + ":FORMAT")
    guard format.major == 1, format.incompatible.isEmpty else {
      throw .newerFormat(major: format.major, incompatible: format.incompatible)
    }
    try mustBeFree(path, calls)
    let beside = path + ".restoring-" + String(calls.random() >> 32, radix: 16)
    let (folder, lock) = try JournalFolder.create(at: beside, format, calls, trusted: options.trustFileSystem)
    calls.close(lock)
    for file in manifest.files {
      guard let entry = reader.entries[file.name] else { continue }
      try reader.copy(entry, file, into: folder, format)
    }
    let attachments = calls.open(folder.root, "attachments", O_RDONLY | O_DIRECTORY, 0)
    guard attachments >= 0 else { throw .storage(call: "open", path: beside, code: Int32(-attachments)) }
    defer { calls.close(Int32(attachments)) }
    for directory in [folder.segments, Int32(attachments), folder.root] {
      let synced = calls.sync(directory)
      guard synced >= 0 else { throw .storage(call: "fsync", path: beside, code: Int32(-synced)) }
    }
    folder.close()
    let report = try verify(at: beside, options)
    if let damage = report.damage ?? report.unfinished { throw .damaged(damage) }
    guard report.head == manifest.head, report.lastGood == manifest.seq else {
      throw .badBackup(archive, why: "its last line is not the one its manifest names")
    }
    let journal = try open(at: beside, options)
    try journal.noteRestored(manifest, by: author)
    let renamed = calls.replace(AT_FDCWD, beside, path)
    guard renamed >= 0 else {
      if renamed == -Int(ENOTEMPTY) || renamed == -Int(EEXIST) { throw .alreadyExists(path: path) }
      throw .storage(call: "rename", path: path, code: Int32(-renamed))
    }
    try journal.syncFolder(of: path)
    return Restored(manifest: manifest, head: journal.headHash)
  }

  private static func mustBeFree(_ path: String, _ calls: SystemCalls) throws(JournalFailure) {
    let there = calls.open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0)
    if there == -Int(ENOENT) { return }
    guard there >= 0 else { throw .storage(call: "open", path: path, code: Int32(-there)) }
    defer { calls.close(Int32(there)) }
    guard calls.names(Int32(there)) == ([], 0) else { throw .alreadyExists(path: path) }
  }

  private func noteRestored(_ manifest: BackupManifest, by author: StaffLogin) throws(JournalFailure) {
    let lease = try takeLease(by: author, patience: patience)
    defer { _ = lease }
    let restored = JournalRestored(seq: manifest.seq, head: manifest.head, made: manifest.made)
    try rotate(by: author, with: [NewEvent(.kept(.restored(restored)))])
  }
}

/// Reads a ustar file of ours by its places.
struct ArchiveReader {
  struct Entry {
    var at: Int
    var size: Int
  }

  let file: Int32
  let path: String
  let calls: SystemCalls
  private(set) var entries: [String: Entry] = [:]

  init(_ path: String, _ calls: SystemCalls) throws(JournalFailure) {
    let opened = calls.open(AT_FDCWD, path, O_RDONLY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path, code: Int32(-opened)) }
    file = Int32(opened)
    self.path = path
    self.calls = calls
    do throws(JournalFailure) { try readHeaders() } catch {
      calls.close(file)
      throw error
    }
  }

  private mutating func readHeaders() throws(JournalFailure) {
    let size = calls.status(file)?.size ?? 0
    var at = 0
    while true {
      var header = [UInt8](repeating: 0, count: Ustar.block)
      let count = calls.read(file, &header, 0..<header.count, at)
      guard count == header.count else { throw .badBackup(path, why: "it ends before its last file") }
      switch Ustar.read(header) {
      case .end: return
      case .unreadable: throw .badBackup(path, why: "no file header at byte " + String(at))
      case .file(let name, let length):
        at += Ustar.block
        guard length <= size - at else { throw .badBackup(path, why: "it ends inside " + name) }
        guard entries.updateValue(Entry(at: at, size: length), forKey: name) == nil else {
          throw .badBackup(path, why: name + " is in it twice")
        }
        at += length + Ustar.padding(length)
      }
    }
  }

  /// The manifest, which must name exactly the other files.
  func manifest() throws(JournalFailure) -> BackupManifest {
    guard let entry = entries[BackupManifest.name], let manifest = BackupManifest(text: try bytes(entry))
    else {
      throw .badBackup(path, why: "it has no manifest of a redress backup")
    }
    guard manifest.files.count == entries.count - 1 else {
      throw .badBackup(path, why: "it holds files its manifest does not name")
    }
    for file in manifest.files where entries[file.name]?.size != file.bytes {
      throw .badBackup(path, why: file.name + " is not as long as its manifest says")
    }
    return manifest
  }

  /// A small file whole.
  func bytes(_ entry: Entry) throws(JournalFailure) -> [UInt8] {
    guard entry.size <= 64 << 20 else { throw .badBackup(path, why: "its manifest is too long") }
    var bytes = [UInt8](repeating: 0, count: entry.size)
    let count = calls.read(file, &bytes, 0..<bytes.count, entry.at)
    guard count == entry.size else {
      throw .storage(call: "read", path: path, code: Int32(count < 0 ? -count : 0))
    }
    return bytes
  }

  /// Writes a file of the backup to its place, synced, and holds it against its SHA-256.
  func copy(
    _ entry: Entry, _ named: BackupManifest.File, into folder: JournalFolder, _ format: JournalFormat
  ) throws(JournalFailure) {
    let target = folder.path + "/" + named.name
    let opened = calls.open(folder.root, named.name, O_WRONLY | O_CREAT | O_TRUNC, format.fileMode)
    guard opened >= 0 else { throw .storage(call: "open", path: target, code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    _ = calls.changeMode(Int32(opened), format.fileMode)
    var stream = SHA256Stream()
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, entry.size)))
    var at = 0
    while at < entry.size {
      let count = calls.read(file, &buffer, 0..<min(buffer.count, entry.size - at), entry.at + at)
      guard count > 0 else {
        throw .storage(call: "read", path: path, code: Int32(count < 0 ? -count : Int(EIO)))
      }
      let part = buffer.span.extracting(0..<count)
      stream.take(part)
      var written = 0
      while written < count {
        let wrote = calls.write(Int32(opened), part.extracting(written..<count))
        guard wrote > 0 else { throw .writing(code: wrote == 0 ? ENOSPC : Int32(-wrote), path: target) }
        written += wrote
      }
      at += count
    }
    guard stream.digest().hex == named.sha256 else {
      throw .badBackup(path, why: named.name + " is not what its manifest says")
    }
    let synced = calls.sync(Int32(opened))
    guard synced >= 0 else { throw .storage(call: "fsync", path: target, code: Int32(-synced)) }
  }
}
