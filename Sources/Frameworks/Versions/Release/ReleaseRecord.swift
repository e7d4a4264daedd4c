import Diagnostics
import Documents
import Sealing

extension DocumentKind {
  public static let release = DocumentKind("waymark.release", version: 1, noun: "the record of a release")
}

/// What is kept beside a framework when it is released, so that a later change of its content can be seen.
public struct ReleaseRecord: Sendable, Equatable {
  public var id = Located("")
  public var version = Located(SemanticVersion(0, 0, 0))
  /// Of the resolved content as it was released.
  public var digest: Located<Digest>?
  /// The day of the release.
  public var date: Day?
  /// The newest version before it that was released then; `nil` for the first.
  public var previous: SemanticVersion?
  /// The least step from that version which the content asked for.
  public var step: VersionStep?

  public init() {}

  /// The document, key by key.
  public static let shape = Shape<ReleaseRecord>.record(
    "release", "The content under which a version was released.", blank: ReleaseRecord(),
    fields: [
      .header(.release),
      .required("id", \.id, .slug, "The framework’s id."),
      .required("version", \.version, .version, "The version."),
      .required(
        "digest", \.releasedDigest, .locatedDigest,
        "The digest of its content, as `waymark framework show` prints it."),
      .optional("date", \.date, .date, "The day of the release."),
      .optional("from", \.locatedPrevious, .version, "The newest version that was released before it."),
      .optional("step", \.step, .choice, "The least step from that version which its content asked for."),
    ])

  /// Never missing where a document was read without mistakes.
  private var releasedDigest: Located<Digest> {
    get { digest ?? Located(Digest(ofText: "")) }
    set { digest = newValue }
  }

  private var locatedPrevious: Located<SemanticVersion>? {
    get { previous.map { Located($0) } }
    set { previous = newValue?.value }
  }
}
