package import Clocks
package import Complaints

/// The forms a letter can be given out in.
package enum LetterFormat: String, CaseIterable, Hashable, Sendable {
  case text, html, eml

  /// The form for that way and those needs: mail by e-mail, a page in large print, else plain text.
  package init(route: LetterRoute, form: LetterForm) {
    switch route {
    case .email: self = .eml
    case .post, .portal, .onFile: self = form == .largePrint ? .html : .text
    }
  }

  /// The end of a file's name.
  package var ending: String {
    switch self {
    case .text: "txt"
    case .html: "html"
    case .eml: "eml"
    }
  }
}

extension LetterQueued {
  /// Name of whoever it is for: the first line of the address.
  package var toName: String { to.split(separator: "\n").first.map(String.init) ?? "" }

  /// The e-mail address it goes to; empty where it goes another way.
  package var toMail: String {
    to.split(separator: "\n").last.map(String.init).flatMap { isMailAddress($0) ? $0 : nil } ?? ""
  }
}

extension LetterOffice {
  /// A letter of the record in that form; as mail it goes to `copyTo` where it went another way.
  ///
  /// A mail message is as a mailbox folder or a local gateway takes it, its lines ended by LF.
  ///
  /// - Throws: what of it cannot stand in a mail message.
  package func written(
    _ queued: LetterQueued, as format: LetterFormat, from: StaffLogin?, copyTo: String = "", identity: String,
    date: Moment
  ) throws(MailFault) -> String {
    let language = queued.letter.flatMap { book[$0] }?.language ?? "en-GB"
    let page = letterHTML(queued.body, title: queued.subject, language: language, form: queued.form ?? .plain)
    switch format {
    case .text: return LetterText.wrapped(queued.body).joined(separator: "\n") + "\n"
    case .html: return page
    case .eml:
      let sender = from.flatMap { staff[$0] }
      let address = sender.map(\.email) ?? ""
      let message = MailMessage(
        // Whoever founded the journal may stand on the staff list without a name.
        fromName: [sender?.name ?? "", landlord].filter { !$0.isEmpty }.joined(separator: ", "),
        // A landlord without an address on its staff list sends by a gateway that sets one.
        from: address.isEmpty ? "no-address-on-record@redress.invalid" : address,
        toName: queued.toName == queued.toMail ? "" : queued.toName,
        to: queued.toMail.isEmpty ? copyTo : queued.toMail, subject: queued.subject, date: date,
        identity: identity, text: queued.body + "\n",
        html: page)
      // On disk lines end as mailboxes and local gateways keep them; CR LF is for the wire.
      return try message.written().replacing("\r\n", with: "\n")
    }
  }
}
