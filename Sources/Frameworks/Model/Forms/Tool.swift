import Diagnostics
import Documents

/// A way of working together, told in steps.
public struct Tool: Sendable, Equatable {
  public var id = Located("")
  public var title = ""
  public var purpose = ""
  public var steps: [Prompt] = []
  /// What the group brings.
  public var takes: [String] = []
  /// What it leaves with.
  public var gives: [String] = []
  /// The scale that it sorts things on.
  public var scale: Located<String>?
  public var assumed: String?
  public var source: SourceReference?

  public init() {}

  static let shape = Shape<Tool>.record(
    "tool", "A way of working together, told in steps.", blank: Tool(),
    fields: [
      .required("id", \.id, .slug, "Its name."),
      .required("title", \.title, .text, "What people call it."),
      .required("purpose", \.purpose, .text, "What it is good for."),
      .list("steps", \.steps, Prompt.shape, minimum: 1, "What the group does, in order."),
      .list("takes", \.takes, .text, minimum: 1, "What the group brings."),
      .list("gives", \.gives, .text, minimum: 1, "What it leaves with."),
      .optional("scale", \.scale, .slug, "The scale that it sorts things on."),
      .optional("assumed", \.assumed, .text, "Why, where the source is silent."),
      .optional("source", \.source, SourceReference.shape, "Where it comes from."),
    ])
}
