import CaseDocuments
import Clocks
import Complaints
import Testing

@Suite struct `Rows of an import` {
  @Test func `header names of the intake are a map of their own`() throws {
    let contact = try #require(
      try ImportScenario.contacts(
        """
        received,channel,narrative,person.name,person.needs,property.postcode,stage,tenure,kind,officer
        2026-11-20,in-person,"Dim dŵr poeth, eto",Siân Ŵyn,Large print; BSL,M13 9PL,2,lcho,complaint,Amira
        """
      ).first)
    #expect(contact.intake.received.text == "2026-11-20")
    #expect(contact.intake.contact.channel == .inPerson)
    #expect(contact.intake.contact.narrative == "Dim dŵr poeth, eto")
    #expect(contact.intake.contact.person.name == "Siân Ŵyn")
    #expect(contact.intake.contact.person.needs == ["Large print", "BSL"])
    #expect(contact.intake.contact.property.postcode == "M13 9PL")
    #expect(contact.intake.contact.stage == .two)
    #expect(contact.intake.contact.tenure == .lcho)
    #expect(contact.intake.kind == .complaint)
    #expect(contact.line == 2)
  }

  @Test func `a template leaves out the text between where a side is blank`() throws {
    let map = """
      {"columns": {"received": "d", "channel": {"constant": "member"}, "closed": "c",
        "narrative": ["{type}: {detail}", {"constant": "Nothing was recorded."}],
        "category": "type", "property.address": "Near {a}, {b}, {e}.", "source": {"constant": "Register"},
        "sourceRef": "key"}}
      """
    let contacts = try ImportScenario.contacts(
      """
      key,d,c,type,detail,a,b,e
      K1,2026-01-02,2026-01-09,Repairs,Boiler,1,2,3
      K2,2026-01-02,,Repairs,,,2,3
      K3,2026-01-02,,,Boiler,1,,3
      K4,2026-01-02,,,,,,
      """, map: map
    ).map(\.intake)
    #expect(
      contacts.map(\.contact.narrative) == ["Repairs: Boiler", "Repairs", "Boiler", "Nothing was recorded."])
    #expect(contacts.map(\.contact.property.address) == ["Near 1, 2, 3.", "Near 2, 3.", "Near 1, 3.", ""])
    #expect(contacts.map(\.closed?.text) == ["2026-01-09", nil, nil, nil])
    #expect(contacts.map(\.contact.sourceRef) == ["K1", "K2", "K3", "K4"])
    #expect(contacts.first?.contact.source == "Register")
    #expect(contacts.first?.contact.channel == .member)
  }

  @Test func `words are known in any case and with blanks around, and no others`() throws {
    let map = """
      {"columns": {"received": "d", "channel": "how", "narrative": "n", "stage": "s", "kind": "s"},
       "words": {"channel": {"Web form": "web", "MP": "member"}, "stage": {"Stage 1": 1, "Informal": null},
                 "kind": {"Stage 1": "complaint", "Informal": "service-request"}}}
      """
    let text = """
      d,how,n,s
      2026-01-02, WEB FORM\u{A0},x,STAGE 1\u{20}
      2026-01-02,mp,x,informal
      2026-01-02,web,x,Stage 1
      2026-01-02,MP,x,Stage 3
      2026-01-02,,x,Stage 1
      2026-01-02,MP,x,
      """
    let contacts = try ImportScenario.contacts(text, map: map).map(\.intake)
    #expect(contacts.map(\.contact.channel) == [.web, .member, .member])
    #expect(contacts.map(\.contact.stage) == [.one, nil, nil])
    #expect(contacts.map(\.kind) == [.complaint, .serviceRequest, nil])
    #expect(
      try ImportScenario.refusals(text, map: map) == [
        "line 4, column 2 (how): \"web\" is not among the words for channel; add it to the map under words, channel",
        "line 5, column 4 (s): \"Stage 3\" is not among the words for stage; add it to the map under words, stage",
        "line 6, column 2 (how): channel is blank; fill it, or give channel a second source in the map",
      ])
  }

  @Test func `the guard our own export adds is removed exactly once`() throws {
    let cells = ["'=1+1", "'+44", "'-2", "'@x", "''=1", "'tis so", "''", "plain"]
    let text = "received,channel,narrative\n" + cells.map { "2026-01-02,web,\($0)\n" }.joined()
    #expect(
      try ImportScenario.contacts(text).map(\.intake.contact.narrative)
        == ["=1+1", "+44", "-2", "@x", "'=1", "'tis so", "'", "plain"])
  }

  @Test func `a row of another nation is refused, naming both`() throws {
    let text = "received,channel,narrative,nation\n2026-01-02,web,x,Wales\n2026-01-02,web,x,Scotland\n"
    #expect(
      try ImportScenario.refusals(text) == [
        "line 3, column 4 (nation): the row is of Scotland, this journal of England and Wales; "
          + "import it into that nation's journal"
      ])
  }

  @Test func `a broken row is refused with its place and the others are read`() throws {
    let text = """
      received,channel,narrative,closed
      2026-01-02,web
      2026-01-02,web,"two
      lines",2026-01-01
      2026-01-02,web,  "quoted" word,
      2026-01-02,web,x,
      """
    #expect(
      try ImportScenario.refusals(text) == [
        "line 2: 2 fields where the header has 4; put a field that holds a comma in quotes, or fill the missing ones",
        "line 4, column 4 (closed): closed 2026-01-01, before it was received 2026-01-02; put the date right",
        "line 5, character 18: blanks stand before the quote that opens a field; "
          + "take the blanks out, or put them inside the quotes",
      ])
    #expect(try ImportScenario.contacts(text).map(\.line) == [6])
  }

  @Test func `a row without a reference is known by its bytes, one with it by source and reference`() throws {
    let header = "received,channel,narrative,source,sourceRef\n"
    let same = try ImportScenario.contacts(
      header
        + "2026-01-02,web,x,CRM, A-1 \n2026-01-03,web,y,CRM,A-1\n2026-01-02,web,x,,\n2026-01-02,web,x,,\n")
    #expect(same[0].sourceHash == same[1].sourceHash)
    #expect(same[0].rowHash != same[1].rowHash)
    #expect(same[0].sourceHash == SourceHash.of(source: "CRM", reference: "A-1"))
    #expect(same[2].sourceHash == same[3].sourceHash)
    #expect(same[2].intake.contact.sourceRef == same[2].intake.contact.row)
    #expect(UInt64(same[2].intake.contact.row, radix: 16) == same[2].rowHash)
  }

  @Test func `NUL and a UPRN that a spreadsheet rounded are changed and said`() throws {
    let contacts = try ImportScenario.contacts(
      """
      received,channel,narrative,property.uprn
      2026-01-02,web,a\0b,'999010709497
      2026-01-02,web,x,9.99011E+11
      """)
    #expect(contacts.map(\.intake.contact.narrative) == ["a\u{FFFD}b", "x"])
    #expect(contacts.map(\.intake.contact.property.uprn) == ["999010709497", ""])
    #expect(
      contacts.map { $0.remarks.map(\.sentence) } == [
        ["a NUL byte was stored as U+FFFD"], ["the UPRN \"9.99011E+11\" is no UPRN and was left out"],
      ])
  }

  @Test func `a field beyond 256 KiB is refused with its length`() throws {
    let text = "received,channel,narrative\n2026-01-02,web," + String(repeating: "x", count: 262_145) + "\n"
    #expect(
      try ImportScenario.refusals(text) == [
        "line 2, column 3 (narrative): narrative is 262145 bytes long, more than 262144; "
          + "shorten it, and attach the full text to the case"
      ])
  }
}
