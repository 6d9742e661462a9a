import CaseJournal
import Complaints
import PlainText

extension OpenRecord {
  /// That action with its file saved and named by its hash; any other action as it is.
  ///
  /// Asked of the rules first, so that nothing is saved for a step that would be refused.
  func keepingFile(
    _ action: Action, on number: CaseNumber, _ probe: () throws(RecordFailure) -> Void
  ) throws(RecordFailure) -> Action {
    guard case .step(.record(.attached(var attachment))) = action, attachment.sha256.isEmpty,
      !attachment.file.isEmpty
    else { return action }
    try probe()
    let bytes = try read(attachment.file)
    let limit = CaseJournal.largestAttachment
    guard bytes.count <= limit else {
      throw .refused(.record(.tooLarge(bytes: bytes.count, limit: limit)))
    }
    do throws(JournalFailure) { attachment.sha256 = try journal.keepAttachment(bytes) } catch {
      throw .journal(error)
    }
    attachment.bytes = max(1, bytes.count)
    if attachment.name.isEmpty { attachment.name = AttachmentAdded.cleaned(attachment.file) }
    attachment.file = ""
    return .step(.record(.attached(attachment)))
  }

  private func read(_ file: String) throws(RecordFailure) -> [UInt8] {
    if file == "-", let standardInput { return readAll(standardInput) }
    guard pathsAllowed else { throw .refused(.record(.pathWhileLocked)) }
    do throws(ShellFailure) { return try readFile(file) } catch {
      guard case .unreadable(let path, let why) = error else {
        throw .refused(.record(.unreadable(file: file, why: "it cannot be opened")))
      }
      throw .refused(.record(.unreadable(file: path, why: why)))
    }
  }
}
