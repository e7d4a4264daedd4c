import Sealing

extension AggregateResult {
  /// The result as JSON, its keys as ``ScoredReview/json()`` says.
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [.init("aggregation", .string(aggregation))]
    if let scale { members.append(.init("scale", .string(scale.id))) }
    members.append(.init("text", .string(text)))
    if let value, let scale { members += Self.members(of: value, on: scale) }
    if let band {
      members.append(
        .init("band", .members(("id", .string(band.id.value)), ("title", .string(band.title)))))
    }
    if let shortfall { members.append(.init("shortfall", .string(shortfall.words))) }
    if !terms.isEmpty { members.append(.init("parts", .array(terms.map { $0.json() }))) }
    if let scale { members.append(.init("counts", tally.json(on: scale))) }
    if let through { members.append(.init("through", through.json)) }
    if !notes.isEmpty { members.append(.init("notes", .strings(notes))) }
    return .object(members)
  }

  private static func members(of value: AggregateValue, on scale: CompiledScale) -> [JSONValue.Member] {
    func id(_ code: UInt8) -> JSONValue { .string(scale.id(of: code)) }
    switch value {
    case .point(let code): return [.init("point", id(code))]
    case .between(let lower, let upper): return [.init("between", [id(lower), id(upper)])]
    case .tied(let codes): return [.init("tied", .array(codes.map(id)))]
    case .mean(let sum, let count):
      return [
        .init("mean", .double(Double(sum) / Double(count))), .init("sum", .int(Int64(sum))),
        .init("count", .int(Int64(count))),
      ]
    case .weightedMean(let mean, let weight):
      return [.init("mean", .double(mean)), .init("weight", .double(weight))]
    case .figure(let number, _): return [.init("figure", .double(number))]
    case .proportion(let count, let of, let code):
      return [.init("reaching", .int(Int64(count))), .init("of", .int(Int64(of))), .init("from", id(code))]
    case .distribution(let counts):
      return [
        .init(
          "distribution",
          .object(counts.enumerated().map { .init(scale.id(of: UInt8(clamping: $0)), .int(Int64($1))) }))
      ]
    }
  }
}

extension WeightedTerm {
  func json() -> JSONValue {
    .members(
      ("name", .string(name)), ("weight", .double(weight)), ("number", number.map { .double($0) }),
      ("applies", .bool(applies)))
  }
}

extension Tally {
  /// Each point's count under its id, then what has no point.
  public func json(on scale: CompiledScale) -> JSONValue {
    .members(
      (
        "points",
        .object(points.enumerated().map { .init(scale.id(of: UInt8(clamping: $0)), .int(Int64($1))) })
      ),
      ("notApplicable", .int(Int64(notApplicable))), ("notReviewed", .int(Int64(notReviewed))),
      ("missing", .int(Int64(missing))))
  }
}
