import Diagnostics
import Documents

/// How the points of a scale of one framework are read on a scale of the other.
public struct CrosswalkScale: Sendable, Equatable {
  /// A scale's id in the framework that the crosswalk leads from.
  public var from = Located("")
  public var to = Located("")
  /// For each point of `from`, the one of `to`, or `nil` where it has no counterpart; `nil` as a whole where no point
  /// can be carried over.
  public var points: [Keyed<Located<String>?>]?
  public var why = ""
  public var range = SourceRange.nowhere

  public init() {}

  /// Places do not count.
  public static func == (left: Self, right: Self) -> Bool {
    left.from == right.from && left.to == right.to && left.points == right.points && left.why == right.why
  }
}
