import Diagnostics
import Profiles
import Rubrics
import Sealing

/// A sheet as bytes, with every part open to be made wrong. Numbers that follow from others do follow.
public struct MadeUpSheet: Sendable {
  public var partnership: String
  public var region = "E12000001"
  public var framework: MadeUpFramework
  /// Instead of the framework's own.
  public var digest: Digest?
  public var version: String?
  public var frameworkTitle = "School gardens (made up for tests)"
  public var period = "2025-26"
  public var kind = "self"
  public var policyID = "default"
  public var policy: Digest?
  public var subjects = 10
  public var unit = "criterion"
  public var figures: [Figure]
  public var omitted: [String] = []

  public struct Figure: Sendable {
    public var id: String
    public var title: String
    public var sum: Int
    public var n = 10
    public var criteria = 1
    public var points = 1...4
    public var epsilon = "2"
    /// Of a technique without noise: the members that it adds to a figure, instead of the noisy sum's.
    public var technique: JSONValue?

    public init(_ id: String, title: String, sum: Int) { (self.id, self.title, self.sum) = (id, title, sum) }
  }

  /// One figure a criterion, all with the same noisy sum over ten schools.
  public init(_ partnership: String, _ framework: MadeUpFramework = MadeUpFramework(), sum: Int = 25) {
    (self.partnership, self.framework) = (partnership, framework)
    figures = framework.criteria.map { Figure($0, title: "The \($0) \(framework.word)", sum: sum) }
  }

  /// The canonical bytes.
  public func payload() throws -> [UInt8] {
    let rubric = try framework.rubric()
    let json: JSONValue = [
      "schema": "waymark.sheet/1", "partnership": .string(partnership), "region": .string(region),
      "framework": [
        "id": .string(framework.id), "version": .string(version ?? framework.version),
        "digest": .string((digest ?? rubric.digest).description), "title": .string(frameworkTitle),
      ],
      "period": .string(period), "kind": .string(kind),
      "policy": [
        "id": .string(policyID),
        "digest": .string(try (policy ?? RegistryFixture.policy().digest).description),
      ],
      "subjects": .int(Int64(subjects)), "unit": .string(unit),
      "figures": .array(try figures.map { try $0.json() }),
      "omitted": .array(omitted.map { ["id": .string($0), "reason": "below-gate"] }),
    ]
    return try json.canonicalBytes()
  }
}

extension MadeUpSheet.Figure {
  /// The figure that follows from these numbers.
  public func figure() throws -> SheetFigure {
    guard let epsilon = Fraction(epsilon),
      let figure = SheetFigure(
        id: id, title: title, n: n, points: points, criteria: criteria, sum: sum, epsilon: epsilon)
    else { throw Failure(.badData, "The made-up figure cannot be.") }
    return figure
  }

  fileprivate func json() throws -> JSONValue {
    if let technique { return try plainJSON(technique) }
    guard let figure = try figure().noisy else { throw Failure(.badData, "The made-up figure has no noise.") }
    return [
      "id": .string(id), "title": .string(title), "n": .int(Int64(n)),
      "points": ["lowest": .int(Int64(points.lowerBound)), "highest": .int(Int64(points.upperBound))],
      "criteria": .int(Int64(criteria)), "sum": .int(Int64(sum)), "scale": .string(figure.scale.description),
      "epsilon": .string(epsilon), "mean": .double(figure.mean),
      "standardError": .double(figure.standardError),
      "interval": [.double(figure.interval.lowerBound), .double(figure.interval.upperBound)],
    ]
  }

  private func plainJSON(_ technique: JSONValue) throws -> JSONValue {
    .object(
      [
        .init("id", .string(id)), .init("title", .string(title)), .init("n", .int(Int64(n))),
        .init(
          "points", ["lowest": .int(Int64(points.lowerBound)), "highest": .int(Int64(points.upperBound))]),
        .init("criteria", .int(Int64(criteria))),
      ] + (technique.asObject ?? []))
  }
}
