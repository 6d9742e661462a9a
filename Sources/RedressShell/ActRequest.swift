import CaseDocuments
import Clocks
import Complaints
import PlainText

/// One action as a person or a script asked for it, before it means anything.
struct ActRequest {
  /// The case as it was named.
  var subject: String
  var name: ActionName
  var fields: ActionFields
  var occurred: Occurrence?
  /// Why a letter goes although it lacks something, for a step that has no such field of its own.
  var letterOverride = ""
  /// The letter it sends, as it was edited.
  var letterText = ""

  /// From the words of the command line; a value `-` is read from standard input.
  init(words: [String], zone: ZoneTable, read: () -> [UInt8]) throws(ShellFailure) {
    subject = words[0]
    name = try ActRequest.action(words[1])
    fields = ActionFields()
    for word in words.dropFirst(2) {
      var (field, value) = try fieldAndValue(word)
      // A file is read as bytes, by whoever saves it.
      if value == "-", field != "file" { value = ActRequest.text(readAll(read)) }
      if field == "occurred" {
        guard let at = zone.occurrence(value) else { throw .badValue(field, value, allowed: timeShapes) }
        occurred = at
      } else if field == "override", takesLetterOverride {
        letterOverride = value
      } else if field == "letter-text", sendsLetter {
        letterText = value
      } else {
        fields.set(field, value)
      }
    }
  }

  /// From one JSON object: `{"case":…,"action":…,…}`.
  init(_ json: JSON, zone: ZoneTable) throws(ShellFailure) {
    guard let subject = json["case"]?.string ?? json["case"]?.integer.map({ String($0) }) else {
      throw .badInput("case is missing; give {\"case\":\"C26-000042\",\"action\":\"note\",…}")
    }
    guard let action = json["action"]?.string else {
      throw .badInput("action is missing; give {\"case\":\"C26-000042\",\"action\":\"note\",…}")
    }
    self.subject = subject
    name = try ActRequest.action(action)
    fields = ActionFields()
    for member in json.members ?? [] where member.name != "case" && member.name != "action" {
      if member.value.isNull { continue }
      if member.name == "occurred" {
        guard let at = zone.occurrence(member.value.string ?? "") else {
          throw .badValue("occurred", jsonText(member.value), allowed: timeShapes)
        }
        occurred = at
      } else if member.name == "answers", let answers = member.value.members {
        do {
          fields.answers = try triageAnswers(answers)
        } catch {
          throw .refused(attempt: name.rawValue + " " + subject, error, who: "")
        }
      } else if member.name == "override", takesLetterOverride {
        letterOverride = try ActRequest.plain(member)
      } else if member.name == "letter-text", sendsLetter {
        letterText = try ActRequest.plain(member)
      } else {
        fields.set(member.name, try ActRequest.plain(member))
      }
    }
  }

  /// Whether the step sends a letter and keeps no reason of its own for one that lacks something.
  private var takesLetterOverride: Bool {
    sendsLetter && !ActionCatalogue.spec(name).fields.contains { $0.name == "override" }
  }

  private var sendsLetter: Bool { name.sendsLetter }

  private static func action(_ name: String) throws(ShellFailure) -> ActionName {
    if let action = ActionName(rawValue: name) { return action }
    let near = nearest(name, among: ActionName.allCases.map(\.rawValue))
    throw .unknownAction(name, nearest: near)
  }

  private static func plain(_ member: JSONMember) throws(ShellFailure) -> String {
    switch member.value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .bool(let yes): return yes ? "yes" : "no"
    case .null, .number, .array, .object:
      throw .badValue(member.name, jsonText(member.value), allowed: "a text, a whole number, true or false")
    }
  }

  /// A text read from a stream, without the line end an editor leaves behind it.
  private static func text(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
