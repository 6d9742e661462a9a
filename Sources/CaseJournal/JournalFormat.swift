import PlainText

/// What `FORMAT` says: which journal this is, what a reader must know, and the two modes fixed by `init`.
package struct JournalFormat: Hashable, Sendable {
  /// The journal's id, a random UUID.
  package var journal: String
  package var major = 1
  /// Features a reader may ignore.
  package var compatible: [String] = []
  /// Features a reader must know, or else leave the journal alone.
  package var incompatible: [String] = []
  /// One service account owns everything (`security.md`); else everybody has their own account.
  package var service: Bool
  package var practice: Bool

  package init(journal: String, service: Bool, practice: Bool) {
    self.journal = journal
    self.service = service
    self.practice = practice
  }

  /// Reads the text of a `FORMAT` file.
  init(text: [UInt8], path: String) throws(JournalFailure) {
    let json: JSON
    do { json = try parseJSON(bytes: text) } catch {
      throw .badFormat(path: path, why: error.description)
    }
    guard let journal = json["journal"]?.string, let major = json["major"]?.integer else {
      throw .badFormat(path: path, why: "no journal id or major version")
    }
    self.journal = journal
    self.major = major
    compatible = (json["compat"]?.array ?? []).compactMap(\.string)
    incompatible = (json["incompat"]?.array ?? []).compactMap(\.string)
    service = json["mode"]?.string == "service"
    practice = json["practice"]?.bool ?? false
  }

  /// The text of the `FORMAT` file.
  var text: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("journal", journal)
    writer.field("major", major)
    writer.field("compat", JSON.array(compatible.map { .string($0) }))
    writer.field("incompat", JSON.array(incompatible.map { .string($0) }))
    writer.field("mode", service ? "service" : "accounts")
    writer.field("practice", practice)
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// Permissions of a file: for the group in accounts mode, for one account in service mode.
  var fileMode: UInt32 { service ? 0o600 : 0o660 }
  /// Permissions of a directory; setgid hands the group down.
  var directoryMode: UInt32 { service ? 0o700 : 0o2770 }
}

/// A random UUID (version 4) of two random words.
func randomUUID(_ high: UInt64, _ low: UInt64) -> String {
  var bytes: [UInt8] = []
  for shift in stride(from: UInt64(56), through: 0, by: -8) {
    bytes.append(UInt8(truncatingIfNeeded: high >> shift))
  }
  for shift in stride(from: UInt64(56), through: 0, by: -8) {
    bytes.append(UInt8(truncatingIfNeeded: low >> shift))
  }
  bytes[6] = bytes[6] & 0x0F | 0x40
  bytes[8] = bytes[8] & 0x3F | 0x80
  var text: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    if [4, 6, 8, 10].contains(index) { text.append(0x2D) }
    text.append(hexDigit(byte >> 4))
    text.append(hexDigit(byte & 0xF))
  }
  return String(decoding: text, as: UTF8.self)
}
