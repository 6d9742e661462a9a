import PlainText
import Testing

@Suite struct `Reading JSON` {
  @Test func `members keep the order they were written in`() throws {
    let value = try parseJSON(#"{"z":1,"a":[true,false,null],"m":{"x":-2.5}}"#)
    #expect(value.members?.map(\.name) == ["z", "a", "m"])
    #expect(value["a"] == .array([true, false, .null]))
    #expect(value["m"]?["x"] == .number(-2.5))
    #expect(value["nothing"] == nil)
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""\u00e2\n\t\"\\\/""#, "â\n\t\"\\/"), (#""\ud83c\udfe0""#, "🏠"),
    (#""Dŵr""#, "Dŵr"),
    (#""\u0000""#, "\0"), (#""""#, ""),
  ])
  func `texts and their escapes`(_ json: String, _ text: String) throws {
    #expect(try parseJSON(json).string == text)
  }

  @Test(arguments: [
    ("0", JSON.integer(0)), ("-17", .integer(-17)), ("9223372036854775807", .integer(.max)),
    ("1e2", .number(100)),
    ("0.5", .number(0.5)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
  ])
  func `numbers`(_ json: String, _ value: JSON) throws {
    #expect(try parseJSON(json) == value)
  }

  @Test(arguments: [
    ("", 1, 1, "expected a value, found the end"),
    ("{\n  \"a\": }", 2, 8, "expected a value, found \"}\""),
    ("[1,]", 1, 4, "expected a value, found \"]\""),
    ("[1 2]", 1, 4, "expected \",\" or \"]\", found \"2\""),
    ("{\"â\":1,\r\n\"â\":2}", 2, 1, "the name \"â\" is already in this object"),
    ("{\"â\": tru}", 1, 7, "expected a value, found \"t\""),
    ("[01]", 1, 2, "a number may not begin with 0"),
    ("[1.]", 1, 4, "expected a digit, found \"]\""),
    ("[1e999]", 1, 2, "the number is too large"),
    ("\"abc", 1, 1, "the text is not closed with a quote"),
    ("\"a\tb\"", 1, 3, "a control character must be written \\u0009"),
    (#"["\ud83c"]"#, 1, 3, "a high surrogate without its low one"),
    (#"["\udfe0"]"#, 1, 3, "a low surrogate without its high one"),
    (#"["\q"]"#, 1, 3, "no such escape: \\ and \"q\""),
    (#"["\u12g4"]"#, 1, 3, "\\u needs four hex digits"),
    ("1 x", 1, 3, "expected the end, found \"x\""),
    ("{a:1}", 1, 2, "expected a name in quotes, found \"a\""),
  ])
  func `what is not JSON is refused with its place`(
    _ json: String, _ line: Int, _ column: Int, _ what: String
  ) {
    #expect(throws: JSONError(line: line, column: column, what: what)) { try parseJSON(json) }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: JSONError(line: 1, column: 2, what: "not UTF-8")) {
      try parseJSON(bytes: [0x22, 0xE2, 0x22])
    }
  }

  @Test func `256 levels are read and 257 refused`() throws {
    let deep = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    _ = try parseJSON(deep)
    #expect(throws: JSONError(line: 1, column: 257, what: "more than 256 levels")) {
      try parseJSON("[" + deep + "]")
    }
  }

  @Test func `a byte order mark in front is passed over`() throws {
    #expect(try parseJSON("\u{FEFF}[]") == .array([]))
  }
}

@Suite struct `Writing JSON` {
  @Test func `commas and names come out as given`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("case", "C26-000042")
    writer.field("points", .array([1, "x", .null]))
    writer.key("empty")
    writer.beginObject()
    writer.endObject()
    writer.field(ifPresent: "who", "")
    writer.field("n", -305)
    writer.endObject()
    #expect(writer.text == #"{"case":"C26-000042","points":[1,"x",null],"empty":{},"n":-305}"#)
  }

  @Test func `controls and line separators are escaped and read back the same`() throws {
    let text = "a\0\u{1B}\t\n\r\"\\\u{7F}\u{85}\u{9F}\u{A0}\u{2028}\u{2029}\u{202A}éŵ🏠"
    let json = jsonText(.string(text))
    #expect(
      json == #""a\u0000\u001b\t\n\r\"\\\u007f\u0085\u009f"# + "\u{A0}" + #"\u2028\u2029"# + "\u{202A}éŵ🏠\"")
    #expect(try parseJSON(json).string == text)
  }

  @Test func `every value reads back as it was`() throws {
    let value = JSON.object([
      JSONMember("a", .array([.integer(.min), .number(0.1), true, .null, .object([])])), JSONMember("", ""),
    ])
    #expect(try parseJSON(jsonText(value)) == value)
  }
}

@Suite struct `Showing text from outside` {
  @Test(arguments: [
    ("plain Siân", "plain Siân"), ("\u{1B}[31mred\u{7F}", "␛[31mred␡"), ("a\nb\r\n\tc", "a␊b␍␊␉c"),
    ("abc\u{202E}txt", "abc<U+202E>txt"), ("\u{9B}2J", "<U+009B>2J"), ("x\u{2028}y", "x<U+2028>y"),
    ("👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
  ])
  func `controls become marks`(_ text: String, _ shown: String) {
    #expect(visible(text) == shown)
  }
}
