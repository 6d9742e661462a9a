package import Clocks
package import Complaints

/// A letter with everything that is recorded of it, and what it lacks.
package struct LetterDraft: Hashable, Sendable {
  package var letter: Letter
  package var queued: LetterQueued
  /// What the policy asks for and the letter does not have.
  package var lacking: [RequiredItem]
}

extension LetterOffice {
  /// The letter of that task about a case as it stands once the step is taken; nil where no template is known.
  ///
  /// `edited` is its text as somebody changed it: that is what is kept, once it still says what it must.
  package func draft(
    _ task: LetterErrand, about file: CaseFile, by: StaffLogin, now: Moment, edited: String = ""
  ) -> LetterDraft? {
    guard let template = book[task.letter], let letterhead = book[name: LetterBook.letterhead] else {
      return nil
    }
    let facts = LetterFacts(file, task, self, by: by, now: now)
    let values = facts.values
    let letter = compose(template, in: letterhead, values, practice: practice)
    var queued = LetterQueued()
    queued.letter = task.letter
    queued.text = task.message
    queued.override = task.override
    queued.route = task.letter == .evidenceDelay ? task.route ?? .post : facts.address.route
    queued.to = task.letter == .evidenceDelay ? values.texts[.to] ?? "" : facts.address.block
    queued.form = facts.address.form
    queued.subject = letter.subject
    queued.template = book.edition(template.name)
    queued.releaseAt = now.adding(seconds: letterDelay)
    queued.body = letter.text
    let stage = file.stage?.number ?? 1
    let required = rules.profile(of: file)?.contents(of: task.letter, stage: stage) ?? []
    var lacking = values.lacking(required, printed: template.blanks.union(letterhead.blanks))
    if !isBlank(edited) {
      let text = LetterText.edited(edited)
      queued.body =
        practice && !text.hasPrefix(practiceLetterBanner) ? practiceLetterBanner + "\n\n" + text : text
      lacking += values.dropped(required.filter { !lacking.contains($0) }, from: text)
    }
    return LetterDraft(letter: letter, queued: queued, lacking: lacking)
  }

  /// The events of a step with the letters they send: exact text, route and hour, in the same line.
  ///
  /// What went before it was recorded was not written here, and has no text.
  ///
  /// `edited` is the letter's text as somebody changed it before they confirmed it.
  ///
  /// - Throws: what the policy asks for and the letter lacks, unless a reason to send it as it is was given.
  package func queueingLetters(
    _ events: [NewEvent], about file: CaseFile, on occasion: Occasion, override: String = "",
    edited: String = ""
  ) throws(Refusal) -> [NewEvent] {
    if let at = occasion.occurred, at.day < occasion.today || at.moment.map({ $0 < occasion.now }) ?? false {
      return events
    }
    guard let (place, first) = firstLetter(events, of: file.reference) else { return events }
    var task = first
    if isBlank(task.override) { task.override = override }
    // What the resident's own letter went without, for a reason on record, the others' go without too.
    if task.affected != nil, isBlank(task.override) {
      task.override = LetterErrand(newest: task.letter, in: file).override
    }
    let after = file.adding(events, by: occasion.by, now: occasion.now, zone: rules.zone)
    // Once the next stage is asked for, what is on record is no longer the answer they were given.
    if task.affected != nil, task.letter == .response, after.current?.responded == nil { return events }
    guard let draft = draft(task, about: after, by: occasion.by, now: occasion.now, edited: edited) else {
      return events
    }
    if isBlank(task.override), let lacking = draft.lacking.first {
      throw .work(.letterLacks(lacking.item, lacking.clause))
    }
    var queued = draft.queued
    // The words are in the letter, and in the step that sends it.
    queued.text = ""
    let event = NewEvent(
      .step(.work(.letterQueued(queued))), case: file.reference, occurred: occasion.occurred)
    var all = onTheDayItLeaves(events, file, occasion)
    if case .step(.work(.letterQueued)) = events[place].event {
      all[place] = event
    } else {
      all.insert(event, at: place + 1)
    }
    return all
  }

  /// A letter confirmed in the last minute of a day leaves on the next, and its clock is met then.
  private func onTheDayItLeaves(_ events: [NewEvent], _ file: CaseFile, _ occasion: Occasion) -> [NewEvent] {
    let leaves = occasion.now.adding(seconds: letterDelay)
    let day = rules.zone.day(of: leaves)
    guard occasion.occurred == nil, day != occasion.today else { return events }
    return events.map { event in
      guard event.caseReference == file.reference, LetterErrand(sending: event.event) != nil else {
        return event
      }
      var later = event
      later.occurred = Occurrence(day: day, moment: leaves)
      return later
    }
  }

  private func firstLetter(_ events: [NewEvent], of reference: CaseReference) -> (Int, LetterErrand)? {
    for (place, event) in events.enumerated() where event.caseReference == reference {
      if let task = LetterErrand(sending: event.event) { return (place, task) }
    }
    return nil
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension CaseFile {
  /// This case with those events on top, as it will be read once they are recorded.
  package func adding(_ events: [NewEvent], by: StaffLogin, now: Moment, zone: ZoneTable) -> CaseFile {
    let here = events.filter { $0.caseReference == reference }
    let entries =
      entries.map(\.entry)
      + here.enumerated().map { part, event in
        Entry(
          seq: revision + 1, part: part, recordedAt: now, occurred: event.occurred, by: by,
          caseReference: reference, event: event.event)
      }
    return CaseFile(entries, zone: zone) ?? self
  }
}
