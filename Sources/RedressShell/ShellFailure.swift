import CaseDocuments
import Clocks
import Complaints

/// Why a run ended without doing what was asked.
///
/// The words are in `ShellWording`.
enum ShellFailure: Error, Hashable, Sendable {
  // Usage.
  case unknownCommand(String, nearest: String?)
  case unknownAction(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case optionOfAnother(String, command: String)
  case missingValue(option: String)
  case valueNotTaken(option: String)
  case missingOption(String, command: String)
  case tooFewWords(String)
  case tooManyWords(String, extra: String)
  case badValue(String, String, allowed: String)
  case notFieldAndValue(String)
  case unknownField(String, allowed: [String])
  case needsTerminal
  case terminal(String)
  case lockedWithoutName
  case fixedByForcedCommand(String)
  case pathWhileLocked(String)
  case badLogin(String)
  case noTopic(String, nearest: String?)
  case query(QueryError)
  // Refused, or nothing found.
  case refused(attempt: String, Refusal, who: String)
  case asInRealJournal
  case nowInRealJournal
  case notYourService
  case journalExists(String)
  case noJournal(String)
  case networkFileSystem(String, kind: String)
  case unknownProfile(String, known: [String])
  case nothingFound(String)
  case clocks(ClockQuestionError)
  case calendarGap(CalendarGap)
  case badProfile(String)
  case badInput(String)
  /// Said already, line by line.
  case someRefused
  // The journal.
  case damaged(String)
  case storage(String)
  case unreadable(file: String, why: String)

  var status: ExitStatus {
    switch self {
    case .unknownCommand, .unknownAction, .unknownOption, .optionOfAnother, .missingValue,
      .valueNotTaken,
      .missingOption, .tooFewWords, .tooManyWords, .badValue, .notFieldAndValue, .unknownField,
      .needsTerminal, .terminal, .lockedWithoutName, .fixedByForcedCommand, .pathWhileLocked, .badLogin,
      .noTopic, .query:
      .usage
    case .refused, .asInRealJournal, .nowInRealJournal, .notYourService, .journalExists, .noJournal,
      .networkFileSystem, .unknownProfile, .nothingFound, .clocks, .calendarGap, .badProfile, .badInput,
      .someRefused:
      .refused
    case .damaged: .damaged
    case .storage, .unreadable: .storage
    }
  }
}
