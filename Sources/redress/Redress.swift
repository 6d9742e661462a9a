import RedressShell

@main
struct Redress {
  static func main() { runProgram() }
}
