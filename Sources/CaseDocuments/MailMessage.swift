package import Clocks

/// Why a letter cannot be put into a mail message.
package enum MailFault: Error, Hashable, Sendable {
  /// A line break where one header would become two.
  case lineBreak(header: String)
  /// Not one plain address.
  case address(String)
}

/// A letter as a mail message: plain text and the same as a page, each reader taking what it can show.
package struct MailMessage: Hashable, Sendable {
  package var fromName: String
  package var from: String
  package var toName: String
  package var to: String
  package var subject: String
  package var date: Moment
  /// What stands before the at-sign of the message's own name.
  package var identity: String
  package var text: String
  package var html: String

  package init(
    fromName: String, from: String, toName: String, to: String, subject: String, date: Moment,
    identity: String,
    text: String, html: String
  ) {
    self.fromName = fromName
    self.from = from
    self.toName = toName
    self.to = to
    self.subject = subject
    self.date = date
    self.identity = identity
    self.text = text
    self.html = html
  }

  /// The message as RFC 5322 has it, every line ended by CR LF.
  package func written() throws(MailFault) -> String {
    for (header, value) in [
      ("From", fromName), ("To", toName), ("Subject", subject), ("Message-ID", identity),
    ] {
      if value.unicodeScalars.contains(where: {
        $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x85
          || $0.value == 0x2028 || $0.value == 0x2029
      }) {
        throw .lineBreak(header: header)
      }
    }
    for address in [from, to] where !isMailAddress(address) { throw .address(address) }
    let boundary = boundaryNotIn(text + html)
    let lines = [
      "From: " + mailbox(fromName, from), "To: " + mailbox(toName, to),
      "Subject: " + headerWords(subject, room: 9), "Date: " + mailDate(date),
      "Message-ID: <" + identity + "@redress.invalid>", "MIME-Version: 1.0",
      "Auto-Submitted: no",
      "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"", "",
      "--" + boundary, part("text/plain", text), "--" + boundary, part("text/html", html),
      "--" + boundary + "--", "",
    ]
    return lines.joined(separator: "\r\n")
  }

  private func mailbox(_ name: String, _ address: String) -> String {
    if name.isEmpty { return address }
    let said = headerName(name)
    // The address on a line of its own where both would be too long for one.
    let last = said.split(separator: "\r\n").last.map { $0.utf8.count } ?? 0
    return said + (last + address.utf8.count + 10 > 76 ? "\r\n <" : " <") + address + ">"
  }

  private func part(_ type: String, _ content: String) -> String {
    let bytes = content.utf8
    let isDense = bytes.count(where: { $0 >= 0x80 }) * 3 > bytes.count
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: "
      + (isDense ? "base64" : "quoted-printable") + "\r\n\r\n"
      + (isDense ? base64Lines(content) : quotedPrintable(content)) + "\r\n"
  }

  private func boundaryNotIn(_ content: String) -> String {
    var number = 0
    while content.contains("redress-part-" + String(number)) { number += 1 }
    return "redress-part-" + String(number)
  }
}

/// An instant as mail says it, in UTC: `Fri, 20 Nov 2026 10:01:00 +0000`.
func mailDate(_ moment: Moment) -> String {
  let text = moment.description
  guard let day = CalendarDay(String(text.prefix(10))) else { return text }
  let date = day.ymd
  let time = text.dropFirst(11).prefix(8)
  return DaysInWords.weekdays[day.weekday - 1].prefix(3) + ", " + String(date.day) + " "
    + DaysInWords.months[date.month - 1].prefix(3) + " " + String(date.year) + " " + time + " +0000"
}
