package import Complaints

/// A stored letter as a web page: for a browser, a printer, a screen reader.
///
/// One column of headings, paragraphs and lists, nothing laid out by tables, no script, nothing fetched; each
/// block finds its own direction, so that a name or a quotation in Urdu runs as it should. Large print is
/// eighteen point, well spaced and never in a column.
package func letterHTML(
  _ text: String, title: String, language: String, form: LetterForm
) -> String {
  var page = """
    <!DOCTYPE html>
    <html lang="\(escapedHTML(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escapedHTML(title))</title>
    <style>
    \(style(form))
    </style>
    </head>
    <body>
    <main>

    """
  for block in LetterText.read(text) { page += html(block) }
  return page + "</main>\n</body>\n</html>\n"
}

private func html(_ block: LetterBlock) -> String {
  switch block {
  case .heading(let level, let text):
    let tag = level == 1 ? "h1" : "h2"
    return "<\(tag) dir=\"auto\">\(escapedHTML(text))</\(tag)>\n"
  case .paragraph(let lines):
    let isMixed = Set(lines.compactMap(runsLeft)).count > 1
    guard isMixed else {
      return "<p dir=\"auto\">" + lines.map(escapedHTML).joined(separator: "<br>\n") + "</p>\n"
    }
    // An Urdu name over an English address: each line in its own order, all of them at one edge.
    return "<p>" + lines.map { "<bdi>" + escapedHTML($0) + "</bdi>" }.joined(separator: "<br>\n") + "</p>\n"
  case .items(let items):
    return "<ul>\n" + items.map { "<li dir=\"auto\">\(escapedHTML($0))</li>\n" }.joined() + "</ul>\n"
  }
}

/// Whether a line is read from the right, by its first letter; nil where it has none.
private func runsLeft(_ line: String) -> Bool? {
  for scalar in line.unicodeScalars {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
    default: if scalar.properties.isAlphabetic { return false }
    }
  }
  return nil
}

private func style(_ form: LetterForm) -> String {
  let common =
    """
    main { margin: 0 auto; text-align: start; overflow-wrap: anywhere; }
    h1, h2 { break-after: avoid; line-height: 1.25; }
    @media screen and (max-width: 40rem) { body { margin: 1.2rem 1rem; } }
    """
  switch form {
  case .plain:
    return """
      body { font: 12pt/1.5 Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 2.5cm 2cm; }
      main { max-width: 38em; }
      h1 { font-size: 1.3em; }
      h2 { font-size: 1.1em; margin-bottom: 0.2em; }
      @media print { body { margin: 0; } @page { margin: 2.5cm 2cm; } }
      """ + "\n" + common
  case .largePrint:
    return """
      body { font: 18pt/1.6 Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 2cm 1.5cm; }
      main { max-width: 32em; }
      p, li { margin: 0 0 1em; hyphens: none; }
      h1 { font-size: 1.3em; }
      h2 { font-size: 1.15em; margin-bottom: 0.4em; }
      @media print { body { margin: 0; } @page { margin: 2cm 1.5cm; } }
      """ + "\n" + common
  }
}

/// A text as it may stand anywhere in a page, between tags or in a quoted attribute.
package func escapedHTML(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
