import CaseDocuments
import Clocks
import Complaints
import Testing

/// Why a map, or a header under it, was refused; nil where it was not.
private func refusal(_ map: String?, header: String = "a,b,received") -> String? {
  do throws(ImportMapError) {
    let map = try map.map { json throws(ImportMapError) in try ImportMap(json: json) }
    _ = try ImportFile(
      bytes: Array(header.utf8), map: map, nation: .englandAndWales, zone: ImportScenario.london,
      now: ImportScenario.now)
    return nil
  } catch {
    return "\(error)"
  }
}

@Suite struct `Maps of an import` {
  @Test(arguments: [
    ("{", "the map is not JSON: line 1, column 2: expected a name in quotes, found the end; put it right"),
    ("[]", "the map's text must be an object; see redress help import"),
    (#"{"colums": {}}"#, #"the map has a part "colums"; it may have columns, dates and words"#),
    (
      #"{"columns": {"recieved": "a"}}"#,
      "columns names \"recieved\", which is no field of ours; there are received, closed, channel, kind, stage, "
        + "tenure, nation, narrative, category, outcomeSought, caller, representative, area, ward, source, "
        + "sourceRef, points, affected, person.name, person.phone, person.email, person.preferred, "
        + "person.language, person.needs, property.address, property.postcode, property.uprn, property.block"
    ),
    (
      #"{"columns": {"received": 3}}"#,
      "columns: received must be a column name, a template such as \"{type}: {detail}\", "
        + "{\"constant\": \"…\"}, or an array of these"
    ),
    (
      #"{"dates": {"received": ["dd/mm/yyyy"]}}"#,
      "dates: \"dd/mm/yyyy\" for received is no date shape; write one such as dd/MM/yyyy HH:mm, or excel"
    ),
    (#"{"dates": {"channel": ["excel"]}}"#, "dates: channel is no date; dates are received and closed"),
    (
      #"{"words": {"stage": {"Final": 5}}}"#,
      "words: \"Final\" leads to \"5\", which is no stage; there are 1, 2, 3, 4"
    ),
    (
      #"{"words": {"kind": {"Moan": "whinge"}}}"#,
      "words: \"Moan\" leads to \"whinge\", which is no kind; there are service-request, complaint, compliment, "
        + "comment, enquiry, asb, accident, survey, claim, data-protection, other-body"
    ),
    (
      #"{"words": {"tenure": {"Secure": "lcra", "SECURE ": "lcho", "bought": "lcho"}}}"#,
      "words: \"SECURE \" stands twice under tenure; keep one"
    ),
    (
      #"{"words": {"ward": {"a": "b"}}}"#,
      "words: ward takes no word list; channel, kind, stage, tenure, nation and category do"
    ),
    (
      #"{"columns": {"received": "c", "channel": {"constant": "web"}, "narrative": "a"}}"#,
      "received is to come from column \"c\", which the file does not have; it has a, b, received"
    ),
    (
      #"{"columns": {"tenure": {"constant": "council"}}}"#,
      "columns: the constant \"council\" is no tenure; there are lcra, lcho, leasehold, other"
    ),
    (
      #"{"columns": {"received": "a"}}"#,
      "the map fills no channel, no narrative; add them"
    ),
  ])
  func `that cannot be used are refused with what to do`(_ map: String, _ why: String) {
    #expect(refusal(map) == why)
  }

  @Test func `are needed where the header does not speak our words`() {
    #expect(
      refusal(nil)
        == "the header has no column named channel, no narrative; "
        + "write a map (redress help import) or rename columns; it has a, b, received")
    #expect(refusal(nil, header: "received,channel,narrative") == nil)
    #expect(refusal(nil, header: "") == "the file has no header line; nothing was imported")
    #expect(
      refusal(nil, header: "received,channel,narrative,channel")
        == "the header names \"channel\" twice; rename one of the two")
  }

  @Test func `shown in help are maps that work`() throws {
    let casework = """
      unique_key,account,opendate,closedate,complaint_type,descriptor,zip,borough,city,council_dist,community_board
      K1,A,2025-01-09,2025-01-10,Housing,No heat,11385,,Ridgewood,D34,05
      K2,A,2025-01-09,,,,,,,,
      """
    let members = try ImportScenario.contacts(casework, map: ImportExamples.casework).map(\.intake)
    #expect(members.map(\.contact.narrative) == ["Housing: No heat", "No type or detail was recorded."])
    #expect(members.map(\.contact.property.address) == ["Ridgewood", ""])
    let housing =
      "source_system,source_ref,received,channel,stage,category,summary,description,remedy_sought,resident_name,"
      + "resident_email,resident_phone,language,address,postcode,uprn,tenure,reasonable_adjustments,"
      + "representative,officer,ward,nation\r\n"
      + "S,S-1,01/08/2026 09:43,SMS,Stage two / review,Damp,short,long,,A Tenant,,,en,1 Row,M1 1AA,,Starter,,,,W,Wales\r\n"
    let contact = try #require(try ImportScenario.contacts(housing, map: ImportExamples.housing).first)
    #expect(contact.intake.received.text == "2026-08-01T08:43:00.000000Z")
    #expect(contact.intake.contact.channel == .sms)
    #expect(contact.intake.contact.stage == .two)
    #expect(contact.intake.contact.narrative == "long")
    #expect(contact.intake.contact.tenure == .lcra)
  }
}
