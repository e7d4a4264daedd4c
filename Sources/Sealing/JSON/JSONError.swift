/// Why some bytes are no JSON that is taken here, or a value cannot be written as JSON.
public struct JSONError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case trailingBytes
    case notUTF8
    case controlCharacter
    case badEscape
    case loneSurrogate
    case badNumber
    case numberOutOfRange
    case duplicateKey(String)
  }

  public let reason: Reason
  /// How many bytes stand before the mistake; nil when a value was being written.
  public let offset: Int?

  init(_ reason: Reason, at offset: Int? = nil) {
    (self.reason, self.offset) = (reason, offset)
  }
}

extension JSONError: CustomStringConvertible {
  /// One plain sentence, with the place where there is one.
  public var description: String {
    let place = offset.map { " (after byte \($0))" } ?? ""
    return "The JSON cannot be used: \(explanation)\(place)."
  }

  private var explanation: String {
    switch reason {
    case .tooLong(let limit): "it has more than \(limit) bytes"
    case .tooDeep(let limit): "it is nested more than \(limit) levels deep"
    case .tooManyValues(let limit): "it holds more than \(limit) values"
    case .unexpectedEnd: "it breaks off before its end"
    case .unexpectedByte(let byte): "\(Self.shown(byte)) cannot stand here"
    case .trailingBytes: "something follows the end of the value"
    case .notUTF8: "it is not UTF-8 text"
    case .controlCharacter: "a text in it holds a control character that is not escaped"
    case .badEscape: "a backslash is followed by something that has no meaning"
    case .loneSurrogate: "an escape stands for half a character"
    case .badNumber: "a number is not written as JSON writes numbers"
    case .numberOutOfRange: "a number is too large to be kept exactly"
    case .duplicateKey(let key): "the key \(JSONValue.string(key).prettyText()) stands twice in one object"
    }
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x21...0x7e).contains(byte) ? "\"\(Character(Unicode.Scalar(byte)))\"" : "the byte \(byte)"
  }
}
