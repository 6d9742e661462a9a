import CaseDocuments
import Clocks
import Complaints
import PlainText

extension CommandRun {
  /// `intake [FILE…]`: one contact per JSON line.
  func intake() throws(ShellFailure) {
    let record = try openRecord(.acting)
    var refused = false
    for name in request.words.isEmpty ? ["-"] : request.words {
      var lines = LineSource(name == "-" ? surroundings.read : try fileReader(name))
      while let line = lines.next() {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        do throws(ShellFailure) {
          answer(try take(line, record))
          output.flush()
        } catch {
          guard error.status == .refused || error.status == .usage else { throw error }
          refused = true
          let place = (name == "-" ? "" : visible(name) + " ") + "line " + String(lines.number) + ": "
          if json {
            output.json(
              refusalRecord(error, line: lines.number, staff: record.register.staff, on: record.today))
          } else {
            output.line("-")
          }
          output.error(place + (error.sentence ?? ""))
        }
        // Saved is said at once: whoever writes to us may be waiting for it, or we may be killed.
        output.flush()
      }
    }
    if refused { throw .someRefused }
  }

  private func answer(_ taken: ContactTaken) {
    guard json else { return output.line(taken.reference.text) }
    output.json(
      CaseDocuments.record([
        "case": .string(taken.reference.text), "kind": JSON(orNull: taken.triage?.kind.rawValue),
        "proposed": JSON(orNull: taken.triage?.proposed?.rawValue),
        "because": taken.triage?.proposed == nil ? .null : JSON(orNull: taken.triage?.clause),
      ]))
  }

  private func take(_ line: [UInt8], _ record: OpenRecord) throws(ShellFailure) -> ContactTaken {
    let object = try jsonObject(line)
    let intake: Intake
    do throws(IntakeError) {
      intake = try ReadIntake(zone: zone).read(object)
    } catch {
      throw .badInput(error.sentence)
    }
    do throws(RecordFailure) {
      return try record.take(intake)
    } catch {
      throw record.shellFailure(error, "take the contact")
    }
  }
}
