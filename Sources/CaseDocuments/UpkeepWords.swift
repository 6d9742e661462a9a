import Complaints

/// What the journal records of its own keeping, as one sentence.
func upkeepText(_ upkeep: Upkeep) -> String {
  switch upkeep {
  case .recovered(let recovered):
    "writing goes on after a failed sync: " + recovered.segment + " stands up to byte "
      + String(recovered.offset)
      + (recovered.bytes == 0 ? "" : ", " + String(recovered.bytes) + " bytes moved to " + recovered.file)
  case .restored(let restored):
    "restored from a backup of " + restored.made + " that ended with entry " + String(restored.seq)
  case .redaction(let redaction):
    "texts of " + redaction.subject + " erased in " + String(redaction.lines.count) + " lines: "
      + redaction.ground
  case .redactionFinished(let seq): "erasure of entry " + String(seq) + " finished"
  case .asserted(let state): "state of " + String(state.cases) + " cases asserted"
  }
}
