import Documents
import Frameworks
import Reviews
import Sealing

/// A framework to write in another form.
public struct FrameworkExportRequest: Sendable {
  public var format: String
  public var framework: HookFramework
  /// Whose review the file is to be filled in for.
  public var kind: ReviewKind
  public var options: [String: String]

  public init(
    format: String, framework: HookFramework, kind: ReviewKind = .own, options: [String: String] = [:]
  ) {
    self.format = format
    self.framework = framework
    self.kind = kind
    self.options = options
  }

  static let message = Message<FrameworkExportRequest>(
    "framework export request", "A framework to write.",
    fields: [
      .always("format", .text, "The format, as `plugin.yaml` names it.") { .string($0.format) },
      .always("framework", .record(HookFramework.message.spec), "The framework.") {
        HookFramework.message.json($0.framework)
      },
      .always("kind", .text, "`self` or `peer`: whose review the file is to be filled in for.") {
        .string($0.kind.rawValue)
      },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}

/// Reviews to write in another form. All are held against one framework.
public struct ReviewExportRequest: Sendable {
  public var format: String
  public var framework: HookFramework
  public var reviews: [Review]
  /// One a review: what `waymark review score --format json` prints.
  public var scores: @Sendable () throws -> [JSONValue]
  public var options: [String: String]

  public init(
    format: String, framework: HookFramework, reviews: [Review],
    scores: @escaping @Sendable () throws -> [JSONValue], options: [String: String] = [:]
  ) {
    self.format = format
    self.framework = framework
    self.reviews = reviews
    self.scores = scores
    self.options = options
  }

  static let message = Message<ReviewExportRequest>(
    "review export request", "Reviews to write.",
    fields: [
      .always("format", .text, "The format, as `plugin.yaml` names it.") { .string($0.format) },
      .always("framework", .record(HookFramework.message.spec), "What they are held against.") {
        HookFramework.message.json($0.framework)
      },
      .always(
        "reviews", .many(.document("review", "a `waymark.review/1` document")),
        "The reviews, as [a review file](review.md) has them."
      ) { .array($0.reviews.map { Review.shape.write($0) }) },
      .always(
        "scores", .many(.document("score", "what `waymark review score --format json` prints")),
        "Their scores, one a review."
      ) { .array((try? $0.scores()) ?? []) },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}

/// The files that a provider made.
public struct FilesAnswer: Sendable, Equatable {
  var named: [NamedFile] = []
  /// Their content, read by whoever called.
  public var files: [HookFile] = []
  public var lost: [HookLoss] = []

  public init() {}

  public init(_ files: [HookFile], lost: [HookLoss] = []) {
    self.files = files
    self.lost = lost
  }

  static let shape = Shape<FilesAnswer>.record(
    "files answer", "The files that were made.", blank: FilesAnswer(),
    fields: [
      .list("files", \.named, NamedFile.shape, minimum: 1, "The files, in the folder `out`."),
      .list("lost", \.lost, HookLoss.shape, "What does not carry over."),
    ])

  /// Joins the names with what was found under them.
  ///
  /// - Returns: `nil` where a file that is named was not found.
  public func filled(from found: [String: [UInt8]]) -> FilesAnswer? {
    var answer = self
    answer.files = named.compactMap { file in
      found[file.name].map { HookFile(file.name, $0, mediaType: file.mediaType) }
    }
    return answer.files.count == named.count ? answer : nil
  }
}
