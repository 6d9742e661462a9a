import Complaints
import TextCanvas

extension Sheet {
  /// Makes an assignment of cases one of all open work in them, every piece listed above the field.
  mutating func handOver(from login: StaffLogin, _ work: [[String]], _ reader: RecordReader) {
    handsOver = login
    let count = work.reduce(0) { $0 + $1.count }
    let name = reader.register.staff.name(login)
    let lines = zip(targets, work).map { target, pieces in
      target.reference.text + ": " + oneLine(pieces.joined(separator: "; "))
    }
    let shown = lines.prefix(8)
    let more = lines.count > shown.count ? ["… and \(lines.count - shown.count) cases more"] : []
    let preview = (shown + more).enumerated().map {
      FormField(name: "preview:\($0.offset)", label: $0.element, input: .heading)
    }
    var fields = form.fields.filter { !$0.name.hasPrefix("preview:") && $0.input != .heading }
    // Whoever leaves is no colleague to hand it to.
    if let to = fields.firstIndex(where: { $0.name == "to" }), case .pick(var pick) = fields[to].input {
      pick.options.removeAll { $0.value == login.text }
      fields[to].input = .pick(pick)
    }
    form = Form(preview + fields, isOutward: false, confirmLabel: "Confirm: hand it over")
    headline = [
      TextSpan(
        "\(count) \(count == 1 ? "piece" : "pieces") of open work of \(name) in \(targets.count) "
          + "\(targets.count == 1 ? "case" : "cases").", .notice)
    ]
    title = "Hand over ─ " + name
  }
}
