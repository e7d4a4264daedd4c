import Sealing

extension ComparisonAnswer {
  public static let schema = "waymark.comparison/1"

  /// The whole answer; numbers to six decimals.
  public func json() -> JSONValue {
    [
      "schema": .string(Self.schema),
      "framework": [
        "id": .string(framework.id), "major": .int(Int64(framework.major)), "title": .string(framework.title),
        "versions": .array(
          framework.versions.map {
            ["version": .string($0.version.description), "digest": .string($0.digest.description)]
          }),
      ],
      "kind": .string(kind.rawValue),
      "by": .string(by.rawValue),
      "periods": .array(periods.map { .string($0.description) }),
      "sheets": .int(Int64(sheets)),
      "pools": .int(Int64(pools)),
      "leftOut": .int(Int64(leftOut)),
      "figures": .array(figures.map(\.json)),
      "breaks": .array(
        breaks.map {
          [
            "major": .int(Int64($0.major)), "periods": .array($0.periods.map { .string($0.description) }),
            "words": .string($0.words),
          ]
        }),
      "policies": .array(
        policies.map { ["id": .string($0.id), "digest": .string($0.digest.description)] }),
      "registry": [
        "title": .string(registry), "origin": .string(log.origin), "size": .int(Int64(clamping: log.size)),
        "root": .string(log.root.description),
      ],
      "notes": .array(notes.map { .string($0) }),
      "citation": .string(citation),
    ]
  }
}

extension FigureComparison {
  fileprivate var json: JSONValue {
    [
      "id": .string(key.id),
      "unit": .string(key.unit.rawValue),
      "title": .string(title),
      "criteria": .int(Int64(criteria)),
      "scale": [
        "lowest": .int(Int64(key.lowest)), "highest": .int(Int64(key.highest)), "moving": .bool(isMoving),
        "points": .array(points.map { ["value": .int(Int64($0.value)), "label": .string($0.label)] }),
      ],
      "rows": .array(rows.map(\.json)),
      "pools": .array(pools.map(\.json)),
      "together": .array(together.map(\.json)),
    ]
  }
}

extension PlaceRow {
  fileprivate var json: JSONValue {
    [
      "period": .string(period.description),
      "place": [
        "code": .string(place.code), "name": .string(place.name), "region": .string(place.regionCode),
        "regionName": .string(place.regionName),
      ],
      "partnerships": .int(Int64(partnerships)),
      "n": .int(Int64(n)),
      "mean": .double(mean.millionths),
      "standardError": .double(standardError.millionths),
      "interval": interval.json,
      "fromRest": fromRest?.json ?? .null,
      "change": change.map { change in
        guard case .object(let members) = change.difference.json else { return .null }
        return .object([JSONValue.Member("since", .string(change.since.description))] + members)
      } ?? .null,
      "break": trendBreak.map {
        [
          "since": .string($0.since.description), "label": .string($0.label), "words": .string($0.words),
        ]
      } ?? .null,
      "cautions": .array(cautions.map { .string($0.rawValue) }),
    ]
  }
}

extension Difference {
  fileprivate var json: JSONValue {
    [
      "value": .double(value.millionths), "standardError": .double(standardError.millionths),
      "interval": interval.json, "verdict": .string(verdict.rawValue),
    ]
  }
}

extension ClosedRange<Double> {
  fileprivate var json: JSONValue { [.double(lowerBound.millionths), .double(upperBound.millionths)] }
}

extension Double {
  /// To six decimals, halves upwards, as sheets round.
  var millionths: Double { (self * 1e6 + 0.5).rounded(.down) / 1e6 }
}
