package import Clocks

/// Why the adopted texts of a journal do not make a rule book.
package enum AdoptionFault: Error, Hashable, Sendable {
  case noProfile
  case noCode
  case noCalendar(Nation)
  case badProfile(String, DataFileError)
  case badCalendar(String, DataFileError)
  /// Years are missing between an official calendar file and the one before it.
  case yearsMissing(String)
}

/// One adoption of a profile or a calendar, as recorded.
package struct Adoption: Hashable, Sendable {
  package let text: AdoptedText
  package let isCalendar: Bool
  /// Line of the adoption; 0 where unknown.
  package let seq: UInt64
  /// When it was recorded; nil where unknown: in force from the beginning.
  package let at: Moment?

  package init(text: AdoptedText, isCalendar: Bool, seq: UInt64, at: Moment?) {
    self.text = text
    self.isCalendar = isCalendar
    self.seq = seq
    self.at = at
  }
}

/// The name under which a landlord's own changes to its calendar are adopted.
package let calendarChangesName = "changes"

extension CaseRegister {
  /// The rules this journal has adopted, earlier editions included: replay needs the journal alone.
  package func ruleBook(zone: ZoneTable) throws(AdoptionFault) -> RuleBook {
    try ruleBook(zone: zone, trying: [])
  }

  /// The rules as they would be with further adoptions, which nobody has recorded.
  package func ruleBook(zone: ZoneTable, trying more: [Adoption]) throws(AdoptionFault) -> RuleBook {
    let adoptions = adoptionHistory + more
    var editions: [ProfileEdition] = []
    for adoption in adoptions where !adoption.isCalendar {
      do throws(DataFileError) {
        let profile = try parseProfile(adoption.text.text, file: adoption.text.name)
        editions.append(
          ProfileEdition(profile: profile, adopted: adoption.day(zone), seq: adoption.seq))
      } catch {
        throw .badProfile(adoption.text.name, error)
      }
    }
    guard !editions.isEmpty else { throw .noProfile }
    guard editions.contains(where: { $0.profile.name == "code-2024" }) else { throw .noCode }
    let calendar = try calendarHistory(zone: zone, trying: more)
    guard
      let book = RuleBook(
        editions: editions, codeName: "code-2024", calendars: calendar.editions, zone: zone)
    else { throw .noCalendar(landlord?.nation ?? .englandAndWales) }
    return book
  }

  /// The landlord's calendar through its adoptions.
  package func calendarHistory(zone: ZoneTable, trying more: [Adoption] = []) throws(AdoptionFault)
    -> CalendarHistory
  {
    let nation = landlord?.nation ?? .englandAndWales
    var history = CalendarHistory()
    for adoption in adoptionHistory + more where adoption.isCalendar {
      let name = adoption.text.name
      guard name == nation.rawValue || name == calendarChangesName else { continue }
      let step: CalendarStep
      do throws(DataFileError) {
        step =
          name == calendarChangesName
          ? .changed(try parseCalendarChanges(adoption.text.text, file: name))
          : .published(try parseHolidays(adoption.text.text, nation: nation, file: name))
      } catch {
        throw .badCalendar(name, error)
      }
      let version = nation.rawValue + " " + String(adoption.text.sha256.prefix(8))
      guard history.take(step, on: adoption.day(zone), version: version) else { throw .yearsMissing(name) }
    }
    return history
  }
}

extension RuleBook {
  /// The edition a case keeps: the one in force when its current stage began, or when it was received.
  package func profile(of file: CaseFile) -> LandlordProfile? {
    let name = file.triage?.profile ?? ""
    let begun = file.current ?? file.firstStage
    return profile(named: name, begun: begun.started.day, seq: begun.startedSeq)
  }
}

extension Adoption {
  /// The landlord's day of it; long before any case where it is unknown.
  package func day(_ zone: ZoneTable) -> CalendarDay {
    at.map { zone.day(of: $0) } ?? CalendarDay(number: -700_000)
  }
}

extension CaseRegister {
  /// Every case of which some date may still move, by number.
  ///
  /// Live cases; ended ones of which something may be owed beside the letters; and closed ones whose resident
  /// may still ask for the next stage under one of those rules.
  package func casesWithOpenDates(under books: [RuleBook], on today: CalendarDay) -> [CaseRow] {
    let longest = books.compactMap(\.mostWindowDays).max()
    let answeredSince = longest.map { today.adding(days: -$0) }
    return rows.filter { row in
      if row.runsComplaintClocks || !row.marks.isSubset(of: .ofContact) { return true }
      guard row.state == .closed, let responded = row.responded, let answeredSince else { return false }
      return responded >= answeredSince
    }
  }

  /// What the clocks of the current stage of a row start and stop from.
  package func facts(of row: CaseRow) -> CaseFacts {
    let name = profiles.indices.contains(Int(row.profile)) ? profiles[Int(row.profile)].name : ""
    return CaseFacts(
      received: row.receipt, stages: [row.stageFacts],
      ended: row.closed.map { Occurrence(day: $0) }, profile: name, untriaged: row.state == .untriaged)
  }
}
