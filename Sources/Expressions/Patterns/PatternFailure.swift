/// Why a text is no pattern.
public struct PatternFailure: Error, Sendable, Hashable {
  /// What is wrong, in a sentence without its full stop.
  public let message: String
  /// The characters it is about: UTF-8 offsets in the pattern.
  public let range: Range<Int>
  /// What to do about it.
  public let help: String

  /// Where the mistake starts, in UTF-8 bytes from the pattern's start.
  public var offset: Int { range.lowerBound }

  init(_ message: String, at range: Range<Int>, help: String) {
    self.message = message
    self.range = range
    self.help = help
  }
}
