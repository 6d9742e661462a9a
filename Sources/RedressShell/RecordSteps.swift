import CaseDocuments
import CaseJournal
import Clocks
import Complaints

// Recording: decide on the newest state under the lease, append, sync.
extension OpenRecord {
  private func occasion(
    _ staff: StaffTable, occurred: Occurrence? = nil, sawRevision: UInt64? = nil
  ) -> Occasion {
    Occasion(
      by: me, staff: staff, rules: rules, now: now(), occurred: occurred, sawRevision: sawRevision,
      sittingBegan: sittingBegan)
  }

  /// Decides and records one action on one case, with the letter it sends.
  ///
  /// `letterOverride` is why the letter goes although it lacks something its policy asks for, `letterText` the
  /// letter as it was edited; empty for as it is composed.
  func perform(
    _ action: Action, on number: CaseNumber, occurred: Occurrence?, sawRevision: UInt64?,
    letterOverride: String = "", letterText: String = ""
  ) throws(RecordFailure) -> ActDone {
    let action = try keepingFile(action, on: number) { () throws(RecordFailure) in
      _ = try self.decided(action, on: number, occurred: occurred, sawRevision: sawRevision)
    }
    let committed = try commit { (view) throws(RecordFailure) in
      let file: CaseFile?
      do throws(JournalFailure) { file = try view.file(of: number) } catch { throw .journal(error) }
      guard let file else { throw .refused(.noSuchCase(String(number.value))) }
      var occasion = self.occasion(view.register.staff, occurred: occurred, sawRevision: sawRevision)
      occasion.see(view.register, for: action, about: file)
      do throws(Refusal) {
        let events = try decide(action, about: file, on: occasion)
        return try self.letterOffice.queueingLetters(
          events, about: file, on: occasion, override: letterOverride, edited: letterText)
      } catch {
        throw .refused(error)
      }
    }
    guard let row = register.row(number), let seq = committed.seq else {
      throw .refused(.noSuchCase(String(number.value)))
    }
    var done = ActDone(
      reference: row.reference, action: action.name.rawValue, seq: seq,
      events: committed.entries.map { eventKind($0.event) }, revision: row.revision)
    done.opened =
      committed.entries.first { entry in
        if case .contactReceived = entry.event { true } else { false }
      }?.caseReference
    return done
  }

  /// What would be recorded now, or why not.
  private func decided(
    _ action: Action, on number: CaseNumber, occurred: Occurrence?, sawRevision: UInt64?
  ) throws(RecordFailure) -> [NewEvent] {
    let file: CaseFile?
    do throws(JournalFailure) { file = try journal.file(of: number) } catch { throw .journal(error) }
    guard let file else { throw .refused(.noSuchCase(String(number.value))) }
    let occasion = self.occasion(register.staff, occurred: occurred, sawRevision: sawRevision)
    do throws(Refusal) {
      let events = try decide(action, about: file, on: occasion)
      return try letterOffice.queueingLetters(events, about: file, on: occasion)
    } catch {
      throw .refused(error)
    }
  }

  /// Records a contact that opens a case.
  func take(_ intake: Intake) throws(RecordFailure) -> ContactTaken {
    let committed = try commit { (view) throws(RecordFailure) in
      let occasion = self.occasion(view.register.staff)
      let reference = CaseReference(number: view.register.nextCase, year: occasion.today.year)
      do throws(Refusal) {
        return try receive(intake, as: reference, newPerson: view.register.nextPerson, on: occasion)
      } catch {
        throw .refused(error)
      }
    }
    guard let seq = committed.seq, let reference = committed.entries.first?.caseReference else {
      throw .journal(.unwritable("a contact that opens no case"))
    }
    var triage: ContactTriaged?
    for entry in committed.entries {
      if case .contactTriaged(let triaged) = entry.event { triage = triaged }
    }
    return ContactTaken(reference: reference, triage: triage, seq: seq)
  }

  /// Records events about the landlord: staff, stock, rules; an administrator's work.
  ///
  /// `seen` is how many adoptions there were when the change of rules was looked at; nil for other events.
  func administer(_ events: [Event], action: String, seen: Int?) throws(RecordFailure) {
    _ = try commit { (view) throws(RecordFailure) in
      if let seen, view.register.adoptions != seen { throw .rulesChanged }
      guard let member = view.register.staff.current(self.me, on: self.today) else {
        throw .refused(.notStaff(login: self.me.text))
      }
      guard member.allRoles.contains(.administrator) else {
        throw .refused(.roleMayNot(action: action, needs: [.administrator]))
      }
      return events.map { NewEvent($0) }
    }
  }

  /// Puts on record that something of it goes out, or that somebody reads what few may read.
  func disclose(_ disclosed: Disclosed) throws(RecordFailure) {
    _ = try commit { (view) throws(RecordFailure) in
      guard view.register.staff.current(self.me, on: self.today) != nil else {
        throw .refused(.notStaff(login: self.me.text))
      }
      return [NewEvent(.kept(.disclosed(disclosed)))]
    }
  }

  private func commit(
    _ decide: (CommitView) throws(RecordFailure) -> [NewEvent]
  ) throws(RecordFailure) -> Committed {
    do {
      let committed = try journal.commit(by: me, decide)
      newlyTouched = committed.cases
      return committed
    } catch {
      switch error {
      case .refused(let failure): throw failure
      case .journal(let failure): throw .journal(failure)
      }
    }
  }
}
