import Complaints

extension StepKind {
  /// Whether a step of that kind changes any figure of its case.
  var isCounted: Bool {
    switch self {
    case .settledAtOnce, .representativeNamed, .needRecorded, .affectedRecorded, .complaintRefused,
      .complaintWithdrawn, .caseReopened, .caseMerged, .mergeEnded, .pointSplit, .pointsMerged, .requestSent,
      .complimentThanked, .surveyRecorded, .qualityScored, .promiseMade, .promiseKept, .promiseMoved,
      .remedyOffered, .compensationRecorded, .learningRecorded, .learningFollowed, .escalationRefused,
      .receiptSent, .findingsShared, .severityJudged, .responseArrived, .managementEscalated,
      .ombudsmanContact, .ombudsmanFound, .orderMade, .orderComplied, .directAuthorised,
      .restrictionImposed, .hazardRecorded:
      true
    case .complainantTold, .needReviewed, .safeContactNoted, .affectedAnswered, .referralMade,
      .referralAnswered, .handoverMade, .handoverFollowed, .contactRouted, .contactReplied, .callbackPromised,
      .callbackDone, .formAsked, .formSent, .liveIssueChecked, .complaintRaised, .involvementNoted,
      .caseClaimed, .claimReleased, .contactExcused, .pointHanded, .itemReassigned, .requestChased,
      .requestAnswered, .findingRecorded, .responseDrafted, .draftApproved, .formatAsked, .conductNoted,
      .liabilityNoted, .letterSent, .letterCancelled, .letterQueued, .letterTaken, .updateSent,
      .complimentPublished, .panelNamed, .panelView, .managementAnswered, .ombudsmanEvidence,
      .ombudsmanSigned, .warningGiven, .restrictionReviewed, .restrictionLifted, .restrictionAppealed,
      .personJoined, .personParted, .personCorrected, .sensitivityMarked, .staffKeptOut, .holdPlaced,
      .holdReleased, .attachmentAdded:
      false
    }
  }
}

/// One kind of step as it is read for figures.
struct FigureStep: Sendable {
  let counts: Bool
  private let spec: StepSpec
  private let names: WordTable
  /// Whether only matters that there is a text.
  private let isLong: [Bool]

  init(_ kind: StepKind) {
    counts = kind.isCounted
    spec = StepCatalogue.spec(kind)
    names = WordTable(spec.allFields.map(\.name))
    isLong = spec.allFields.map { $0.kind == .longText }
  }

  /// The step that stands behind an opened brace; nil where it must be read whole.
  func read(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor) -> CaseStep? {
    var values: [String: StepValue] = [:]
    var ended = false
    while let name = cursor.name(bytes, ended: &ended) {
      let place = names.index(bytes, name.start, name.length)
      guard place >= 0 else {
        guard cursor.skipValue(bytes) else { return nil }
        continue
      }
      guard let value = value(bytes, &cursor, isLong: isLong[place]) else { return nil }
      values[spec.allFields[place].name] = value
    }
    return ended ? spec.decode(values) : nil
  }

  private func value(_ bytes: Span<UInt8>, _ cursor: inout JSONCursor, isLong: Bool) -> StepValue? {
    guard cursor.at < cursor.limit else { return nil }
    switch bytes[cursor.at] {
    case 0x22:
      guard let slice = cursor.string(bytes) else { return nil }
      return .text(isLong && !slice.isEmpty ? FigureReader.some : figureText(bytes, slice))
    case 0x74, 0x66:
      let truth = bytes[cursor.at] == 0x74
      guard literal(bytes, cursor.at, truth ? "true" : "false") else { return nil }
      cursor.at += truth ? 4 : 5
      return .truth(truth)
    case 0x5B:
      cursor.at += 1
      var texts: [String] = []
      while !cursor.take(0x5D, bytes) {
        if !texts.isEmpty, !cursor.take(0x2C, bytes) { return nil }
        guard let slice = cursor.string(bytes) else { return nil }
        texts.append(figureText(bytes, slice))
      }
      return .texts(texts)
    default: return cursor.number(bytes).map { .number($0) }
    }
  }
}
