import CaseDocuments

/// What `help export` prints: what there is to take away, and how it is written.
let exportHelp = #"""
  Rows of everything on record, case by case, as they are read: nothing is gathered first. Supervisors,
  directors and administrators may; cases that are not for them are left out, and how many is said.

  """# + ExportSheet.allCases.map { "  " + $0.rawValue.padded(14) + $0.summary }.joined(separator: "\n")
    + #"""


    ref names the case in every row, so that the files can be joined. Days are YYYY-MM-DD, money is in pence,
    yes and no stand for themselves. landlord… and code… are the last days in time under the landlord's policy
    and under the Code, extensions that hold included, and met or late once the letter has gone. What residents
    need is left out unless --with-needs is said. --as-at gives the record as it was known then.

    CSV is RFC 4180: UTF-8, CRLF, quotes doubled inside quotes, a first row of names. A text that a spreadsheet
    would run gets one ' in front: one that begins with = + - @ a tab, a carriage return or ', or that begins or
    ends with a blank. Our own import takes exactly one ' away, so every text comes back as it was:
      redress export cases >cases.csv && redress import cases.csv --data OTHER
    Numbers are never quoted. On a terminal controls stand as marks; in a file they are as they were given.
    JSON is one object a line; what is not known is left out.

    Every export is itself put on record, with who and when, before the first row is printed; redress
    disclosures lists them. A journal that takes no lines any more is exported all the same, and says so.

    redress export person P000123 is subject access: every case of that person, whichever joined record it was
    opened under, with every value of every entry and every letter; other people's names are withheld. Behind
    them stands what was written about the person in other people's cases: each text in which the whole name,
    the phone number, the e-mail address or the number of the home stands, whatever its case, accents and
    blanks, with those people's particulars withheld. Half a name finds nothing, and whoever a text names
    without being on record there is not known to be masked: read it before it goes. Every case is read for it,
    so a large record takes a while. Parts for named roles only stay so: whoever answers the request must be one
    of them to give those, and how many cases were not looked through is said.
    """#

extension String {
  /// The same with spaces behind it, that wide.
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - utf8.count))
  }
}
