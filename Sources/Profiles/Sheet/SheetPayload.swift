import Diagnostics
import Documents
import Sealing

extension Sheet {
  /// The exact bytes that are signed and published: canonical JSON (RFC 8785) with the schema
  /// `waymark.sheet/1`.
  ///
  /// - Throws: `badData` where a text has no canonical form.
  public func payload() throws(Failure) -> [UInt8] {
    do {
      return try json.canonicalBytes()
    } catch {
      throw Failure(.badData, "The sheet cannot be written: \(error).")
    }
  }

  private var json: JSONValue {
    guard case .object(let members) = plain else { return plain }
    // Left out where there is none, so that sheets from before plugins keep their bytes.
    return .object(
      members + (through.isEmpty ? [] : [JSONValue.Member("through", .array(through.map(\.json)))]))
  }

  private var plain: JSONValue {
    [
      "schema": .string(Self.schema),
      "partnership": .string(partnership),
      "region": .string(region),
      "framework": [
        "id": .string(framework.id), "version": .string(framework.version.description),
        "digest": .string(framework.digest.description), "title": .string(framework.title),
      ],
      "period": .string(period.description),
      "kind": .string(kind.rawValue),
      "policy": ["id": .string(policy.id), "digest": .string(policy.digest.description)],
      "subjects": .int(Int64(subjects)),
      "unit": .string(unit.rawValue),
      "figures": .array(figures.map(\.json)),
      "omitted": .array(omitted.map { ["id": .string($0.id), "reason": .string($0.reason.rawValue)] }),
    ]
  }
}

extension SheetFigure {
  fileprivate var json: JSONValue {
    // A noisy mean is what a figure is unless it says otherwise: sheets from before other techniques keep their bytes.
    let named: [JSONValue.Member] =
      technique == .noisyMean ? [] : [.init("technique", .string(technique.rawValue))]
    let common: [JSONValue.Member] = [
      .init("id", .string(id)), .init("title", .string(title)), .init("n", .int(Int64(n))),
      .init(
        "points", ["lowest": .int(Int64(points.lowerBound)), "highest": .int(Int64(points.upperBound))]),
      .init("criteria", .int(Int64(criteria))),
    ]
    return .object(common + named + content.members)
  }
}
