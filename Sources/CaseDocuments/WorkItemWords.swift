package import Complaints
import PlainText

/// A piece of somebody's work in a few words: `the case`, `promise 1: new tap`.
package func workItemWords(_ item: WorkItem, _ file: CaseFile) -> String {
  switch item {
  case .theCase: return "the case"
  case .point(let number): return "point " + String(number)
  case .item(let what, let number):
    let text: String? =
      switch what {
      case .promise: file.redress.promises.first { $0.number == number }?.made.text
      case .callback: file.intake.callbacks.first { $0.number == number }?.promised.when
      case .request: file.work.requests.first { $0.number == number }?.sent.name
      case .lesson: file.redress.lessons.first { $0.number == number }?.learned.text
      }
    return what.rawValue + " " + String(number) + (text.map { ": " + visible($0) } ?? "")
  }
}
