import CaseDocuments
import PlainText
import Testing

/// Reports as a board, a spreadsheet and another program get them.
@Suite struct ReportTests {
  private func text(_ report: Report) -> [String] { reportText(report, width: \.count) }

  @Test func `figures read as people say them`() {
    #expect(ReportCell.count(1_250_000).words == "1,250,000")
    #expect(ReportCell.share(of: 28, in: 30).words == "28 of 30 (93.3%)")
    #expect(ReportCell.share(of: 2, in: 3).words == "2 of 3 (66.7%)")
    #expect(ReportCell.rate(37, in: 3005, per: 1000).words == "12.3 per 1,000 (37 of 3,005)")
    #expect(ReportCell.money(125_005).words == "£1,250.05")
    #expect(ReportCell.money(-5).words == "-£0.05")
    #expect([ReportCell.days(1).words, ReportCell.days(2).words] == ["1 day", "2 days"])
  }

  @Test func `a share of nothing has no percentage`() {
    #expect(ReportCell.share(of: 0, in: 0).words == "0 of 0")
    #expect(jsonText(reportJSON(sampleReport())).contains(#""onTime":{"percent":null,"of":0,"in":0}"#))
  }

  @Test func `plain text says title, landlord, days counted and as of when, and never runs past column 80`() {
    let lines = text(sampleReport(hostile: String(repeating: "leak and more leak ", count: 12)))
    #expect(
      lines.prefix(5) == [
        "Quarterly complaints report", "===========================", "Alderbrook & Sons Homes",
        "From Wed 1 Apr 2026 to Tue 30 Jun 2026", "As known at 2026-07-01 09:31",
      ])
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0 == "  none" })
  }

  @Test func `bars are as long as their figures, and the sum of them is not drawn`() {
    let lines = text(sampleReport())
    let bars = lines.filter { $0.contains("██") && !$0.contains("%") }
    #expect(bars.count == 1)
    #expect(bars[0].hasSuffix("█ 1,250"))
    #expect(lines.contains { $0.hasSuffix("▌ 3") })
    #expect(textBar(1, of: 1000, room: 20) == "▌")
    #expect(textBar(0, of: 1000, room: 20) == "")
    #expect(textBar(10, of: 10, room: 20).count == 20)
  }

  @Test func `a trend shows its first and last figure beside the line`() {
    #expect(sparkline([0, 7, nil, 14]) == "▁▄ █")
    #expect(text(sampleReport()).contains("  ▄█▁  Apr 2026: 12.3; Jun 2026: 0.0"))
  }

  @Test func `a practice journal's report says so in every form`() {
    let report = sampleReport(practice: true)
    #expect(text(report).first == "PRACTICE: nothing here is real")
    #expect(reportMarkdown(report, width: \.count).first == "**PRACTICE: nothing here is real**")
    #expect(reportHTML(report).contains("<p class=\"practice\">PRACTICE: nothing here is real</p>"))
    #expect(reportJSON(report)["practice"] == true)
    #expect(!reportHTML(sampleReport()).contains("PRACTICE"))
  }

  @Test func `definitions are printed with the day from which they are used`() {
    let words = "In time (from Wed 1 Apr 2026)"
    #expect(text(sampleReport()).contains { $0.hasPrefix(words + ": Answered") })
    #expect(reportHTML(sampleReport()).contains("<dt>" + words + "</dt>"))
    #expect(jsonText(reportJSON(sampleReport())).contains(#""from":"2026-04-01""#))
  }

  @Test func `what a spreadsheet takes for a formula gets one quote, and numbers stay numbers`() {
    let csv = reportCSV(sampleReport(), table: "category").split(separator: "\r\n").map(String.init)
    #expect(csv[0] == "category,opened,onTime,onTimeOf,onTimeIn,code,codeOf,codeIn,paidPence,cases")
    #expect(csv[1] == "Repairs,1250,93.3,28,30,100.0,30,30,125000,C26-000042 C26-000007")
    #expect(csv[2] == "\"'=1+1 <b>damp</b> | *mould*\",3,,0,0,33.3,1,3,5,")
  }

  @Test func `several tables of one file are named and apart`() {
    let csv = reportCSV(sampleReport())
    #expect(csv.hasPrefix("category,Complaints by category\r\ncategory,opened,"))
    #expect(csv.contains("\r\n\r\nmonth,Complaints each month\r\nmonth,rate,rateOf,rateIn,longest,last\r\n"))
  }

  @Test func `another program reads numbers, dates and references by name`() {
    let report = reportJSON(sampleReport())
    let rows = report["sections"]?.array?[0]["tables"]?.array?[0]["rows"]?.array ?? []
    #expect(rows[0]["opened"] == 1250)
    #expect(rows[0]["onTime"]?["percent"]?.number == 93.3)
    #expect(rows[0]["paid"] == 125_000)
    #expect(rows[0]["cases"]?.array == ["C26-000042", "C26-000007"])
    #expect(rows[2]["cases"]?.isNull == true)
    #expect(report["from"] == "2026-04-01" && report["asAt"] == "2026-07-01T08:31:00.000000Z")
  }
}
