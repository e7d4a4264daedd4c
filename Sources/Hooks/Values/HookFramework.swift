import Frameworks
import Sealing

/// A framework on its way to a provider: Waymark's own read the value, plugins its JSON.
public struct HookFramework: Sendable {
  public let framework: ResolvedFramework
  public let digest: Digest
  /// What `waymark framework show --format json` prints.
  public let outline: @Sendable () -> JSONValue

  public init(
    _ framework: ResolvedFramework, digest: Digest, outline: @escaping @Sendable () -> JSONValue
  ) {
    self.framework = framework
    self.digest = digest
    self.outline = outline
  }

  static let message = Message<HookFramework>(
    "framework sent", "A framework, whole: what it takes over from others is worked in.",
    fields: [
      .always("reference", .text, "Its id and version: `emtss@1.0.0`.") {
        .string("\($0.framework.framework.id.value)@\($0.framework.framework.version.value)")
      },
      .always("id", .text, "Its id.") { .string($0.framework.framework.id.value) },
      .always("version", .text, "Its version.") { .string($0.framework.framework.version.value.description) },
      .always("digest", .text, "The digest of its content.") { .string($0.digest.description) },
      .always("title", .text, "What people call it.") { .string($0.framework.framework.title) },
      .always("language", .text, "The language of its texts, such as `en-GB`.") {
        .string($0.framework.framework.language.value)
      },
      .always(
        "document", .document("framework", "a `waymark.framework/1` document"),
        "All that its authors wrote, as [a framework file](framework.md)."
      ) { Framework.shape.write($0.framework.framework) },
      .always(
        "outline", .document("outline", "what `waymark framework show --format json` prints"),
        "The same for reading: every criterion with its path, its scale, who judges it and its words."
      ) { $0.outline() },
    ])
}
