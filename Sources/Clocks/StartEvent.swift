/// What starts a clock; the raw values are names other programs use.
package enum StartEvent: String, CaseIterable, Hashable, Sendable {
  case contact, received, logged, allocated
  /// The stage 1 acknowledgement went out.
  case acknowledged
  /// The stage 1 response went out.
  case responded
  case responseReceived = "response-received"
  case stage1Requested = "stage1-requested"
  case stage1Acknowledged = "stage1-acknowledged"
  case stage1Responded = "stage1-responded"
  case stage2Requested = "stage2-requested"
  case stage2Acknowledged = "stage2-acknowledged"
  case stage2Responded = "stage2-responded"
  case stage3Requested = "stage3-requested"
  case stage3Acknowledged = "stage3-acknowledged"
  case stage3Responded = "stage3-responded"
  case stage4Requested = "stage4-requested"
  case stage4Acknowledged = "stage4-acknowledged"
  case stage4Responded = "stage4-responded"
  case aware, investigated
  case evidenceRequested = "evidence-requested"
  case accessRequested = "access-requested"
  case ordered, closed, restricted
  /// Draft findings went to the resident for comment.
  case draftSent = "draft-sent"

  /// The step of a stage this event is, nil where it belongs to no stage.
  ///
  /// The plain words are stage 1's: `received` is its request.
  package var stageStep: StageStep? {
    switch self {
    case .contact, .logged, .allocated, .responseReceived: nil
    case .aware, .investigated, .evidenceRequested, .accessRequested, .ordered, .closed, .restricted,
      .draftSent:
      nil
    case .received, .stage1Requested: StageStep(stage: 1, step: .requested)
    case .acknowledged, .stage1Acknowledged: StageStep(stage: 1, step: .acknowledged)
    case .responded, .stage1Responded: StageStep(stage: 1, step: .responded)
    case .stage2Requested: StageStep(stage: 2, step: .requested)
    case .stage2Acknowledged: StageStep(stage: 2, step: .acknowledged)
    case .stage2Responded: StageStep(stage: 2, step: .responded)
    case .stage3Requested: StageStep(stage: 3, step: .requested)
    case .stage3Acknowledged: StageStep(stage: 3, step: .acknowledged)
    case .stage3Responded: StageStep(stage: 3, step: .responded)
    case .stage4Requested: StageStep(stage: 4, step: .requested)
    case .stage4Acknowledged: StageStep(stage: 4, step: .acknowledged)
    case .stage4Responded: StageStep(stage: 4, step: .responded)
    }
  }
}

/// One step of one stage.
package struct StageStep: Hashable, Sendable {
  package enum Step: Hashable, Sendable { case requested, acknowledged, responded }
  /// 1…4.
  package let stage: Int
  package let step: Step
}
