/// How one role looks, as a theme says it.
package struct RoleStyle: Hashable, Sendable {
  /// Nil takes the colour of `text`.
  package var foreground: Colour?
  /// Nil takes the ground of `text`.
  package var background: Colour?
  package var emphasis: Emphasis

  package init(foreground: Colour? = nil, background: Colour? = nil, emphasis: Emphasis = []) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}

/// How a role is drawn at one colour depth: colour numbers, -1 for the terminal's own.
package struct RoleLook: Hashable, Sendable {
  package var foreground: Int
  package var background: Int
  package var emphasis: Emphasis

  package init(foreground: Int, background: Int, emphasis: Emphasis = []) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}

/// A look for every role.
package struct Theme: Hashable, Sendable {
  package var name: String
  /// What the theme says; a role it leaves out looks like `text`.
  package var styles: [Role: RoleStyle]
  /// The colours the theme expects behind `default`; only contrast is reckoned with them.
  package var expectedForeground: Colour
  package var expectedBackground: Colour

  package init(
    name: String, styles: [Role: RoleStyle] = [:], expectedForeground: Colour = .named(7),
    expectedBackground: Colour = .named(0)
  ) {
    self.name = name
    self.styles = styles
    self.expectedForeground = expectedForeground
    self.expectedBackground = expectedBackground
  }

  /// The terminal's own colours; bold, underline and reverse carry every difference.
  ///
  /// For when no theme can be read at all.
  package static let plain = Theme(
    name: "plain",
    styles: [
      .selection: RoleStyle(emphasis: .reverse), .fieldFocused: RoleStyle(emphasis: .reverse),
      .buttonFocused: RoleStyle(emphasis: .reverse), .banner: RoleStyle(emphasis: .reverse),
      .selectionDim: RoleStyle(emphasis: .underline), .field: RoleStyle(emphasis: .underline),
      .titleFocused: RoleStyle(emphasis: .bold), .overdue: RoleStyle(emphasis: .bold),
      .refusal: RoleStyle(emphasis: .bold), .key: RoleStyle(emphasis: .bold),
    ])

  /// How the role is drawn at that depth.
  package func look(_ role: Role, at depth: ColourDepth) -> RoleLook {
    let ground = styles[.text] ?? RoleStyle()
    let style = styles[role] ?? ground
    let foreground = style.foreground ?? ground.foreground ?? .terminal
    let background = style.background ?? ground.background ?? .terminal
    var look = RoleLook(
      foreground: foreground.number(at: depth), background: background.number(at: depth),
      emphasis: style.emphasis)
    if depth == .eight, foreground.isBright(at: depth) { look.emphasis.insert(.bold) }
    // Without colour a ground of its own can only be shown by reversing.
    if depth == .none, background != ground.background ?? .terminal { look.emphasis.insert(.reverse) }
    return look
  }
}
