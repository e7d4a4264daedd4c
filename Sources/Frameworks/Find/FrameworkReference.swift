import Documents

/// How a person names a framework: `id@version`, `id` (the newest version), or a path.
public enum FrameworkReference: Sendable, Equatable {
  case version(id: String, SemanticVersion)
  case newest(id: String)
  case path(String)

  public init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, SlugRule.isSlug(String(parts[0])), let version = SemanticVersion(String(parts[1])) {
      self = .version(id: String(parts[0]), version)
    } else if SlugRule.isSlug(text) {
      self = .newest(id: text)
    } else {
      self = .path(text)
    }
  }
}
