import Documents
import Profiles
import Rubrics
import Sealing

/// A partnership's exact figures beside its region's for other programs; it says itself that it is not for
/// publication.
public enum LocalJSON {
  public static func json(_ profile: LocalProfile) -> JSONValue {
    [
      "schema": .string(LocalProfile.schema),
      "mark": .string(LocalProfile.mark),
      "partnership": .string(profile.partnership),
      "framework": [
        "id": .string(profile.rubric.id), "version": .string(profile.rubric.version.description),
        "digest": .string(profile.rubric.digest.description),
      ],
      "period": .string(profile.period.description),
      "kind": .string(profile.kind.rawValue),
      "subjects": .int(Int64(profile.subjects)),
      "figures": .array(profile.figures.map(json)),
      "remarks": .array(profile.remarks.map { .string($0) }),
    ]
  }

  private static func json(_ figure: LocalFigure) -> JSONValue {
    let points = zip(figure.scale.values, figure.scale.scale.points).enumerated()
    return [
      "unit": .string(figure.unit.rawValue), "id": .string(figure.id), "title": .string(figure.title),
      "n": .int(Int64(figure.n)),
      "mean": figure.mean.map { .double($0.millionths) } ?? .null,
      "median": figure.spread.value == nil ? .null : .string(PictureWords.median(figure.spread)),
      "counts": .array(
        points.map { index, point in
          [
            "value": .int(Int64(point.0)), "point": .string(point.1.name),
            "count": .int(Int64(figure.spread.tally[index])),
          ]
        }),
      "beside": .array(
        figure.beside.map { region in
          [
            "place": .string(region.place), "source": .string(region.source.rawValue),
            "partnerships": .int(Int64(region.partnerships)), "subjects": .int(Int64(region.subjects)),
            "mean": .double(region.mean.millionths),
            "interval": [
              .double(region.interval.lowerBound.millionths), .double(region.interval.upperBound.millionths),
            ],
            "counts": region.counts.map { .array($0.map { .int(Int64($0)) }) } ?? .null,
            "verdict": figure.verdict(beside: region).map { .string($0.rawValue) } ?? .null,
          ]
        }),
    ]
  }
}

extension Double {
  /// To six decimals, halves upwards, as sheets round.
  fileprivate var millionths: Double { (self * 1e6 + 0.5).rounded(.down) / 1e6 }
}
