import Documents
import Frameworks
import Sealing

/// A partnership's agreed judgements, to be looked at together.
public struct TrendRequest: Sendable {
  public var analysis: String
  public var framework: HookFramework
  public var observations: Observations
  public var options: [String: String]

  public init(
    analysis: String, framework: HookFramework, observations: Observations, options: [String: String] = [:]
  ) {
    self.analysis = analysis
    self.framework = framework
    self.observations = observations
    self.options = options
  }

  static let message = Message<TrendRequest>(
    "trend request", "A partnership's agreed judgements of one framework, without names, words or dates.",
    fields: [
      .always("analysis", .text, "Its name, as `plugin.yaml` has it.") { .string($0.analysis) },
      .always("framework", .record(HookFramework.message.spec), "What they are held against.") {
        HookFramework.message.json($0.framework)
      },
      .always("observations", .record(Observations.message.spec), "The judgements.") {
        Observations.message.json($0.observations)
      },
      .always("options", .options, "What the person gave with `--option`.") {
        .object(optionMembers($0.options))
      },
    ])
}

/// Judgements as numbers: subjects are numbered in an order that tells nothing of who they are.
public struct Observations: Sendable, Equatable {
  public var subjectCount = 0
  /// School years, the earliest first: `2025-26`.
  public var periods: [String] = []
  public var criteria: [Criterion] = []
  public var rows: [Row] = []

  public init() {}

  /// A judged criterion.
  public struct Criterion: Sendable, Equatable {
    public var path: String
    public var name: String
    /// The scale's name in the framework.
    public var scale: String

    public init(path: String, name: String, scale: String) {
      self.path = path
      self.name = name
      self.scale = scale
    }

    static let message = Message<Criterion>(
      "criterion sent", "A judged criterion.",
      fields: [
        .always("path", .text, "Its path.") { .string($0.path) },
        .always("name", .text, "What people call it.") { .string($0.name) },
        .always("scale", .text, "The name of its scale in the framework.") { .string($0.scale) },
      ])
  }

  /// One judgement, by positions in the lists.
  public struct Row: Sendable, Equatable {
    public var subject: Int
    public var period: Int
    public var kind: ReviewKind
    public var criterion: Int
    /// The point's position on its scale, from 0.
    public var point: Int

    public init(subject: Int, period: Int, kind: ReviewKind, criterion: Int, point: Int) {
      self.subject = subject
      self.period = period
      self.kind = kind
      self.criterion = criterion
      self.point = point
    }
  }

  private static let row = ShapeSpec.scalar(
    ScalarSpec(
      "judgement", "[subject, period, `self` or `peer`, criterion, point]",
      schema: [("type", "array"), ("minItems", 5), ("maxItems", 5)]))

  static let message = Message<Observations>(
    "observations", "Judgements as numbers. Subjects are numbered at random, and no number means a school.",
    fields: [
      .always("subjects", .whole, "How many subjects there are.") { .int(Int64($0.subjectCount)) },
      .always("periods", .many(.text), "The school years, the earliest first.") {
        .array($0.periods.map { .string($0) })
      },
      .always("criteria", .many(.record(Criterion.message.spec)), "The judged criteria.") {
        .array($0.criteria.map { Criterion.message.json($0) })
      },
      .always(
        "rows", .many(row),
        "One a judgement: positions from 0 in these lists, and of the point on its scale."
      ) {
        .array(
          $0.rows.map {
            [
              .int(Int64($0.subject)), .int(Int64($0.period)), .string($0.kind.rawValue),
              .int(Int64($0.criterion)), .int(Int64($0.point)),
            ]
          })
      },
    ])
}

/// What an analysis found.
public struct TrendAnswer: Sendable, Equatable {
  public var title = ""
  public var notes: [String] = []
  public var tables: [HookTable] = []

  public init() {}

  static let shape = Shape<TrendAnswer>.record(
    "trend answer", "What the analysis found, for a person to read.", blank: TrendAnswer(),
    fields: [
      .required("title", \.title, .verbatim, "What was looked at."),
      .list("notes", \.notes, .verbatim, "What a reader must know, a sentence or two each."),
      .list("tables", \.tables, HookTable.shape, "What was found."),
    ])
}
