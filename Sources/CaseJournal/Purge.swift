import Glibc

// What an erasure removes beside the segments.
extension CaseJournal {
  /// Texts shorter than this are found everywhere and tell of nobody.
  private static let shortestText = 4

  /// Removes snapshots and torn fragments, and every draft, export and attachment that holds one of the texts
  /// or names one of the cases.
  ///
  /// Snapshots and quarantined bytes go whole: the first are made anew, the second were never confirmed to
  /// anybody. Gives what was removed, snapshots left out. `places` are the lines that are to be replaced.
  func purge(
    _ texts: [[UInt8]], _ cases: [String], _ places: [BuriedLine]
  ) throws(JournalFailure) -> [String] {
    var wanted: [ByteSearch] = cases.map { ByteSearch(Array($0.utf8)) }
    for text in Set(texts) where text.count >= CaseJournal.shortestText {
      wanted.append(ByteSearch(text))
      // A letter holds as plain text what a line holds with escapes.
      let plain = Array(unescaped(quoted: [0x22] + text + [0x22]).utf8)
      if plain != text { wanted.append(ByteSearch(plain)) }
    }
    try purgeSnapshots()
    var removed = try purge("quarantine", depth: 0) { _, _ in true }
    let holds = { (name: String, bytes: [UInt8]) in
      wanted.contains { $0.isIn(bytes.span) } || cases.contains { name.contains($0) }
    }
    for name in ["drafts", "exports", "outbox"] { removed += try purge(name, depth: 2, holds) }
    let hashes = try hashesOnlyIn(texts, places)
    if !hashes.isEmpty { removed += try purge("attachments", depth: 0) { name, _ in hashes.contains(name) } }
    // What a seal or an erasure cut short left beside the segments may hold the old lines.
    let found = calls.names(folder.segments)
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: path + "/journal", code: Int32(-found.code))
    }
    for name in found.names where name.hasSuffix(".erased") || name.hasSuffix(".new") {
      try remove(folder.segments, name)
    }
    return removed
  }

  /// Removes every snapshot, waiting for whoever writes one: it was begun before the erasure was on record.
  func purgeSnapshots() throws(JournalFailure) {
    let opened = calls.open(folder.root, "cache", O_RDONLY | O_DIRECTORY, 0)
    if opened == -Int(ENOENT) { return }
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/cache", code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let locked = calls.lock(Int32(opened), LOCK_EX)
    guard locked >= 0 else { throw .storage(call: "flock", path: path + "/cache", code: Int32(-locked)) }
    _ = try purge("cache", depth: 0) { _, _ in true }
  }

  /// Removes the files of a folder for which `goes` holds, looking into folders `depth` levels down.
  private func purge(
    _ name: String, depth: Int, _ goes: (String, [UInt8]) -> Bool
  ) throws(JournalFailure) -> [String] {
    let opened = calls.open(folder.root, name, O_RDONLY | O_DIRECTORY, 0)
    if opened == -Int(ENOENT) { return [] }
    guard opened >= 0 else { throw .storage(call: "open", path: path + "/" + name, code: Int32(-opened)) }
    defer { calls.close(Int32(opened)) }
    let found = calls.names(Int32(opened))
    guard found.code >= 0 else {
      throw .storage(call: "readdir", path: path + "/" + name, code: Int32(-found.code))
    }
    var removed: [String] = []
    for inner in found.names {
      let whole = name + "/" + inner
      let file = calls.open(Int32(opened), inner, O_RDONLY, 0)
      // A link leads out of the directory and is none of ours.
      guard file >= 0 else {
        if file == -Int(ELOOP) { continue }
        throw .storage(call: "open", path: path + "/" + whole, code: Int32(-file))
      }
      defer { calls.close(Int32(file)) }
      guard let bytes = try contents(Int32(file), whole) else {
        if depth > 0 { removed += try purge(whole, depth: depth - 1, goes) }
        continue
      }
      guard goes(inner, bytes) else { continue }
      try remove(Int32(opened), inner)
      removed.append(whole)
    }
    let synced = removed.isEmpty ? 0 : calls.sync(Int32(opened))
    guard synced >= 0 else { throw .storage(call: "fsync", path: path + "/" + name, code: Int32(-synced)) }
    return removed
  }

  private func remove(_ directory: Int32, _ name: String) throws(JournalFailure) {
    let removed = calls.unlink(directory, name)
    guard removed >= 0 || removed == -Int(ENOENT) else {
      throw .storage(call: "unlink", path: name, code: Int32(-removed))
    }
  }

  /// The bytes of an open file; nil for a directory.
  private func contents(_ file: Int32, _ name: String) throws(JournalFailure) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: max(1, try fileSize(file, name)))
    var filled = 0
    while filled < bytes.count {
      let count = calls.read(file, &bytes, filled..<bytes.count, filled)
      if count == -Int(EISDIR) { return nil }
      guard count >= 0 else { throw .storage(call: "read", path: path + "/" + name, code: Int32(-count)) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// Hashes among the texts that name an attachment of no other line.
  private func hashesOnlyIn(
    _ texts: [[UInt8]], _ places: [BuriedLine]
  ) throws(JournalFailure) -> Set<String> {
    var hashes: Set<String> = []
    for text in texts where text.count == 64 {
      let name = String(decoding: text, as: UTF8.self)
      if BackupManifest.isAttachment(name) { hashes.insert(name) }
    }
    guard !hashes.isEmpty else { return [] }
    for segment in segments {
      let bytes = try buried(places, in: segment)
      hashes = hashes.filter { !ByteSearch(Array($0.utf8)).isIn(bytes.span) }
    }
    return hashes
  }
}
