/// Steps of keeping the record itself: what is put with it.
package enum RecordStep: Hashable, Sendable {
  case attached(AttachmentAdded)

  package var payload: any StepPayload {
    switch self {
    case .attached(let payload): payload
    }
  }
}

/// A file was put with the record: a photograph, a letter, a report (Code 5.12).
///
/// Its bytes lie in `attachments/` under their SHA-256, saved before this entry names them.
package struct AttachmentAdded: StepPayload {
  package static let kind = StepKind.attachmentAdded
  /// Where it is read from; never kept in the journal.
  package var file = ""
  /// Its name as people know it, without any folder.
  package var name = ""
  package var text = ""
  /// 64 hex digits, once its bytes are saved.
  package var sha256 = ""
  package var bytes: Int?
  package init() {}

  package static let fields: [StepField<AttachmentAdded>] = [
    .text("file", "File", \.file, help: "a path, or - for standard input"),
    .text("name", "Name", \.name, help: "default: the file's own"),
    .text("text", "What it shows", \.text),
    .text("sha256", "SHA-256", \.sha256, given: false),
    .number("bytes", "Bytes", \.bytes, given: false),
  ]

  /// The name without folders and control characters, a hundred characters at most.
  package static func cleaned(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let plain = last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    return String(String.UnicodeScalarView(plain).drop { $0 == "." }.prefix(100))
  }
}

extension RecordStep {
  static let specs: [StepSpec] = [
    StepSpec(
      AttachmentAdded.self, action: "attach", "put a file with the record", roles: [.handler, .supervisor],
      states: .any
    ) { .record(.attached($0)) }
  ]
}

/// What is put with the record.
package struct RecordKept: Hashable, Sendable {
  package var attachments: [AttachmentAdded] = []
}

extension CaseFile {
  mutating func apply(_ step: RecordStep, _ stamp: StepStamp) {
    switch step {
    case .attached(let attachment): kept.attachments.append(attachment)
    }
  }
}

/// Fills in what the rules give: the cleaned name; where it was read from is left out once it is saved.
func filled(_ step: RecordStep) throws(Refusal) -> RecordStep {
  switch step {
  case .attached(var attachment):
    if isBlank(attachment.file), attachment.sha256.isEmpty { throw .record(.noFile) }
    let name = attachment.name.isEmpty ? attachment.file : attachment.name
    attachment.name = AttachmentAdded.cleaned(name)
    if attachment.name.isEmpty { attachment.name = "attachment" }
    if !attachment.sha256.isEmpty { attachment.file = "" }
    return .attached(attachment)
  }
}

/// Why nothing could be put with the record.
package enum RecordRefusal: Hashable, Sendable {
  case noFile
  case unreadable(file: String, why: String)
  /// More bytes than an attachment may have.
  case tooLarge(bytes: Int, limit: Int)
  /// Somebody whose way in is fixed names no paths.
  case pathWhileLocked

  /// The field of the sheet it is about.
  package var field: String? {
    switch self {
    case .noFile, .unreadable, .tooLarge, .pathWhileLocked: "file"
    }
  }
}
