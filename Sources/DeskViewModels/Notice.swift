import TextCanvas

/// One line at the foot, until the next key: what was done, or why not.
struct Notice: Hashable, Sendable {
  let text: String
  let ink: Ink

  static func done(_ text: String) -> Notice { Notice(text: text, ink: .notice) }
  static func refused(_ text: String) -> Notice { Notice(text: text, ink: .refusal) }
}
