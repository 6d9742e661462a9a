import PlainText
import Testing

/// All records as texts; a refused record stands as its error.
private func read(_ text: String) -> [[String]] {
  var reader = CSVReader(Array(text.utf8))
  var record = CSVRecord()
  var rows: [[String]] = []
  while true {
    do throws(CSVError) {
      guard try reader.next(into: &record) else { return rows }
      rows.append(record.fields.map { reader.text(of: $0) })
    } catch {
      rows.append(["\(error.line):\(error.column) \(error)"])
    }
  }
}

@Suite struct `Reading CSV` {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `records end in any of the three line ends`(_ end: String) {
    #expect(read("a,b" + end + "1,2" + end) == [["a", "b"], ["1", "2"]])
    #expect(read("a,b" + end + "1,2") == [["a", "b"], ["1", "2"]])
    #expect(read("a" + end + "\"x" + end + "y\"" + end + "z") == [["a"], ["x" + end + "y"], ["z"]])
    #expect(read("a,b" + end + end + end + "1,2" + end + end) == [["a", "b"], ["1", "2"]])
  }

  @Test(arguments: [
    ("", []), ("\n", []), ("a", [["a"]]), (",", [["", ""]]), ("a,\"\",\"\"\n", [["a", "", ""]]),
    ("\"comma, in quotes\",2", [["comma, in quotes", "2"]]),
    ("1,\"she said \"\"no\"\"\"", [["1", "she said \"no\""]]), ("\"\"\"\"", [["\""]]),
    ("\"\"\"\"\"\"", [["\"\""]]),
    (
      "1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1,2]}\"\n",
      [["1", "{\"type\": \"Point\", \"at\": [1,2]}"]]
    ),
    ("1,2,ʤ\n4,5,Dŵr", [["1", "2", "ʤ"], ["4", "5", "Dŵr"]]),
    ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
    (" a , b ", [[" a ", " b "]]), ("6\" pipe,37°36'37.8\"N\n", [["6\" pipe", "37°36'37.8\"N"]]),
    ("a\tb;c", [["a\tb;c"]]), ("\"a\"\n\"b\"", [["a"], ["b"]]),
  ])
  func `what is read`(_ text: String, _ rows: [[String]]) {
    #expect(read(text) == rows)
  }

  @Test func `a refused record names its place and the next one is read`() {
    #expect(
      read("a,b\nâé, \"x,y\",3\n5,6")
        == [
          ["a", "b"],
          [
            "2:5 blanks stand before the quote that opens a field; take the blanks out, or put them inside the quotes"
          ], ["5", "6"],
        ])
    #expect(
      read("a\n1,\"two\nlines\"x,4\n7")
        == [
          ["a"],
          [
            "3:7 text follows the closing quote of the field opened on line 2; "
              + "double a quote that belongs to the text"
          ], ["7"],
        ])
    #expect(
      read("a\n1,\"never\nclosed\n")
        == [["a"], ["2:3 the quote opened here is never closed, so nothing after it was read; close it"]])
  }

  @Test func `each field tells the line and column it began at`() throws {
    var reader = CSVReader(Array("\u{FEFF}h\r\nâ,\"x\r\ny\",\"q\",z\r\nlast".utf8))
    var record = CSVRecord()
    _ = try reader.next(into: &record)
    #expect(reader.position(of: record.fields[0], in: record) == (1, 1))
    _ = try reader.next(into: &record)
    #expect(record.line == 2)
    let places = record.fields.map { reader.position(of: $0, in: record) }
    #expect(places.map(\.line) == [2, 2, 3, 3])
    #expect(places.map(\.column) == [1, 3, 4, 8])
    #expect(
      String(decoding: reader.bytes[record.start..<record.end], as: UTF8.self) == "â,\"x\r\ny\",\"q\",z")
    _ = try reader.next(into: &record)
    #expect(record.line == 4)
  }

  @Test func `what is written quoted comes back the same`() {
    let words = ["", "a", ",", "\"", "\n", "\r\n", "a,b", "\"\"", "Dŵr", "x\"y\nz"]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var rows: [[String]] = []
      for _ in 0..<3 {
        var row = ["key"]
        for _ in 0..<4 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          row.append(words[Int(state >> 33) % words.count])
        }
        rows.append(row)
      }
      var text = ""
      for row in rows {
        let fields = row.map { field in
          let doubled = field.split(separator: "\"", omittingEmptySubsequences: false).joined(
            separator: "\"\"")
          return "\"" + doubled + "\""
        }
        text += fields.joined(separator: ",") + "\n"
      }
      #expect(read(text) == rows)
    }
  }
}
