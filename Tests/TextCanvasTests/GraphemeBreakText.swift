/// Lines of the Unicode Character Database's own GraphemeBreakTest-15.0.0.txt, as they stand there.
///
/// © 2022 Unicode®, Inc. Unicode and the Unicode Logo are registered trademarks of Unicode, Inc. in the U.S. and
/// other countries. Used under the Unicode terms of use, https://www.unicode.org/terms_of_use.html. `÷` is a place
/// where a cluster may end, `×` one where it may not; the whole file has 602 such lines and can be given by name in
/// `REDRESS_GRAPHEMES`.
let graphemeBreakLines = """
  ÷ 000D × 000A ÷
  ÷ 0020 × 0308 ÷ 1F1E6 ÷
  ÷ 1100 × 1160 ÷
  ÷ AC00 × 11A8 ÷
  ÷ 0600 × 0020 ÷
  ÷ 231A × 0308 ÷ 231A ÷
  ÷ 0300 ÷ 0020 ÷
  ÷ 200D ÷ 231A ÷
  ÷ 0020 × 200D ÷ 0646 ÷
  ÷ 0646 × 200D ÷ 0020 ÷
  ÷ 1100 × 1100 ÷
  ÷ AC00 × 11A8 ÷ 1100 ÷
  ÷ AC01 × 11A8 ÷ 1100 ÷
  ÷ 1F1E6 × 1F1E7 ÷ 1F1E8 ÷ 0062 ÷
  ÷ 0061 ÷ 1F1E6 × 1F1E7 ÷ 1F1E8 ÷ 0062 ÷
  ÷ 0061 ÷ 1F1E6 × 1F1E7 × 200D ÷ 1F1E8 ÷ 0062 ÷
  ÷ 0061 ÷ 1F1E6 × 200D ÷ 1F1E7 × 1F1E8 ÷ 0062 ÷
  ÷ 0061 ÷ 1F1E6 × 1F1E7 ÷ 1F1E8 × 1F1E9 ÷ 0062 ÷
  ÷ 0061 × 200D ÷
  ÷ 0061 × 0308 ÷ 0062 ÷
  ÷ 0061 × 0903 ÷ 0062 ÷
  ÷ 0061 ÷ 0600 × 0062 ÷
  ÷ 1F476 × 1F3FF ÷ 1F476 ÷
  ÷ 0061 × 1F3FF ÷ 1F476 ÷
  ÷ 0061 × 1F3FF ÷ 1F476 × 200D × 1F6D1 ÷
  ÷ 1F476 × 1F3FF × 0308 × 200D × 1F476 × 1F3FF ÷
  ÷ 1F6D1 × 200D × 1F6D1 ÷
  ÷ 0061 × 200D ÷ 1F6D1 ÷
  ÷ 2701 × 200D × 2701 ÷
  ÷ 0061 × 200D ÷ 2701 ÷
  """
