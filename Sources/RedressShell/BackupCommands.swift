import CaseDocuments
import CaseJournal
import Complaints
import PlainText

extension CommandRun {
  /// `backup FILE`: one ustar file with a manifest, while others write.
  func backUp() throws(ShellFailure) {
    let opened = try openRecord(.acting)
    try opened.mustHold(.administrator, for: "back up the journal")
    let target = try exportPath(request.words[0], opened)
    let manifest: BackupManifest
    do {
      manifest = try opened.journal.backUp(to: target, by: opened.me)
    } catch {
      throw ShellFailure(error)
    }
    if json {
      return output.json(
        record([
          "file": .string(target), "files": .integer(manifest.files.count), "bytes": .integer(manifest.bytes),
          "seq": .integer(Int(manifest.seq)), "head": .string(manifest.head), "made": .string(manifest.made),
        ]))
    }
    output.line(
      "backed up to " + visible(target) + ": " + String(manifest.files.count) + " files, "
        + String(manifest.bytes) + " bytes, up to entry " + String(manifest.seq))
    output.line("head " + manifest.head)
    output.line("note the head elsewhere: redress verify --head proves the journal against it")
  }

  /// `restore FILE`: a journal made of a backup, never over one that is there.
  func restore() throws(ShellFailure) {
    if request.flags.contains("locked") { throw .pathWhileLocked(request.words[0]) }
    guard let me = StaffLogin(surroundings.account) else { throw .badLogin(surroundings.account) }
    let path = dataDirectory()
    let restored: Restored
    do {
      restored = try CaseJournal.restore(
        from: request.words[0], to: path, by: me, JournalOptions(zone: zone, now: surroundings.clock))
    } catch {
      throw ShellFailure(error)
    }
    let manifest = restored.manifest
    if json {
      return output.json(
        record([
          "data": .string(path), "seq": .integer(Int(manifest.seq)), "made": .string(manifest.made),
          "origin": .string(manifest.head), "head": .string(restored.head),
        ]))
    }
    output.line(
      "restored to " + visible(path) + ": the record as backed up on " + visible(manifest.made)
        + ", up to entry " + String(manifest.seq))
    output.line("head " + restored.head)
    output.line("this copy says of itself that it was restored; never write to it and its origin both")
  }

  /// Where a file for outside goes: anywhere, or under `exports/<login>/` by a plain name while locked.
  func exportPath(_ given: String, _ opened: OpenRecord) throws(ShellFailure) -> String {
    guard request.flags.contains("locked") else { return given }
    let plain = given.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        || $0 == 0x2E
    }
    guard plain, !given.hasPrefix("."), !given.isEmpty else { throw .pathWhileLocked(given) }
    do {
      return try opened.journal.exportFolder(of: opened.me) + "/" + given
    } catch {
      throw ShellFailure(error)
    }
  }
}
