/// A regular expression in RE2's syntax (github.com/google/re2/wiki/Syntax), which asks for no backtracking: the
/// time to match grows with the length of the text times the size of the pattern, whatever both hold.
///
/// Texts are matched by Unicode scalars. Left out of RE2's syntax are `\C` and scripts that no reader of these
/// rules writes in; what RE2 leaves out of Perl's (backreferences, look-around) is named in the failure.
public struct Pattern: Sendable {
  /// As written.
  public let text: String
  private let program: PatternProgram

  /// Bytes of a pattern's text.
  static let mostBytes = 10_000

  public init(_ text: String) throws(PatternFailure) {
    guard text.utf8.count <= Self.mostBytes else {
      throw PatternFailure(
        "the pattern has \(text.utf8.count) bytes and may have \(Self.mostBytes)", at: 0..<text.utf8.count,
        help: "divide it into several, joined by ||")
    }
    var parser = PatternParser(text)
    let syntax = try parser.parse()
    var compiler = PatternCompiler(sets: parser.sets)
    self.text = text
    program = try compiler.compile(syntax, length: text.utf8.count)
  }

  /// Whether the pattern is found anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches(utf8: $0) }
  }

  /// The same for the bytes of well-formed UTF-8.
  func matches(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var search = PatternSearch(program)
    return search.run(bytes)
  }

  /// How many instructions a step over one character may take, for an estimate of costs.
  public var size: Int { program.instructions.count }
}
