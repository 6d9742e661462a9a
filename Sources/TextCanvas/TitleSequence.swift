/// Keeps the terminal's title, to be put back by `titleRestored`.
package let titleKept = Array("\u{1B}[22;2t".utf8)

/// Puts the title back that was kept.
package let titleRestored = Array("\u{1B}[23;2t".utf8)

/// The sequence that names the window (OSC 2).
///
/// A title shows in task bars, in tmux and in logs: it is made of the program's name and a count and takes no text.
package func titleSequence(due count: Int) -> [UInt8] {
  let words = count == 0 ? "redress" : "redress - " + String(count) + " due"
  return Array("\u{1B}]2;".utf8) + Array(words.utf8) + [0x07]
}
