package import Complaints
import Clocks
import Glibc

extension CaseJournal {
  /// Writes the journal up to its newest line and all attachments to one ustar file, a manifest last.
  ///
  /// Others go on writing: under the lease only the ends of the files are noted. Every line is proved on the
  /// way; what cannot be proved is no backup. The file appears under its name when it is whole and synced.
  ///
  /// - Throws: `.storage` with `EEXIST` where that name is taken.
  package func backUp(to target: String, by author: StaffLogin) throws(JournalFailure) -> BackupManifest {
    guard calls.exists(AT_FDCWD, target) == -Int(ENOENT) else {
      throw .storage(call: "open", path: target, code: EEXIST)
    }
    let (ends, attachments) = try whatToBackUp(by: author)
    var manifest = BackupManifest(
      journal: format.journal, made: now().description, by: author.text, seq: lastSeq, head: headHash)
    try proveLines(upTo: ends)
    let part = target + ".part"
    let opened = calls.open(AT_FDCWD, part, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard opened >= 0 else { throw .storage(call: "open", path: part, code: Int32(-opened)) }
    do throws(JournalFailure) {
      defer { calls.close(Int32(opened)) }
      var archive = ArchiveWriter(Int32(opened), part, calls, seconds: now().seconds)
      let formatText = try JournalFolder.contents(folder.root, "FORMAT", calls, path)
      manifest.files.append(try archive.add("FORMAT", formatText))
      for (segment, end) in zip(segments, ends) {
        manifest.files.append(
          try archive.add("journal/" + segment.name, from: segment.descriptor, upTo: end))
      }
      for name in attachments { manifest.files.append(try add(attachment: name, to: &archive)) }
      _ = try archive.add(BackupManifest.name, manifest.text)
      try archive.end()
      let synced = calls.sync(Int32(opened))
      guard synced >= 0 else { throw JournalFailure.storage(call: "fsync", path: part, code: Int32(-synced)) }
    } catch {
      _ = calls.unlink(AT_FDCWD, part)
      throw error
    }
    let renamed = calls.rename(AT_FDCWD, part, target)
    guard renamed >= 0 else {
      _ = calls.unlink(AT_FDCWD, part)
      throw .storage(call: "rename", path: target, code: Int32(-renamed))
    }
    try syncFolder(of: target)
    return manifest
  }

  /// Where each segment ends for this backup, and the attachments its lines may name.
  private func whatToBackUp(
    by author: StaffLogin
  ) throws(JournalFailure) -> (ends: [Int], attachments: [String]) {
    let lease = try takeLock(by: author, patience: patience)
    defer { _ = lease }
    try lookForPoison()
    try foldNewLines()
    if case .damaged(let damage) = condition { throw .damaged(damage) }
    let opened = calls.open(folder.root, "attachments", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/attachments", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let found = calls.names(Int32(opened))
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: path + "/attachments", code: Int32(-found.code))
    }
    return (segments.map(\.size), found.names.filter { BackupManifest.isAttachment($0) })
  }

  /// Proves every line that goes into the backup.
  private func proveLines(upTo ends: [Int]) throws(JournalFailure) {
    var walk = ChainWalk(zone: zone, after: 0, previous: .zero)
    for (segment, end) in zip(segments, ends) {
      walk.beginSegment()
      let read = try readLines(segment.descriptor, from: 0, calls, buffer: &buffer, path: segment.name) {
        (bytes, from, to, shift) throws(LineFault) in
        if from + shift < end { _ = try walk.take(bytes, from, to) }
      }
      if let fault = read.fault {
        throw .damaged(
          Damage(
            segment: segment.name, line: read.lines + 1, offset: read.offset, lastGood: walk.seq, fault: fault
          ))
      }
    }
    guard walk.unexplained == nil, walk.seq == lastSeq, walk.previous == head else {
      throw .damaged(damage(segments.last?.name ?? "", 1, 0, .brokenChain))
    }
  }

