/// The first screen of all as questions and answers, for speech, braille and terminals that cannot place a cursor.
package struct PlainSetUp: Sendable {
  /// What to say, and what the answers came to.
  package struct Answer: Sendable {
    package var lines: [String] = []
    package var wish = SetUpScreen.Wish.stay
  }

  private var screen: SetUpScreen
  /// The question asked; behind the last, whether to found it.
  private var place = 0
  private let path: String
  private let login: String

  package init(at path: String, by login: String, policies: [SetUpScreen.Policy]) {
    screen = SetUpScreen(at: path, by: login, policies: policies)
    self.path = path
    self.login = login
  }

  /// The first words: where one is, and the first question.
  package func begin() -> Answer {
    Answer(
      lines: [
        "There is no journal in \(path) yet. Here one is founded: \(login) becomes its first administrator.",
        "Empty keeps what is there, :back goes back, :cancel leaves.",
      ] + question)
  }

  private var question: [String] {
    let fields = screen.form.fields
    guard fields.indices.contains(place) else {
      return fields.map { $0.label + ": " + $0.spokenValue } + ["Found the journal? yes, no, or :back."]
    }
    let field = fields[place]
    var words = "\(place + 1) of \(fields.count). " + field.label + (field.isRequired ? ", required" : "")
    if !field.hint.isEmpty { words += " (\(field.hint))" }
    if !field.spokenValue.isEmpty { words += ", now: " + field.spokenValue }
    return [words] + field.spokenOffers
  }

  /// Takes a line that was typed.
  package mutating func take(_ line: String) -> Answer {
    let typed = line.trimmedBlanks
    if typed == ":cancel" { return Answer(lines: ["Left; nothing was founded."], wish: .leave) }
    if typed == ":back" {
      place = max(0, place - 1)
      return Answer(lines: question)
    }
    guard screen.form.fields.indices.contains(place) else { return confirm(typed.lowercased()) }
    if !typed.isEmpty {
      guard let value = screen.form.fields[place].spokenAnswer(typed) else {
        return Answer(lines: ["\(typed) is none of these."] + question)
      }
      screen.form.fields[place].set(value)
    }
    place += 1
    return Answer(lines: question)
  }

  private mutating func confirm(_ typed: String) -> Answer {
    if typed.hasPrefix("n") { return Answer(lines: ["Left; nothing was founded."], wish: .leave) }
    guard typed.hasPrefix("y") else { return Answer(lines: question) }
    if let answers = screen.answers() { return Answer(wish: .found(answers)) }
    // What cannot be taken is asked again.
    place = screen.form.fields.firstIndex { !$0.problem.isEmpty } ?? 0
    return Answer(lines: ["Refused: " + screen.form.fields[place].problem] + question)
  }
}
