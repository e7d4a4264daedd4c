import Documents
import Frameworks
import Sealing

/// Judgements to sum up: the same criteria over many reviews.
public struct AggregateRequest: Sendable {
  public var aggregation: String
  public var kind: Scale.Kind
  /// The scale's points, the lowest first.
  public var points: [Point]
  /// The paths of the judged criteria.
  public var criteria: [String]
  public var weights: [Double]
  /// Row by row, one place a criterion: the position of the point, or one of ``AggregateRequest/missing`` and its kin.
  public var marks: [Int8]

  public init(
    aggregation: String, kind: Scale.Kind, points: [Point], criteria: [String], weights: [Double],
    marks: [Int8]
  ) {
    self.aggregation = aggregation
    self.kind = kind
    self.points = points
    self.criteria = criteria
    self.weights = weights
    self.marks = marks
  }

  public static let missing: Int8 = -1
  public static let notApplicable: Int8 = -2
  public static let notReviewed: Int8 = -3

  public var rowCount: Int { criteria.isEmpty ? 0 : marks.count / criteria.count }

  /// A point of the scale as an aggregation sees it.
  public struct Point: Sendable, Equatable {
    public var id: String
    public var value: Int
    public var label: String

    public init(id: String, value: Int, label: String) {
      self.id = id
      self.value = value
      self.label = label
    }

    static let message = Message<Point>(
      "point sent", "A point of the scale.",
      fields: [
        .always("id", .text, "Its id.") { .string($0.id) },
        .always("value", .whole, "Its value.") { .int(Int64($0.value)) },
        .always("label", .text, "What people call it.") { .string($0.label) },
      ])
  }

  static let scale = Message<AggregateRequest>(
    "scale sent", "The scale of all judgements in the call.",
    fields: [
      .always("kind", .text, "`ordinal`, `interval` or `nominal`.") { .string($0.kind.rawValue) },
      .always("points", .many(.record(Point.message.spec)), "The points, the lowest first.") {
        .array($0.points.map { Point.message.json($0) })
      },
    ])

  static let message = Message<AggregateRequest>(
    "aggregate request", "Judgements of the same criteria over one or many reviews.",
    fields: [
      .always("aggregation", .text, "The name, as `plugin.yaml` has it.") { .string($0.aggregation) },
      .always("scale", .record(scale.spec), "The scale.") { scale.json($0) },
      .always("criteria", .many(.text), "The paths of the criteria, one a place of each row.") {
        .array($0.criteria.map { .string($0) })
      },
      .always(
        "weights", .many(.number), "How much each criterion counts; 1 where the framework says nothing."
      ) {
        .array($0.weights.map { .double($0) })
      },
      .always(
        "rows", .many(.many(.whole)),
        """
        One a review. Each place is the position of the point among `points`, from 0; -1 where nothing is written, -2 not \
        applicable, -3 not reviewed.
        """
      ) { request in
        let width = max(1, request.criteria.count)
        return .array(
          (0..<request.rowCount).map { row in
            .array(request.marks[row * width..<(row + 1) * width].map { .int(Int64($0)) })
          })
      },
    ])
}

/// One figure a row.
public struct AggregateAnswer: Sendable, Equatable {
  /// In the scale's own values; `nil` where there is none.
  public var figures: [Double?] = []
  /// Why there is no figure.
  public var reasons: [String?] = []
  /// The figure in words, where the number alone would mislead.
  public var texts: [String?] = []

  public init() {}

  static let shape = Shape<AggregateAnswer>.record(
    "aggregate answer", "One figure a row.", blank: AggregateAnswer(),
    fields: [
      .required(
        "figures", \.figures, .list(of: .orNull(.number())),
        "One a row, in the scale's own values; null where there is none."),
      .defaulted(
        "reasons", \.reasons, .list(of: .orNull(.verbatim)), default: [],
        "One a row: why there is no figure, in a few words."),
      .defaulted(
        "texts", \.texts, .list(of: .orNull(.verbatim)), default: [],
        "One a row: the figure in words, where the number alone would mislead."),
    ])
}

extension Shape {
  /// A value or null.
  static func orNull<Wrapped>(_ shape: Shape<Wrapped>) -> Shape where Value == Wrapped? {
    let null = ScalarSpec("null", "", schema: [("type", "null")])
    return Shape(
      .either([shape.spec, .scalar(null)]),
      read: { node, reader in
        reader.tree.isNull(node) ? .some(nil) : shape.read(node, &reader).map { .some($0) }
      },
      write: { $0.map(shape.write) ?? .null })
  }
}
