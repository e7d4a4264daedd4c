import Documents
import Frameworks
import Reviews
import Sealing

/// A file of another kind, to be read.
public struct ImportRequest: Sendable {
  public var format: String
  public var file: HookFile
  /// What a review is held against, where the person said so.
  public var framework: HookFramework?
  public var options: [String: String]

  public init(
    format: String, file: HookFile, framework: HookFramework? = nil, options: [String: String] = [:]
  ) {
    self.format = format
    self.file = file
    self.framework = framework
    self.options = options
  }

  static let message = Message<ImportRequest>(
    "import request", "A file to read.",
    fields: [
      .always("format", .text, "The format, as `plugin.yaml` names it.") { .string($0.format) },
      // Whoever places the file adds the key: only there is known where the file lies.
      .placed("file", PlacedFile.spec, "The file."),
      .sometimes(
        "framework", .record(HookFramework.message.spec),
        "For reviews: the framework that the person named."
      ) { $0.framework.map { HookFramework.message.json($0) } },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}

/// Options in a fixed order, so that a call is the same bytes for the same question.
func optionMembers(_ options: [String: String]) -> [JSONValue.Member] {
  options.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
}

/// What came of a framework in another form.
public struct FrameworkImportAnswer: Sendable, Equatable {
  /// A `waymark.framework/1` document.
  public var framework = AnyValue()
  public var lost: [HookLoss] = []
  public var mistakes: [HookMistake] = []

  public init() {}

  static let shape = Shape<FrameworkImportAnswer>.record(
    "framework import answer", "The framework that the file holds.", blank: FrameworkImportAnswer(),
    fields: [
      .required(
        "framework", \.framework, .anything("framework"),
        "A `waymark.framework/1` document, as [a framework file](framework.md) has it. Waymark checks it."),
      .list("lost", \.lost, HookLoss.shape, "What does not carry over."),
      .list("mistakes", \.mistakes, HookMistake.shape, "What a person should look at in the file."),
    ])
}

/// What came of reviews in another form.
public struct ReviewImportAnswer: Sendable, Equatable {
  /// `waymark.review/1` documents.
  public var reviews: [AnyValue] = []
  public var lost: [HookLoss] = []
  public var mistakes: [HookMistake] = []

  public init() {}

  static let shape = Shape<ReviewImportAnswer>.record(
    "review import answer", "The reviews that the file holds.", blank: ReviewImportAnswer(),
    fields: [
      .list(
        "reviews", \.reviews, .anything("review"),
        "`waymark.review/1` documents, as [a review file](review.md) has them. Waymark checks each."),
      .list("lost", \.lost, HookLoss.shape, "What does not carry over."),
      .list(
        "mistakes", \.mistakes, HookMistake.shape,
        "What is wrong in the file. With an error among them nothing is imported."),
    ])
}
