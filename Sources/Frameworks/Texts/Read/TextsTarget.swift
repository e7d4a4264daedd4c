import Documents

/// What translated texts are held against: a framework's originals, and what its bases' files translate
/// already.
public struct TextsTarget: Sendable {
  public let id: String
  public let version: SemanticVersion
  /// The language of the originals (BCP 47).
  public let language: String
  /// The originals, in order.
  public let texts: [TranslatableText]
  private let positions: [String: Int]

  /// - Parameter tree: the framework's document, resolved where it is a variant.
  public init(_ framework: Framework, _ tree: DocumentTree) {
    id = framework.id.value
    version = framework.version.value
    language = framework.language.value
    texts = FrameworkTexts.entries(of: tree)
    positions = Dictionary(
      texts.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The original at an address.
  public func text(at address: String) -> TranslatableText? { positions[address].map { texts[$0] } }

  /// As people cite it: `emtss@1.0.0`.
  var reference: String { "\(id)@\(version)" }
}
