/// How much a document may ask of its reader.
public struct Limits: Sendable {
  /// Bytes of the whole text.
  public var bytes = 16 << 20
  /// Levels of nesting, aliases followed.
  public var depth = 64
  /// Nodes that aliases may add to those that were written.
  public var aliasedNodes = 100_000
  /// Bytes of text that aliases may add to those that were written.
  public var aliasedBytes = 16 << 20

  public init() {}
}
