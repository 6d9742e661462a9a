package import Complaints

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
  case .disclosed(let disclosed): disclosureText(disclosed)
  }
}

/// What went out of the record, or was read of it.
package func disclosureText(_ disclosed: Disclosed) -> String {
  switch disclosed.way {
  case .export:
    "rows of " + disclosed.sheet + " exported" + (disclosed.withNeeds ? ", with what residents need" : "")
  case .person: "everything held on " + disclosed.subject + " given out"
  case .pack: "pack of " + disclosed.subject + " made"
  case .read: disclosed.subject + " read, with parts for named roles"
  }
}
