import Diagnostics
import Documents
import Sealing

/// A text of a framework that people read, and that another language says otherwise.
public struct TranslatableText: Sendable {
  /// Keys and ids joined by `/`, such as `our-impact/achievement/text`.
  public let address: String
  /// Without the white space around it.
  public let text: String
  public let range: SourceRange
  let node: DocumentTree.NodeID

  /// What tells this text from one that it was before.
  public var mark: String { TextMark.of(text) }

  /// The key that it stands under.
  var key: Substring { Self.key(of: address) }

  /// The last part of an address that is no position in a list.
  static func key(of address: String) -> Substring {
    let parts = address.split(separator: "/")
    return parts.last { !$0.allSatisfy(\.isNumber) } ?? parts.last ?? ""
  }
}

/// A short digest of a text: enough to notice that it changed, short enough to stand beside every translation.
public enum TextMark {
  /// How many hexadecimal digits it has.
  public static let length = 12

  /// The first digits of the SHA-256 of the text's UTF-8 bytes.
  public static func of(_ text: String) -> String { String(Digest(ofText: text).hex.prefix(length)) }

  static func isMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == length
      && text.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
