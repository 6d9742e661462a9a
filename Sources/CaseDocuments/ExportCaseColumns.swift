import Clocks
import Complaints

/// The columns of `export cases`; what `import` takes has the name it takes it by, so that a file goes back in.
let caseColumns: [ExportColumn<ExportedCase>] = countedColumns + describedColumns

private let countedColumns: [ExportColumn<ExportedCase>] = [
  ExportColumn("ref") { .text($0.figures.reference.text) },
  ExportColumn("kind") { ExportCell($0.figures.kind?.rawValue) },
  ExportColumn("state") { .text($0.figures.state.rawValue) },
  ExportColumn("channel") { .text($0.figures.channel.rawValue) },
  ExportColumn("received") { .day($0.figures.received) },
  ExportColumn("recorded") { .day($0.figures.recorded) },
  ExportColumn("closed") { ExportCell($0.figures.closed) },
  ExportColumn("tenure") { ExportCell($0.figures.tenure?.rawValue) },
  ExportColumn("category") { ExportCell($0.figures.category) },
  ExportColumn("area") { ExportCell($0.figures.area) },
  ExportColumn("ward") { ExportCell($0.figures.ward) },
  ExportColumn("profile") { ExportCell($0.figures.profile) },
  ExportColumn("subject") { ExportCell($0.figures.subject) },
  ExportColumn("stage") { ExportCell($0.figures.stages.last?.stage.number) },
  ExportColumn("who") { ExportCell($0.figures.handler?.text) },
  ExportColumn("outcome") { ExportCell($0.figures.outcome?.rawValue) },
  ExportColumn("settled") { .truth($0.figures.traits.contains(.settledAtOnce)) },
  ExportColumn("represented") { .truth($0.figures.traits.contains(.represented)) },
  ExportColumn("group") { .truth($0.figures.traits.contains(.group)) },
  ExportColumn("anonymous") { .truth($0.figures.traits.contains(.anonymous)) },
  ExportColumn("linked") { .truth($0.figures.traits.contains(.linked)) },
  ExportColumn("direct") { .truth($0.figures.traits.contains(.direct)) },
  ExportColumn("refusedFor") { ExportCell($0.figures.refusal?.ground) },
  ExportColumn("refusedOn") { ExportCell($0.figures.refusal?.on) },
  ExportColumn("contractors") { ExportCell($0.figures.contractors.joined(separator: "; ")) },
  ExportColumn("lastHeard") { ExportCell($0.row.lastHeard) },
  ExportColumn("marks") { ExportCell($0.row.marks.openWork.joined(separator: "; ")) },
]

extension CaseMarks {
  /// What is open in a case or was begun with it, as words; nothing about the person.
  fileprivate var openWork: [String] {
    let words: [(CaseMarks, String)] = [
      (.hazard, "hazard"), (.promises, "promise"), (.callback, "callback"), (.formOwed, "form"),
      (.learning, "learning"), (.letters, "letter"), (.evidence, "evidence"), (.orders, "order"),
      (.restricted, "restricted"), (.management, "answer"), (.ombudsman, "ombudsman"),
      (.updates, "update"),
    ]
    return words.filter { contains($0.0) }.map(\.1)
  }
}

/// The columns of `export clocks`, behind the case's reference.
let clockColumns: [ExportColumn<ClockReckoning>] = [
  ExportColumn("clock") { .text($0.clock) },
  ExportColumn("target") { .text($0.target.rawValue) },
  ExportColumn("started") { ExportCell($0.startedAt?.text) },
  ExportColumn("due") { ExportCell($0.due) },
  ExportColumn("dueAt") { ExportCell($0.dueAt?.description) },
  ExportColumn("dueTime") { ExportCell($0.dueTime) },
  ExportColumn("state") { .text($0.state.rawValue) },
  ExportColumn("provisional") { .truth($0.provisional) },
  ExportColumn("profile") { .text($0.profile) },
  ExportColumn("clause") { .text($0.clause.text) },
]

private let describedColumns: [ExportColumn<ExportedCase>] = [
  ExportColumn("person") { ExportCell($0.file.contact.personNumber?.text) },
  ExportColumn("person.name") { ExportCell($0.file.contactNow.person.name) },
  ExportColumn("person.phone") { ExportCell($0.file.contactNow.person.phone) },
  ExportColumn("person.email") { ExportCell($0.file.contactNow.person.email) },
  ExportColumn("person.preferred") { ExportCell($0.file.contactNow.person.preferred) },
  ExportColumn("person.language") { ExportCell($0.file.contactNow.person.language) },
  ExportColumn("caller") { ExportCell($0.file.contact.caller) },
  ExportColumn("representative") { ExportCell($0.file.contact.representative) },
  ExportColumn("affected") { ExportCell($0.file.contact.affected.joined(separator: "; ")) },
  ExportColumn("property.address") { ExportCell($0.file.contact.property.address) },
  ExportColumn("property.postcode") { ExportCell($0.file.contact.property.postcode) },
  ExportColumn("property.uprn") { ExportCell($0.file.contact.property.uprn) },
  ExportColumn("property.block") { ExportCell($0.file.contact.property.block) },
  ExportColumn("narrative") { ExportCell($0.file.contact.narrative) },
  ExportColumn("outcomeSought") { ExportCell($0.file.contact.outcomeSought) },
  ExportColumn("source") { ExportCell($0.file.contact.source) },
  ExportColumn("sourceRef") { ExportCell($0.file.contact.sourceRef) },
  ExportColumn("closedReason") { ExportCell($0.file.closedReason) },
]

/// The columns of `export stages`, behind the case's reference.
let stageColumns: [ExportColumn<StageFigures>] = [
  ExportColumn("stage") { .number($0.stage.number) },
  ExportColumn("started") { .day($0.started) },
  ExportColumn("acknowledged") { ExportCell($0.acknowledged) },
  ExportColumn("acknowledgedWithGap") { .truth($0.acknowledgedWithGap) },
  ExportColumn("extensions") { .number($0.extensions) },
  ExportColumn("extended") { ExportCell($0.extended) },
  ExportColumn("extendedTo") { ExportCell($0.extendedTo) },
  ExportColumn("responded") { ExportCell($0.responded) },
  ExportColumn("respondedWithGap") { .truth($0.respondedWithGap) },
  ExportColumn("by") { ExportCell($0.respondedBy?.text) },
  ExportColumn("way") { ExportCell($0.way?.rawValue) },
  ExportColumn("landlordAcknowledgeDue") { ExportCell($0.landlord.acknowledge) },
  ExportColumn("landlordAcknowledged") { ExportCell($0.landlord.acknowledged?.rawValue) },
  ExportColumn("landlordFirstDue") { ExportCell($0.landlord.first) },
  ExportColumn("landlordDue") { ExportCell($0.landlord.respond) },
  ExportColumn("landlordResponded") { ExportCell($0.landlord.responded?.rawValue) },
  ExportColumn("codeAcknowledgeDue") { ExportCell($0.code.acknowledge) },
  ExportColumn("codeAcknowledged") { ExportCell($0.code.acknowledged?.rawValue) },
  ExportColumn("codeFirstDue") { ExportCell($0.code.first) },
  ExportColumn("codeDue") { ExportCell($0.code.respond) },
  ExportColumn("codeResponded") { ExportCell($0.code.responded?.rawValue) },
]
