/// Base letters of the accented Latin letters, one character a code point.
///
/// A letter is the base letter; a digit is the pair of that place in `foldedPairs`; a full stop means that
/// the code point stays as it is (after lower-casing). Made from the canonical decompositions of Unicode 15,
/// with ł, ø, đ, ħ and their like, which do not decompose, added by hand.
enum FoldTables {
  static let firstLatin: UInt32 = 0xC0
  /// Latin-1, Latin Extended-A and B: U+00C0…U+024F.
  static let latin: [UInt8] = Array(
    ("aaaaaa2ceeeeiiiidnooooo.ouuuuy41aaaaaa2ceeeeiiiidnooooo.ouuuuy4y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllll."
      + ".llnnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "bb....o..dd...eeeffg...ikkl..nnooo..pp.....ttttuu.vyyzz........."
      + "....666777888aaiioouuuuuuuuuueaaaa22ggggkkoooo..j666gg..nnaa22oo"
      + "aaaaeeeeiiiioooorrrruuuusstt..hhnd....aaeeooooooooyylntj..acclts"
      + "z..bu.eejj..rryy").utf8)

  static let firstAdditional: UInt32 = 0x1E00
  /// Latin Extended Additional (Vietnamese, Welsh ẁ ẃ ẅ ỳ): U+1E00…U+1EFF.
  static let additional: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..1.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)

  /// What a digit 1…8 stands for.
  static let foldedPairs: [[UInt8]] = [
    Array("ss".utf8), Array("ae".utf8), Array("oe".utf8), Array("th".utf8),
    Array("ij".utf8), Array("dz".utf8), Array("lj".utf8), Array("nj".utf8),
  ]
}
