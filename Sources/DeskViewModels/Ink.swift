package import TextCanvas

/// What a cell means on screen; the rules have a `Role` of their own, for people.
package typealias Ink = TextCanvas.Role
