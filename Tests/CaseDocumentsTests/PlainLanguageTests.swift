import CaseDocuments
import Testing

@Suite struct `How a letter reads` {
  private let plain =
    "We are sorry. We missed two visits in May. We will come on Monday at ten. We will bring a new part. "
    + "If that day is bad for you, ring us."
  private let official =
    "Notwithstanding the aforementioned considerations regarding contractor availability, the organisation "
    + "anticipates commencement of remediation operations immediately subsequent to authorisation of the "
    + "associated expenditure by the appropriate departmental representative in accordance with procedure."

  @Test func `short words and sentences read easily, long ones do not`() throws {
    let easy = PlainLanguage(plain)
    #expect(try #require(easy.ease) > 80)
    #expect(easy.sentences == 5 && easy.longest == 9)
    #expect(easy.hint?.hasSuffix(", plain.") == true)
    let hard = PlainLanguage(official)
    #expect(try #require(hard.ease) < 20)
    #expect(hard.hint?.contains("hard to read; the longest sentence has 31 words: cut it") == true)
  }

  @Test func `a few words are not judged, nor a text without letters of ours`() {
    #expect(PlainLanguage("We are sorry.").hint == nil)
    #expect(PlainLanguage(String(repeating: "1 2 3 4 5. ", count: 10)).hint == nil)
    #expect(PlainLanguage("").ease == nil)
  }

  @Test func `initials, a closing quote and Welsh letters are read as they are`() {
    #expect(PlainLanguage("Mrs A. Hussain rang.").sentences == 1)
    #expect(PlainLanguage("They said “no.” We asked again.").sentences == 2)
    #expect(PlainLanguage("Mae dŵr yn y to.").words == 5)
  }
}
