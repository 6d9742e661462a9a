import Clocks
import PlainText

/// What a backup holds, told in its last file: every other file with its size and SHA-256, and the head.
package struct BackupManifest: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package var name: String
    package var bytes: Int
    package var sha256: String
  }

  static let name = "MANIFEST"
  /// The journal's id.
  package var journal: String
  /// When the backup was made.
  package var made: String
  package var by: String
  /// The last line in it and its SHA-256.
  package var seq: UInt64
  package var head: String
  package var files: [File] = []

  package var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

  init(journal: String, made: String, by: String, seq: UInt64, head: String) {
    self.journal = journal
    self.made = made
    self.by = by
    self.seq = seq
    self.head = head
  }

  /// Reads the text of a manifest; nil where it is none, or names a file that no backup of ours holds.
  init?(text: [UInt8]) {
    let json: JSON
    do { json = try parseJSON(bytes: text) } catch { return nil }
    guard json["backup"]?.integer == 1, let journal = json["journal"]?.string,
      let made = json["made"]?.string, let by = json["by"]?.string,
      let seq = json["seq"]?.integer.flatMap({ UInt64(exactly: $0) }), let head = json["head"]?.string,
      let listed = json["files"]?.array
    else { return nil }
    self.init(journal: journal, made: made, by: by, seq: seq, head: head)
    var names: Set<String> = []
    for file in listed {
      guard let name = file["name"]?.string, let bytes = file["bytes"]?.integer,
        let sha256 = file["sha256"]?.string, BackupManifest.isOurs(name), names.insert(name).inserted
      else { return nil }
      files.append(File(name: name, bytes: bytes, sha256: sha256))
    }
    guard names.contains("FORMAT"), names.contains("journal/" + JournalFolder.segmentName(first: 1)) else {
      return nil
    }
  }

  var text: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("backup", 1)
    writer.field("journal", journal)
    writer.field("made", made)
    writer.field("by", by)
    writer.field("seq", Int(seq))
    writer.field("head", head)
    writer.field(
      "files",
      JSON.array(
        files.map {
          .object([
            JSONMember("name", .string($0.name)), JSONMember("bytes", .integer($0.bytes)),
            JSONMember("sha256", .string($0.sha256)),
          ])
        }))
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// The one cleaner of names: `FORMAT`, a segment or an attachment, and nothing else ever becomes a path.
  static func isOurs(_ name: String) -> Bool {
    if name == "FORMAT" { return true }
    if name.hasPrefix("journal/") { return JournalFolder.firstSeq(of: String(name.dropFirst(8))) != nil }
    guard name.hasPrefix("attachments/") else { return false }
    return isAttachment(String(name.dropFirst(12)))
  }

  /// Whether a name is 64 lower-case hex digits.
  static func isAttachment(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