  private func add(
    attachment name: String, to archive: inout ArchiveWriter
  ) throws(JournalFailure) -> BackupManifest.File {
    let file = calls.open(folder.root, "attachments/" + name, O_RDONLY, 0)
    guard file >= 0 else { throw .storage(call: "open", path: name, code: Int32(-file)) }
    defer { calls.close(Int32(file)) }
    let size = calls.status(Int32(file))?.size ?? 0
    let added = try archive.add("attachments/" + name, from: Int32(file), upTo: size)
    guard added.sha256 == name else {
      throw .badAttachment(name)
    }
    return added
  }

  /// Makes a new name durable.
  func syncFolder(of target: String) throws(JournalFailure) {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parent =
      parts.isEmpty ? "." : parts.count == 1 && parts[0].isEmpty ? "/" : parts.joined(separator: "/")
    let opened = calls.open(AT_FDCWD, parent, O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: parent, code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let synced = calls.sync(Int32(opened))
    guard synced >= 0 else { throw .storage(call: "fsync", path: parent, code: Int32(-synced)) }
  }
}

/// Writes files one behind the other in ustar form.
struct ArchiveWriter {
  private let file: Int32
  private let path: String
  private let calls: SystemCalls
  private let seconds: Int64

  init(_ file: Int32, _ path: String, _ calls: SystemCalls, seconds: Int64) {
    self.file = file
    self.path = path
    self.calls = calls
    self.seconds = seconds
  }

  /// Adds a small file held in memory.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(JournalFailure) -> BackupManifest.File {
    try put(Ustar.header(name, size: bytes.count, seconds: seconds))
    try put(bytes)
    try put([UInt8](repeating: 0, count: Ustar.padding(bytes.count)))
    return BackupManifest.File(name: name, bytes: bytes.count, sha256: SHA256().of(bytes).hex)
  }

  /// Adds the first bytes of an open file.
  mutating func add(
    _ name: String, from source: Int32, upTo size: Int
  ) throws(JournalFailure) -> BackupManifest.File {
    try put(Ustar.header(name, size: size, seconds: seconds))
    var stream = SHA256Stream()
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, max(1, size)))
    var at = 0
    while at < size {
      let count = calls.read(source, &buffer, 0..<min(buffer.count, size - at), at)
      guard count > 0 else {
        throw .storage(call: "read", path: name, code: Int32(count < 0 ? -count : Int(EIO)))
      }
      stream.take(buffer.span.extracting(0..<count))
      try put(buffer.span.extracting(0..<count))
      at += count
    }
    try put([UInt8](repeating: 0, count: Ustar.padding(size)))
    return BackupManifest.File(name: name, bytes: size, sha256: stream.digest().hex)
  }

  /// Two empty blocks end an archive.
  mutating func end() throws(JournalFailure) { try put([UInt8](repeating: 0, count: 2 * Ustar.block)) }

  private func put(_ bytes: [UInt8]) throws(JournalFailure) { try put(bytes.span) }

  private func put(_ bytes: Span<UInt8>) throws(JournalFailure) {
    var written = 0
    while written < bytes.count {
      let count = calls.write(file, bytes.extracting(written..<bytes.count))
      guard count > 0 else { throw .writing(code: count == 0 ? ENOSPC : Int32(-count), path: path) }
      written += count
    }
  }
}

extension CaseJournal {
  /// The folder where that person's files for outside go, made where it is not there.
  package func exportFolder(of login: StaffLogin) throws(JournalFailure) -> String {
    let name = "exports/" + login.text
    let made = calls.makeDirectory(folder.root, name, format.directoryMode)
    guard made >= 0 || made == -Int(EEXIST) else {
      throw .storage(call: "mkdir", path: path + "/" + name, code: Int32(-made))
    }
    let opened = calls.open(folder.root, name, O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/" + name, code: Int32(-opened)) }
    // A colleague's folder keeps its mode: only its owner may change it.
    if made >= 0 { _ = calls.changeMode(Int32(opened), format.directoryMode) }
    calls.close(Int32(opened))
    return path + "/" + name
  }
}
