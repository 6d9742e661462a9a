package import Clocks

/// What the blanks of one letter hold.
package struct LetterValues: Hashable, Sendable {
  package var texts: [LetterBlank: String]
  /// What the blanks hold inside `[each point]`, point by point.
  package var points: [[LetterBlank: String]]
  /// What a policy may ask for and this letter has no occasion for, such as who deals with a legal case where
  /// there is none.
  package var idle: Set<LetterItem>

  package init(
    _ texts: [LetterBlank: String] = [:], points: [[LetterBlank: String]] = [], idle: Set<LetterItem> = []
  ) {
    self.texts = texts
    self.points = points
    self.idle = idle
  }

  /// The required items this letter lacks: nothing on record fills them, or no blank of the letter prints them.
  package func lacking(_ required: [RequiredItem], printed: Set<LetterBlank>) -> [RequiredItem] {
    required.filter { owed in
      let blank = LetterBlank(owed.item)
      if idle.contains(owed.item) { return false }
      if !printed.contains(blank) { return true }
      switch owed.item {
      case .decision, .reasons, .basis, .remedy:
        return points.isEmpty
          ? isBlank(texts[blank]) : points.contains { point in isBlank(point[blank] ?? texts[blank]) }
      case .reference, .stage, .definition, .outcome, .notOurs, .process, .due, .extensions, .adjustments,
        .advocacy, .handler, .handlerContact, .ombudsman, .outstanding, .learning, .nextStep, .nextContact,
        .reason, .final, .legalContact, .consequences, .measures, .duration, .review, .appeal, .whoAnswers,
        .passedTo, .howToComplain, .thanks:
        return isBlank(texts[blank])
      }
    }
  }

  private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}

/// A letter as it was composed.
package struct Letter: Hashable, Sendable {
  package var subject: String
  package var language: String
  package var blocks: [LetterBlock]
  /// The text that is kept and sent.
  package var text: String { LetterText.write(blocks) }
}

/// Fills a template, and sets it into the letterhead.
///
/// Pure: values in, text out; what comes from outside is cleaned of control characters on its way in.
package func compose(
  _ template: LetterTemplate, in letterhead: LetterTemplate, _ values: LetterValues, practice: Bool
) -> Letter {
  var values = values
  let writer = LetterWriter(values: values.texts)
  let subject = writer.line(template.subject) ?? ""
  values.texts[.subject] = subject
  let body = LetterWriter(values: values.texts).blocks(template.blocks, points: values.points)
  var blocks: [LetterBlock] = practice ? [.paragraph([practiceLetterBanner])] : []
  let head = LetterWriter(values: values.texts)
  for block in letterhead.blocks {
    if case .paragraph([.blank(.letter)]) = block {
      blocks += body
    } else {
      blocks += head.blocks([block], points: [])
    }
  }
  return Letter(subject: subject, language: template.language, blocks: withoutBareHeadings(blocks))
}

/// Those blocks without the headings that have nothing under them.
private func withoutBareHeadings(_ blocks: [LetterBlock]) -> [LetterBlock] {
  blocks.enumerated().filter { index, block in
    guard case .heading(let level, _) = block, level > 1 else { return true }
    guard blocks.indices.contains(index + 1) else { return false }
    if case .heading = blocks[index + 1] { return false }
    return true
  }.map(\.element)
}

/// What stands at the top of every letter of a practice journal.
package let practiceLetterBanner = "PRACTICE. This is not a real letter and concerns nobody."

private struct LetterWriter {
  let values: [LetterBlank: String]

  /// The blocks that have something to say.
  func blocks(_ blocks: [TemplateBlock], points: [[LetterBlank: String]]) -> [LetterBlock] {
    var written: [LetterBlock] = []
    for block in blocks {
      switch block {
      case .heading(let level, let pieces):
        guard let text = line(pieces) else { continue }
        written.append(.heading(level: level, text))
      case .paragraph(let pieces): written += paragraphs(pieces)
      case .item(let pieces):
        guard let text = line(pieces) else { continue }
        if case .items(let items)? = written.last {
          written[written.count - 1] = .items(items + [text])
        } else {
          written.append(.items([text]))
        }
      case .eachPoint(let inner):
        for point in points {
          let writer = LetterWriter(values: values.merging(point) { _, own in own })
          written += writer.blocks(inner, points: [])
        }
      }
    }
    return written
  }

  /// The pieces on one line; nil where a blank has nothing to say.
  func line(_ pieces: [TemplatePiece]) -> String? {
    guard let lines = lines(pieces) else { return nil }
    return lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A paragraph, or several where a blank holds several.
  private func paragraphs(_ pieces: [TemplatePiece]) -> [LetterBlock] {
    guard let lines = lines(pieces) else { return [] }
    return LetterText.read(lines.joined(separator: "\n"))
  }

  private func lines(_ pieces: [TemplatePiece]) -> [String]? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .blank(let blank):
        guard let value = values[blank], !value.allSatisfy(\.isWhitespace) else { return nil }
        text += value
      case .present(let blank):
        guard let value = values[blank], !value.allSatisfy(\.isWhitespace) else { return nil }
      case .absent(let blank):
        if let value = values[blank], !value.allSatisfy(\.isWhitespace) { return nil }
      }
    }
    return LetterText.clean(text)
  }
}
