import CaseDocuments
import Clocks
import Complaints

/// The words a policy has for a field, put before the person instead of being asked from memory.
enum OfferedWords {
  /// What may be said in that field of a step, with what each means; nil where anything may be said.
  static func of(_ field: String, _ kind: StepKind, _ file: CaseFile, _ reader: RecordReader) -> [PickOption]?
  {
    let rule = reader.newestProfile(of: file)?.restrictions
    let offered: [PickOption]
    if kind == .managementEscalated, field == "criteria" {
      offered = reader.newestProfile(of: file)?.managementEscalation.map(criteria) ?? []
    } else if field == "measures" {
      offered = numbered(rule?.measures ?? [])
    } else if kind == .restrictionImposed, field == "ground" {
      offered = (rule?.grounds ?? []).map { PickOption(value: $0, label: oneLine($0)) }
    } else if kind == .complaintRefused, field == "reason" {
      offered = exclusions(file, reader)
    } else if kind == .escalationRefused, field == "ground" {
      offered =
        [PickOption(value: "late", label: said("late", "the request came after its time"))]
        + exclusions(file, reader)
    } else if field == "promise" {
      offered = file.redress.openPromises.map {
        PickOption(value: String($0.number), label: said(String($0.number), $0.made.text))
      }
    } else if kind == .needRecorded, field == "adjustments" {
      offered = Adjustment.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    } else if kind == .sensitivityMarked, field == "roles" {
      offered = Complaints.Role.allCases.map { PickOption(value: $0.rawValue, label: $0.rawValue) }
    } else {
      offered = []
    }
    return offered.isEmpty ? nil : offered
  }

  private static func criteria(_ rule: ManagementEscalation) -> [PickOption] {
    rule.criteria.map { PickOption(value: $0.key, label: said($0.key, $0.says)) }
  }

  /// A policy's sentences go by their number: they may hold any sign.
  private static func numbered(_ words: [String]) -> [PickOption] {
    words.enumerated().map { PickOption(value: String($0.offset + 1), label: oneLine($0.element)) }
  }

  private static func exclusions(_ file: CaseFile, _ reader: RecordReader) -> [PickOption] {
    file.exclusions(reader.rules).map {
      PickOption(value: $0.reason, label: said($0.reason, $0.says))
    }
  }

  private static func said(_ word: String, _ meaning: String) -> String {
    oneLine(meaning.isEmpty ? word : word + " – " + meaning)
  }

  /// The field as the words to choose from: one of them, or yes and no to each where several may be said.
  static func fields(_ field: FormField, _ offered: [PickOption], several: Bool) -> [FormField] {
    guard several else {
      var field = field
      field.input = .pick(PickEntry(options: offered))
      return [field]
    }
    let heading = FormField(
      name: field.name, label: field.label + (field.isRequired ? " *" : "") + ": y for each that applies",
      input: .heading)
    return [heading]
      + offered.map {
        FormField(name: field.name + ":" + $0.value, label: $0.label, input: .question(nil))
      }
  }

  /// What was said yes to, as the action's reader wants it; nil where the words were not put one by one.
  static func said(_ name: String, in form: Form) -> String? {
    let put = form.fields.filter { $0.name.hasPrefix(name + ":") && $0.takesKeys }
    guard !put.isEmpty else { return nil }
    return put.filter { $0.value == "yes" }.map { String($0.name.dropFirst(name.count + 1)) }
      .joined(separator: "; ")
  }
}
