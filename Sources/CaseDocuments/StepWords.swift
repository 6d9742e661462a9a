package import Complaints

/// A step as one sentence for timeline and follow: what was done, then each field by its label.
package func stepText(_ step: CaseStep) -> String {
  // Conduct of staff is for named roles: the timeline says that it was noted and no more.
  if step.isSensitive { return "conduct of staff noted (sensitive)" }
  // The whole letter is read in its place; the line says that there is one.
  if case .work(.letterQueued(let queued)) = step { return letterLine(queued) }
  let spec = step.spec
  var said: [String] = []
  for named in step.values {
    guard let field = spec.allFields.first(where: { $0.name == named.name }) else { continue }
    said.append(
      field.label.prefix(1).lowercased() + field.label.dropFirst() + ": " + stepValueText(named.value))
  }
  let done = spec.kind.rawValue.split(separator: ".").joined(separator: " ")
  return said.isEmpty ? done : done + "; " + said.joined(separator: "; ")
}

/// What a field holds, as it is said.
package func stepValueText(_ value: StepValue) -> String {
  switch value {
  case .text(let text): text
  case .number(let number): String(number)
  case .truth(let truth): truth ? "yes" : "no"
  case .texts(let texts): texts.joined(separator: ", ")
  }
}
