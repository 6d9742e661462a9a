import Glibc

// Files put with the record: each under the SHA-256 of its bytes, saved before any line names it.
extension CaseJournal {
  /// The most bytes one may have: 25 MiB.
  package static let largestAttachment = 25 << 20

  /// Saves those bytes under their hash; the same bytes again are there already.
  ///
  /// - Returns: the SHA-256 of the bytes, 64 hex digits.
  package func keepAttachment(_ bytes: [UInt8]) throws(JournalFailure) -> String {
    if let refusal = condition.refusal { throw refusal }
    guard bytes.count <= CaseJournal.largestAttachment else {
      throw .fieldTooLong(field: "file", bytes: bytes.count, limit: CaseJournal.largestAttachment)
    }
    let name = SHA256().of(bytes).hex
    let folder = try attachmentsFolder()
    defer { calls.close(folder) }
    if try self.folder.holds(folder, name) { return name }
    // Written beside and renamed, so that no reader ever finds half of one under the hash of the whole.
    let draft = "." + name.prefix(16) + "-" + String(calls.random(), radix: 16)
    try JournalFolder.createFile(folder, draft, bytes, format, calls, path + "/attachments")
    let renamed = calls.rename(folder, draft, name)
    guard renamed >= 0 else {
      throw .storage(call: "rename", path: path + "/attachments/" + name, code: Int32(-renamed))
    }
    let synced = calls.sync(folder)
    guard synced >= 0 else {
      throw .storage(call: "fsync", path: path + "/attachments", code: Int32(-synced))
    }
    return name
  }

  private func attachmentsFolder() throws(JournalFailure) -> Int32 {
    let place = path + "/attachments"
    let made = calls.makeDirectory(folder.root, "attachments", format.directoryMode)
    guard made >= 0 || made == -Int(EEXIST) else {
      throw .storage(call: "mkdir", path: place, code: Int32(-made))
    }
    let opened = calls.open(folder.root, "attachments", O_RDONLY | O_DIRECTORY, 0)
    guard opened >= 0 else { throw .storage(call: "open", path: place, code: Int32(-opened)) }
    guard made >= 0 else { return Int32(opened) }
    // A new folder is for the whole group, whatever the umask, and its name has to last.
    _ = calls.changeMode(Int32(opened), format.directoryMode)
    let synced = calls.sync(folder.root)
    guard synced >= 0 else {
      calls.close(Int32(opened))
      throw .storage(call: "fsync", path: path, code: Int32(-synced))
    }
    return Int32(opened)
  }
}
