import Glibc
import RedressShell

@main
struct Redress {
  static func main() {
    exit(run(.system()))
  }
}
