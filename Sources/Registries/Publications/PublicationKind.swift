/// What kinds of thing a registry takes. The leaf names the kind, so a payload cannot pass for another.
public enum PublicationKind: String, Sendable, CaseIterable {
  /// The exact bytes of one version's `framework.yaml`.
  case framework
  /// A partnership's sheet: canonical JSON, `waymark.sheet/1`.
  case sheet
  /// A region's pool, opened: canonical JSON, `waymark.pool/1`.
  case pool

  /// The most bytes of a payload.
  public var payloadLimit: Int {
    switch self {
    case .framework: 16 << 20
    case .sheet: 1 << 20
    case .pool: 4 << 20
    }
  }

  /// For messages, with its article.
  public var noun: String {
    switch self {
    case .framework: "a framework"
    case .sheet: "a sheet"
    case .pool: "a pool"
    }
  }
}
