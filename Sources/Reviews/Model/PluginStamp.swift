import Diagnostics
import Documents
import Sealing

/// Which plugin, to the byte, something went through.
public struct PluginStamp: Sendable, Hashable {
  public internal(set) var id: String
  public internal(set) var version: SemanticVersion
  /// Of the plugin's files.
  public internal(set) var digest: Digest
  /// Whether it ran without a sandbox, by the operator's choice.
  public internal(set) var isUnsandboxed: Bool

  public init(id: String, version: SemanticVersion, digest: Digest, isUnsandboxed: Bool = false) {
    self.id = id
    self.version = version
    self.digest = digest
    self.isUnsandboxed = isUnsandboxed
  }

  /// `xlsx@1.0.0`.
  public var reference: String { "\(id)@\(version)" }

  /// For a reader: `the plugin xlsx@1.0.0 (sha256:1a2b3c4d…)`.
  public var words: String {
    "the plugin \(reference) (\(digest.description.prefix(15))…)"
      + (isUnsandboxed ? ", run without a sandbox" : "")
  }

  public var json: JSONValue { Self.shape.write(self) }

  /// Each once, in an order that follows from what they say.
  public static func union(_ stamps: some Sequence<PluginStamp>) -> [PluginStamp] {
    Set(stamps).sorted { ($0.id, $0.version, $0.digest) < ($1.id, $1.version, $1.digest) }
  }

  public static let shape = Shape<PluginStamp>.record(
    "plugin stamp", "A plugin that something went through, to the byte.",
    blank: PluginStamp(id: "", version: SemanticVersion(0, 0, 0), digest: Digest(of: [])),
    fields: [
      .required(
        "plugin", .slug, get: { Located($0.id) }, set: { $0.id = $1.value }, "Its id."),
      .required("version", \.version, .plainVersion, "Its version."),
      .required("digest", \.digest, .digest, "The digest of its files."),
      .defaulted(
        "unsandboxed", \.isUnsandboxed, .boolean, default: false,
        "Whether it ran without a sandbox, by the choice of whoever ran it."),
    ])
}

extension Shape where Value == SemanticVersion {
  /// A version without its place.
  static let plainVersion = Shape<Located<SemanticVersion>>.version.map(\.value, back: { Located($0) })
}
