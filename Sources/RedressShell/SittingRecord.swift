import CaseDocuments
import CaseJournal
import Clocks
import Complaints
import DeskViewModels
import PlainText

/// The record under one sitting, full screen or line by line: read, recorded in, looked back on.
final class SittingRecord {
  /// What is shown: the record as it is now, or that of an earlier time.
  private(set) var record: OpenRecord
  /// The record as it is now; nil until somebody comes back to it from a desk opened on an earlier time.
  private var present: OpenRecord?
  /// Opens the record as it was known at a time, or as it is now.
  private let opening: (Moment?) throws(ShellFailure) -> OpenRecord
  private let settings: KeptSettings
  /// What the person chose, as it stands now.
  private(set) var chosen: DeskSettings
  let drafts: DraftKeeper
  private let began: Moment
  private var files = FileShelf()
  /// Cases with parts for named roles that were read in this sitting, as whom: each is put on record once.
  private var readings: Set<String> = []

  init(
    _ record: OpenRecord, settings: KeptSettings,
    opening: @escaping (Moment?) throws(ShellFailure) -> OpenRecord
  ) {
    self.record = record
    present = record.asAt == nil ? record : nil
    self.opening = opening
    self.settings = settings
    chosen = settings.desk
    began = record.now()
    record.sittingBegan = began
    drafts = DraftKeeper(data: record.journal.path, login: record.me.text)
  }

  /// Reads what others have recorded; the cases touched, none while another time is looked back to.
  func catchUp() throws(ShellFailure) -> [CaseNumber] {
    // Looking back, nothing changes on screen; the record of now is kept up all the same.
    guard let present else { return [] }
    let touched = try present.catchUp()
    return record === present ? touched : []
  }

  /// Takes those settings and keeps them for the next sitting; why not, where they cannot be kept.
  func keep(_ wanted: DeskSettings) -> String? {
    chosen = wanted
    return settings.keep(wanted)
  }

  func keep(theme: String) -> String? { settings.keep(theme: theme) }

  /// Reads new lines now, as asked for.
  func refresh() -> [DeskInput] {
    do throws(ShellFailure) {
      return [.journalGrew(touched: try record.catchUp())]
    } catch {
      return [.notice(error.sentence ?? "the journal cannot be read")]
    }
  }

  /// What was wrong in the person's own files: the first line, and how many more.
  var settingsProblem: String? {
    guard let first = chosen.problems.first else { return nil }
    let more = chosen.problems.count - 1
    return visible(first) + (more > 0 ? " (and \(more) more, under ?)" : "")
  }

  /// Shows the record as it was known at that time, or as it is now.
  func lookBack(to time: Moment?) -> [DeskInput] {
    do throws(ShellFailure) {
      let me = record.me
      if time == nil, let present {
        _ = try present.catchUp()
        record = present
      } else {
        let other = try opening(time)
        other.sittingBegan = began
        if time == nil { present = other }
        record = other
      }
      if record.practice { record.me = me }
      files = FileShelf()
      let said =
        time.map { "The record as it was known at " + clockTime($0, zone: record.zone) + "." }
        ?? "The record as it is now."
      return [.recordReplaced, .notice(said)]
    } catch {
      return [.notice(error.sentence ?? "the record of that time cannot be read")]
    }
  }

  /// Puts on record that a case with parts for named roles is read, once a sitting; why that failed, where it did.
  func noteReading(_ number: CaseNumber?) -> String? {
    guard let number, let row = record.register.row(number), row.isGuarded || row.marks.contains(.sensitive),
      let present, present.readOnly == nil
    else { return nil }
    let reference = row.reference.text
    guard !readings.contains(record.me.text + " " + reference),
      let file = files.file(number, in: record), record.readsNamedParts(file)
    else { return nil }
    readings.insert(record.me.text + " " + reference)
    do throws(RecordFailure) {
      try present.disclose(Disclosed(.read, subject: reference))
      return nil
    } catch {
      return present.shellFailure(error, "put on record that \(reference) was read").sentence
    }
  }

  /// Records a step and says what became of it.
  func perform(_ asked: PerformRequest) -> [DeskInput] {
    do throws(RecordFailure) {
      let done: StepDone
      switch asked.step {
      case .action(let action, let number):
        let acted = try record.perform(
          action, on: number, occurred: asked.occurred, sawRevision: asked.sawRevision,
          letterOverride: asked.letter.override, letterText: asked.letter.text)
        done = StepDone(
          id: asked.id, reference: acted.reference, seq: acted.seq, revision: acted.revision)
      case .intake(let intake):
        let taken = try record.take(intake)
        done = StepDone(id: asked.id, reference: taken.reference, seq: taken.seq, revision: taken.seq)
      }
      return [.done(done), .journalGrew(touched: record.newlyTouched)]
    } catch {
      switch error {
      case .refused(let refusal): return [.refused(id: asked.id, refusal)]
      case .journal, .rulesChanged:
        let failure = record.shellFailure(error, "record it")
        return [.failed(id: asked.id, failure.sentence ?? "it was not recorded")]
      }
    }
  }

  /// The record as it stands, for one call; kept no longer, so that the next line does not copy it all.
  func reader(themes: [String] = [], theme: String = "") -> RecordReader {
    let files = files
    let record = record
    var reader = RecordReader(
      register: record.register, rules: record.rules, me: record.me, now: record.now(), sittingBegan: began,
      banner: record.banner, practice: record.practice, readOnly: record.readOnly,
      themes: themes, theme: theme, arena: record.arena,
      file: { files.file($0, in: record).flatMap(record.seen) }, text: { record.text($0) })
    reader.asAt = record.asAt
    reader.settings = chosen
    reader.letters = record.letters
    reader.history = { number in
      guard let file = record.seenFile(number) else { return [] }
      do { return try record.fieldHistory(of: file) } catch { return [] }
    }
    return reader
  }
}
