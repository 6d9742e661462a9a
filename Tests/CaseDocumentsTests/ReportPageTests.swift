import CaseDocuments
import PlainText
import Testing

/// Reports as Markdown and as pages: escaped, and read in order by a screen reader.
@Suite struct ReportPageTests {
  private let hostile =
    "</td><script>alert('x')</script> & \u{202E}\u{1B}[2J | `x` *y* [z](http://e.example)"

  @Test func `nothing typed by anybody becomes mark-up of a page or a drawing`() {
    let page = reportHTML(sampleReport(hostile: hostile))
    #expect(!page.contains("<script"))
    #expect(!page.contains("\u{202E}") && !page.contains("\u{1B}"))
    #expect(
      page.contains(
        "<th scope=\"row\" dir=\"auto\">&lt;/td&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    #expect(page.contains("Alderbrook &amp; Sons Homes"))
  }

  @Test func `nothing typed by anybody becomes mark-up of Markdown`() {
    let line =
      reportMarkdown(sampleReport(hostile: hostile), width: \.count).first { $0.contains("alert") } ?? ""
    #expect(
      line.hasPrefix("| \\</td\\>\\<script\\>alert('x')\\</script\\> \\& \\<U+202E\\>␛\\[2J \\| \\`x\\` "))
    #expect(line.contains("\\*y\\* \\[z\\](http\\://e.example) | 3 |"))
  }

  @Test func `a line of prose does not become a list, a heading or a quotation`() {
    var report = sampleReport()
    report.sections = [
      .init("1. First", prose: ["- one", "+ two", "12) three", "# four", "> five", "==="])
    ]
    let lines = reportMarkdown(report, width: \.count)
    #expect(
      ["## 1\\. First", "\\- one", "\\+ two", "12\\) three", "\\# four", "\\> five", "\\==="].allSatisfy(
        lines.contains))
  }

  @Test func `a screen reader finds language, headings, captions and the heads of rows and columns`() {
    let page = reportHTML(sampleReport())
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"))
    #expect(page.contains("<h1 dir=\"auto\">Quarterly complaints report</h1>"))
    #expect(page.contains("<h2 dir=\"auto\">Volume</h2>"))
    #expect(page.contains("<caption id=\"table1\">Complaints by category</caption>"))
    #expect(page.contains("<th scope=\"col\">Answered in time</th>"))
    #expect(page.contains("<th scope=\"row\" dir=\"auto\">Repairs</th><td class=\"figure\">1,250</td>"))
    #expect(page.contains("<tfoot>\n<tr><th scope=\"row\" dir=\"auto\">All</th>"))
    #expect(!page.contains("<script") && !page.contains("http"))
  }

  @Test func `every drawing has a title, a description with its figures, and its table beside it`() {
    let page = reportHTML(sampleReport())
    #expect(page.split(separator: "<svg").count == 4)
    #expect(page.contains("aria-label=\"Opened, by category\" aria-describedby=\"table1-1-desc\""))
    #expect(page.contains("<title>Opened, by category</title>"))
    #expect(
      page.contains(
        "Opened, 2 rows. Highest Repairs with 1,250, lowest =1+1 &lt;b&gt;damp&lt;/b&gt; | *mould* with 3. The table"
      ))
    #expect(page.contains("<polyline points=\"10,97 180,22 350,172\""))
  }

  @Test func `two series are told apart without colour`() {
    let page = reportHTML(sampleReport())
    #expect(page.contains(">93.3% Answered in time</text>"))
    #expect(page.contains("fill=\"url(#table1-2-stripes)\""))
  }
}
