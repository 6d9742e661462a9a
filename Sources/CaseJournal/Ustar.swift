/// The headers of the tape archive format of POSIX.1 (ustar), as far as a backup needs them.
///
/// Any `tar` lists and unpacks what is written here.
enum Ustar {
  static let block = 512

  /// Bytes that fill up a file of that size to whole blocks.
  static func padding(_ size: Int) -> Int { (block - size % block) % block }

  /// The header of a plain file; names are ours, at most 100 bytes.
  static func header(_ name: String, size: Int, seconds: Int64) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at place: Int) {
      for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
    }
    func octal(_ value: Int64, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    put(name, at: 0)
    put(octal(0o600, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(Int64(size), 11), at: 124)
    put(octal(max(0, seconds), 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(0) { $0 + Int64($1) }
    put(octal(sum, 6) + "\0 ", at: 148)
    return header
  }

  /// A header that was read: the end of the archive, a file, or neither.
  enum Read: Equatable {
    case end
    case file(name: String, size: Int)
    case unreadable
  }

  /// Reads one block as a header; links, directories and devices are none of ours.
  static func read(_ header: [UInt8]) -> Read {
    guard header.count == block else { return .unreadable }
    if header.allSatisfy({ $0 == 0 }) { return .end }
    func text(_ from: Int, _ length: Int) -> String {
      String(decoding: header[from..<from + length].prefix { $0 != 0 }, as: UTF8.self)
    }
    func octal(_ from: Int, _ length: Int) -> Int? {
      Int(text(from, length).filter { $0 != " " }, radix: 8)
    }
    var sum = 0
    for (index, byte) in header.enumerated() { sum += (148..<156).contains(index) ? 0x20 : Int(byte) }
    guard octal(148, 8) == sum, header[156] == 0x30 || header[156] == 0, text(345, 155).isEmpty,
      let size = octal(124, 12), size >= 0
    else { return .unreadable }
    return .file(name: text(0, 100), size: size)
  }
}
