import CaseDocuments
import Clocks
import Complaints
import PlainText

extension ShellFailure {
  /// The line on standard error after `redress: `; nil where everything was said already.
  var sentence: String? {
    switch self {
    case .unknownCommand(let name, let nearest):
      "unknown command \"" + visible(name) + "\"" + meant(nearest, else: "; redress help lists the commands")
    case .unknownAction(let name, let nearest):
      "unknown action \"" + visible(name) + "\""
        + meant(nearest, else: "; redress act --list lists the actions")
    case .unknownOption(let name, let nearest):
      "unknown option --" + visible(name) + meant(nearest.map { "--" + $0 }, else: "; see redress help")
    case .optionOfAnother(let name, let command):
      "--" + visible(name) + " is not an option of " + (command.isEmpty ? "the desk" : command)
        + "; see redress help"
        + (command.isEmpty ? "" : " " + (command.split(separator: " ").first.map(String.init) ?? command))
    case .missingValue(let option): "--" + option + " is missing its value; write --" + option + "=VALUE"
    case .valueNotTaken(let option): "--" + option + " takes no value; leave it out"
    case .missingOption(let option, let command):
      command + " needs --" + option + "; see redress help " + command
    case .tooFewWords(let command): command + " is missing something; " + usage(command)
    case .tooManyWords(let command, let extra):
      command + " does not take \"" + visible(extra) + "\"; " + usage(command)
    case .badValue(let name, let value, let allowed):
      name + " cannot be \"" + visible(value) + "\"; use " + allowed
    case .notFieldAndValue(let word):
      "\"" + visible(word) + "\" is not FIELD=VALUE; write the field, =, its value"
    case .unknownField(let name, let allowed):
      "there is no field " + visible(name) + "; use " + orList(allowed)
    case .needsTerminal: "the desk needs a terminal; use --plain, or the commands: redress help lists them"
    case .terminal(let why): why
    case .lockedWithoutName: "--locked needs --as NAME; the forced command gives both"
    case .fixedByForcedCommand(let name): "--" + name + " is fixed by the forced command; leave it out"
    case .pathWhileLocked(let name):
      visible(name) + " is a path and --locked allows none; use standard input: -"
    case .badLogin(let name):
      "\"" + visible(name) + "\" is not a login; use a-z, 0-9, dot, dash and underscore, at most 32"
    case .noTopic(let name, let nearest):
      "no help on \"" + visible(name) + "\"" + meant(nearest, else: "; redress help lists the commands")
    case .query(let error):
      "the query cannot be read at column " + String(error.column) + ": " + visible(error.what) + "; use "
        + visible(error.allowed)
    case .refused(let attempt, let refusal, let who):
      sentence(refusal, attempt) + (who.isEmpty ? "" : " (" + who + " could)")
    case .asInRealJournal: "--as is for practice journals: this one is real; run it from your own account"
    case .nowInRealJournal: "REDRESS_NOW is for practice journals: this one is real; unset it"
    case .notYourService: "this journal belongs to a service account; come in through the forced command"
    case .journalExists(let path):
      "cannot create a journal in " + visible(path) + ": there is one; choose another --data"
    case .noJournal(let path):
      "no journal in " + visible(path) + ": nothing was created there; redress init, or give --data DIR"
    case .networkFileSystem(let path, let kind):
      visible(path) + " is on " + kind + ", a network file system: locks there lose lines; use a local disk"
    case .unknownProfile(let name, let known):
      "there is no profile \"" + visible(name) + "\"; use " + orList(known)
    case .nothingFound(let what): "nothing found for " + visible(what) + "; try fewer words"
    case .clocks(let error): clockSentence(error)
    case .calendarGap(let gap): gapWords(gap) + "; adopt a calendar that covers it"
    case .badProfile(let why): visible(why)
    case .badInput(let why): why
    case .someRefused: nil
    case .damaged(let why), .storage(let why): why
    case .unreadable(let file, let why):
      "cannot read " + visible(file) + ": " + why + "; check the name and its permissions"
    }
  }

  private func sentence(_ refusal: Refusal, _ attempt: String) -> String {
    CaseDocuments.sentence(for: refusal).line(attempt)
  }

  private func meant(_ name: String?, else other: String) -> String {
    name.map { "; did you mean " + $0 + "?" } ?? other
  }

  private func usage(_ command: String) -> String {
    "use redress " + command + (CommandTable.spec(command).map { " " + $0.synopsis } ?? "")
  }
}

/// Why the calculator cannot answer, as a sentence.
func clockSentence(_ error: ClockQuestionError) -> String {
  switch error {
  case .unknownProfile(let name): "there is no profile \"" + visible(name) + "\"; redress profile list"
  case .hourUnknown(let event):
    event.rawValue
      + " starts a clock in hours: a date alone is not enough; give an instant, 2026-11-22T09:31Z"
  case .nothingStarts: "no clock starts with what was given; give EVENT=TIME, received=2026-11-22"
  }
}
