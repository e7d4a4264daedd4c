import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

extension Sheet {
  /// Reads published bytes, and takes nothing on trust: every key must be there and known, the bytes must be
  /// the one canonical form, and whatever follows from the rest is worked out again.
  ///
  /// - Throws: `badData` in words that name the place.
  public init(payload: [UInt8]) throws(Failure) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: payload, limits: JSONLimits(bytes: 1 << 20, depth: 8, values: 50_000))
    } catch {
      throw Failure(.badData, "The sheet cannot be read. \(error)")
    }
    let root = try StrictObject(
      json, at: "the sheet",
      keys: [
        "schema", "partnership", "region", "framework", "period", "kind", "policy", "subjects", "unit",
        "figures", "omitted",
      ], optional: ["through"])
    let schema = try root.text("schema")
    guard schema == Self.schema else {
      throw Failure(
        .badData, "This is “\(schema.prefix(40))”, but a sheet (“\(Self.schema)”) is wanted.",
        help:
          "Check that this is the right file, and that this Waymark is not older than the one that wrote it.")
    }
    let framework = try root.object("framework", keys: ["id", "version", "digest", "title"])
    let policy = try root.object("policy", keys: ["id", "digest"])
    try self.init(
      partnership: root.text("partnership"), region: root.text("region"),
      framework: FrameworkName(
        id: framework.text("id"), version: framework.exact("version", SemanticVersion.init(_:)),
        digest: framework.exact("digest") { Digest(text: $0) }, title: framework.text("title")),
      period: root.exact("period", Period.init(_:)),
      kind: root.exact("kind") { ReviewKind(rawValue: $0) },
      policy: PolicyName(id: policy.text("id"), digest: policy.exact("digest") { Digest(text: $0) }),
      subjects: root.whole("subjects"), unit: root.exact("unit") { Unit(rawValue: $0) },
      figures: Self.figures(root.list("figures")), omitted: Self.omissions(root.list("omitted")),
      through: Self.stamps(json["through"]?.asArray))
    guard try self.payload() == payload else {
      throw Failure(
        .badData, "The sheet is not in its canonical form, so its bytes are not those that were signed.",
        help: "Ask its sender for the file as it was signed.")
    }
  }

  private static func stamps(_ list: [JSONValue]?) throws(Failure) -> [PluginStamp] {
    var stamps: [PluginStamp] = []
    for (index, element) in (list ?? []).enumerated() {
      let object = try StrictObject(
        element, at: "through[\(index)]", keys: ["plugin", "version", "digest"], optional: ["unsandboxed"])
      stamps.append(
        PluginStamp(
          id: try object.text("plugin"), version: try object.exact("version", SemanticVersion.init(_:)),
          digest: try object.exact("digest") { Digest(text: $0) },
          isUnsandboxed: element["unsandboxed"]?.asBool ?? false))
    }
    return stamps
  }

  private static func figures(_ list: [JSONValue]) throws(Failure) -> [SheetFigure] {
    var figures: [SheetFigure] = []
    for (index, element) in list.enumerated() { figures.append(try figure(element, at: "figures[\(index)]")) }
    return figures
  }

  private static func figure(_ json: JSONValue, at place: String) throws(Failure) -> SheetFigure {
    let content = try contentType(json["technique"], at: place)
    let object = try StrictObject(
      json, at: place, keys: ["id", "title", "n", "points", "criteria"] + content.keys,
      optional: ["technique"])
    let points = try object.object("points", keys: ["lowest", "highest"])
    let (lowest, highest) = (try points.whole("lowest"), try points.whole("highest"))
    guard lowest < highest,
      let frame = FigureFrame(
        n: try object.whole("n"), points: lowest...highest, criteria: try object.whole("criteria"))
    else { throw SheetFailures.impossible("the numbers of \(place) do not belong together") }
    return SheetFigure(
      id: try object.text("id"), title: try object.text("title"), frame,
      try content.init(object, frame, at: place))
  }

  /// A noisy mean, unless the figure names another technique.
  private static func contentType(
    _ named: JSONValue?, at place: String
  ) throws(Failure) -> any FigureContent.Type {
    guard let named else { return NoisyFigure.self }
    guard let technique = named.asString.flatMap(Technique.init(rawValue:)), technique != .noisyMean,
      let content = technique.method.figures
    else { throw SheetFailures.impossible("\(place).technique names none that has to be named") }
    return content
  }

  private static func omissions(_ list: [JSONValue]) throws(Failure) -> [SheetOmission] {
    var omissions: [SheetOmission] = []
    for (index, element) in list.enumerated() {
      let object = try StrictObject(element, at: "omitted[\(index)]", keys: ["id", "reason"])
      omissions.append(
        SheetOmission(
          id: try object.text("id"), reason: try object.exact("reason") { SheetOmission.Reason(rawValue: $0) }
        ))
    }
    return omissions
  }
}
