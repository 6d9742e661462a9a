import CaseDocuments
import Testing

@Suite struct `Dates of an import` {
  @Test(arguments: [
    ("25/12/2025", "dd/MM/yyyy", "2025-12-25"),
    ("05/06/2025 09:43", "dd/MM/yyyy HH:mm", "2025-06-05T08:43:00.000000Z"),
    ("28-Aug-25", "dd-MMM-yy", "2025-08-28"), ("05 October 2025", "d MMMM yyyy", "2025-10-05"),
    ("5 may 2025", "d MMMM yyyy", "2025-05-05"),
    ("23.11.2025 14:13", "dd.MM.yyyy HH:mm", "2025-11-23T14:13:00.000000Z"),
    ("2026-07-24T16:07:24", "yyyy-MM-dd'T'HH:mm:ss", "2026-07-24T15:07:24.000000Z"),
    ("2026-07-24T16:07:24Z", "yyyy-MM-dd'T'HH:mm:ss'Z'", "2026-07-24T16:07:24.000000Z"),
    ("2025-11-21 16:48:17.250", "yyyy-MM-dd HH:mm:ss.SSS", "2025-11-21T16:48:17.250000Z"),
    ("04/22/2025 12:36:14 AM", "MM/dd/yyyy hh:mm:ss a", "2025-04-21T23:36:14.000000Z"),
    ("05/11/2026 02:41:03 PM", "MM/dd/yyyy hh:mm:ss a", "2026-05-11T13:41:03.000000Z"),
    ("45816.90903", "excel", "2025-06-08T20:49:00.000000Z"), ("45816", "excel", "2025-06-08"),
    ("2026-07-24T16:07:24+02:00", "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-07-24T14:07:24.000000Z"),
    ("29/02/2024", "dd/MM/yyyy", "2024-02-29"), (" 25/12/2025\u{A0}", "dd/MM/yyyy", "2025-12-25"),
  ])
  func `are read by their listed shape, times on London's clock`(
    _ value: String, _ shape: String, _ occurrence: String
  ) throws {
    #expect(try ImportScenario.received(value, shapes: [shape]) == occurrence)
  }

  @Test func `that fit two shapes with different meanings are refused`() throws {
    let shapes = ["dd/MM/yyyy", "MM/dd/yyyy"]
    #expect(
      try ImportScenario.received("03/04/2025", shapes: shapes)
        == "\"03/04/2025\" may be 2025-04-03 or 2025-03-04 by the accepted shapes")
    #expect(try ImportScenario.received("25/12/2025", shapes: shapes) == "2025-12-25")
    #expect(try ImportScenario.received("05/05/2025", shapes: shapes) == "2025-05-05")
  }

  @Test(arguments: [
    ("31/02/2025", "there is no such date or time as \"31/02/2025\""),
    ("29/02/2025", "there is no such date or time as \"29/02/2025\""),
    ("01/01/1066", "there is no such date or time as \"01/01/1066\""),
    ("23/11/2026", "\"23/11/2026\" lies in the future"), ("", "received is blank"),
    ("  ", "received is blank"),
    ("2025-12-25", "\"2025-12-25\" is in no accepted date shape (dd/MM/yyyy)"),
    ("25/12/25", "\"25/12/25\" is in no accepted date shape (dd/MM/yyyy)"),
    ("25/12/2025 10:00", "\"25/12/2025 10:00\" is in no accepted date shape (dd/MM/yyyy)"),
    ("45816", "\"45816\" is in no accepted date shape (dd/MM/yyyy)"),
    ("last\u{1B}[2J week", "\"last␛[2J week\" is in no accepted date shape (dd/MM/yyyy)"),
  ])
  func `that cannot be are refused with the reason`(_ value: String, _ why: String) throws {
    #expect(try ImportScenario.received(value, shapes: ["dd/MM/yyyy"]) == why)
  }

  @Test func `today is accepted, an hour later today is not`() throws {
    #expect(try ImportScenario.received("22/11/2026", shapes: ["dd/MM/yyyy"]) == "2026-11-22")
    #expect(
      try ImportScenario.received("22/11/2026 13:00", shapes: ["dd/MM/yyyy HH:mm"])
        == "\"22/11/2026 13:00\" lies in the future")
  }

  @Test func `in the hour that the clocks skipped are refused`() throws {
    #expect(
      try ImportScenario.received("29/03/2026 01:30", shapes: ["dd/MM/yyyy HH:mm"])
        == "\"29/03/2026 01:30\" lies in the hour the clocks went forward over")
  }

  @Test(arguments: ["25:00", "12:60"])
  func `with an hour no clock shows are refused`(_ time: String) throws {
    #expect(
      try ImportScenario.received("25/12/2025 " + time, shapes: ["dd/MM/yyyy HH:mm"])
        == "there is no such date or time as \"25/12/2025 \(time)\"")
  }

  @Test(arguments: ["2024", "01632960123", "1234.5", "45816.", "45816.9x"])
  func `a year or a telephone number is no spreadsheet day`(_ value: String) throws {
    #expect(
      try ImportScenario.received(value, shapes: ["excel"])
        == "\"\(value)\" is in no accepted date shape (excel)")
  }

  @Test(arguments: [
    "", "dd/MM", "yyyy-MM-dd HH", "dd/MM/yyyy hh:mm", "dd/MM/yyyy HH:mm a", "dd/QQ/yyyy", "yyyy-yyyy-MM-dd",
    "'open",
    "dd/MM/yyyy 12:00", "yyyy-MM-dd'Z'", "yyyy-MM-ddXXX",
  ])
  func `a shape that says too little or too much is no shape`(_ text: String) {
    #expect(DateShape(text) == nil)
  }
}
