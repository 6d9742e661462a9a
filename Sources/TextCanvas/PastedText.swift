/// Pasted bytes as text that is safe to put into a field.
///
/// Line ends become `\n`; tabs stay; escape sequences and all other controls are left out; bytes that are not
/// UTF-8 become U+FFFD.
func pastedText(_ bytes: [UInt8]) -> String {
  var text = String.UnicodeScalarView()
  var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
  var next = scalars.next()
  var lastWasReturn = false
  while let scalar = next {
    next = scalars.next()
    let wasReturn = lastWasReturn
    lastWasReturn = scalar == "\r"
    switch scalar.value {
    case 0x0D, 0x2028, 0x2029: text.append("\n")
    case 0x0A: if !wasReturn { text.append("\n") }
    case 0x09: text.append("\t")
    case 0x1B:
      if next == "[" {
        next = scalars.next()
        while let inside = next, (0x20...0x3F).contains(inside.value) { next = scalars.next() }
        if let final = next, (0x40...0x7E).contains(final.value) { next = scalars.next() }
      } else if next == "]" || next == "P" || next == "_" || next == "^" || next == "X" {
        while let inside = next, inside.value != 0x07, inside.value != 0x1B, inside != "\n", inside != "\r" {
          next = scalars.next()
        }
        if next?.value == 0x07 { next = scalars.next() }
      } else if next == "\\" {
        next = scalars.next()
      }
    case 0x00..<0x20, 0x7F..<0xA0: break
    default: text.append(scalar)
    }
  }
  return String(text)
}
