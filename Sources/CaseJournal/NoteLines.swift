/// The lines that are a note and nothing else, a bit for each sequence number.
///
/// To undo a note, or to do it again, leaves a row as it is: its case need not be read anew. Lines of a snapshot
/// are not known here, so theirs are.
struct NoteLines {
  /// The first sequence number in `bits`, a multiple of 64.
  private var first: UInt64 = 0
  private var bits: [UInt64] = []

  /// Notes that the line with that sequence number is a note.
  mutating func insert(_ seq: UInt64) {
    if bits.isEmpty { first = seq & ~63 }
    guard seq >= first else { return }
    let word = Int((seq - first) >> 6)
    while bits.count <= word { bits.append(0) }
    bits[word] |= 1 << (seq & 63)
  }

  /// Whether that line is known to be a note.
  func contains(_ seq: UInt64) -> Bool {
    guard seq >= first else { return false }
    let word = (seq - first) >> 6
    return word < UInt64(bits.count) && bits[Int(word)] >> (seq & 63) & 1 == 1
  }
}
