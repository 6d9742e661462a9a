import Testing

import Complaints
import DeskViewModels
import TextCanvas

@Suite struct QueueScreenTests {
  @Test func `shown`() {
    var practice = PracticeDesk.sample(80, 24)
    for script in [
      "c", "<esc>", "jac", "<esc>", "n",
      "Amina Hussain<tab>07700 900123<tab><tab>M9 5XX<tab>It leaks again\nand again<tab>", "<ctrl-s>",
      "<space><space><space>o", "Called them all<ctrl-s>", "<esc><esc>x", "<esc>", "/damp", "<enter>",
      "<esc>",
    ] {
      practice.press(script)
      print("=====", script)
      print(practice.screen())
    }
  }
}
