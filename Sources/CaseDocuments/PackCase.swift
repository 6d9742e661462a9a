package import Clocks
package import Complaints

/// Everything one case's evidence is told from, as whoever makes the pack may read it.
package struct PackCase: Sendable {
  package var file: CaseFile
  /// With each day counted or skipped.
  package var clocks: [ClockReckoning]
  package var rules: RuleBook
  package var staff: StaffTable
  package var landlord: String
  package var isPractice: Bool
  package var madeBy: StaffLogin
  package var now: Moment
  /// The newest line of the record, and the hash of it: what `redress verify --head` proves the record against.
  package var seq: UInt64
  package var head: String
  /// Parts of the case whoever makes the pack may not read.
  package var hidden: Set<SensitivePart>
  /// The adopted text of each policy a stage was worked under, the Code's last.
  package var policies: [AdoptedText]
  /// Attachments the record names and nobody has.
  package var lost: [RecordHole] = []

  package init(
    file: CaseFile, clocks: [ClockReckoning], rules: RuleBook, staff: StaffTable, landlord: String,
    isPractice: Bool, madeBy: StaffLogin, now: Moment, seq: UInt64, head: String, hidden: Set<SensitivePart>,
    policies: [AdoptedText]
  ) {
    self.file = file
    self.clocks = clocks
    self.rules = rules
    self.staff = staff
    self.landlord = landlord
    self.isPractice = isPractice
    self.madeBy = madeBy
    self.now = now
    self.seq = seq
    self.head = head
    self.hidden = hidden
    self.policies = policies
  }

  package var today: CalendarDay { rules.zone.day(of: now) }

  /// What is missing: of the record, and of what whoever made the pack may read.
  package var holes: [RecordHole] {
    let kept = hidden.map(\.rawValue).sorted().map { part in
      RecordHole(
        "this pack", staff.name(madeBy) + " may not read the part on " + part + ": have a named role make it",
        Clause(source: "code-2024", place: "5.12"))
    }
    return kept + recordHoles(file, clocks: clocks, rules: rules) + lost
  }

  /// The requests of the Ombudsman the pack answers, the open ones first.
  var requests: [EvidenceRequest] {
    file.ombudsman.requests.filter { $0.sent == nil } + file.ombudsman.requests.filter { $0.sent != nil }
  }

  /// The day by which evidence is due; nil where nothing was asked for, or it was sent.
  package var evidenceDue: CalendarDay? {
    clocks.filter { clock in
      guard clock.clock == "evidence" else { return false }
      switch clock.state {
      case .running, .due, .overdue, .waiting: return true
      case .met, .late, .extended, .lapsed: return false
      }
    }.compactMap(\.due).min()
  }

  func name(_ login: StaffLogin?) -> String { login.map { staff.name($0) } ?? "nobody" }

  func when(_ occurrence: Occurrence?) -> String {
    guard let occurrence else { return "" }
    return occurrence.moment.map { clockTime($0, zone: rules.zone) } ?? occurrence.day.description
  }
}

/// One file of a pack.
package struct PackedFile: Hashable, Sendable {
  /// Its path inside the pack; plain letters, digits, dots and hyphens.
  package let path: String
  package let bytes: [UInt8]
  package let about: String
  /// 64 hex digits.
  package var sha256 = ""

  package init(_ path: String, _ bytes: [UInt8], about: String) {
    self.path = path
    self.bytes = bytes
    self.about = about
  }

  package init(_ path: String, _ text: String, about: String) {
    self.init(path, Array(text.utf8), about: about)
  }
}

/// A name from outside as it may stand in a folder: letters, digits, dots, hyphens, a hundred bytes at most.
package func packedName(_ name: String) -> String {
  var plain = ""
  for character in AttachmentAdded.cleaned(name) {
    let isPlain = character.isASCII && (character.isLetter || character.isNumber) || character == "."
    if isPlain { plain.append(character) } else if !plain.hasSuffix("-") { plain.append("-") }
  }
  let dot = plain.lastIndex(of: ".")
  let ending = dot.map { String(plain[$0...].prefix(12)) } ?? ""
  let stem = String((dot.map { plain[..<$0] } ?? plain[...]).prefix(100 - ending.count))
  let all = trimmedHyphens(stem) + ending
  return all.isEmpty || all.hasPrefix(".") ? "file" + ending : all
}

private func trimmedHyphens(_ text: String) -> String {
  var rest = Substring(text)
  while rest.hasPrefix("-") { rest = rest.dropFirst() }
  while rest.hasSuffix("-") { rest = rest.dropLast() }
  return String(rest)
}
