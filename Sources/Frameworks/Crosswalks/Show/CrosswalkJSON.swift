import Sealing

/// A crosswalk for programs: the document as it was written, and how much of each side it accounts for.
public enum CrosswalkJSON {
  public static func value(_ crosswalk: ResolvedCrosswalk) -> JSONValue {
    [
      "crosswalk": Crosswalk.shape.write(crosswalk.crosswalk),
      "coverage": .object(
        CrosswalkSide.allCases.map { side in
          JSONValue.Member(side.rawValue, coverage(crosswalk.coverage(of: side)))
        }),
    ]
  }

  private static func coverage(_ coverage: CrosswalkCoverage) -> JSONValue {
    let relations = CrosswalkLink.Relation.allCases.compactMap { relation in
      coverage.byRelation[relation].map { JSONValue.Member(relation.rawValue, .int(Int64($0))) }
    }
    let confidences = CrosswalkLink.Confidence.allCases.compactMap { confidence in
      coverage.byConfidence[confidence].map { JSONValue.Member(confidence.rawValue, .int(Int64($0))) }
    }
    return [
      "all": count(coverage.all), "judged": count(coverage.judged),
      "areas": .array(
        coverage.areas.map { area in
          ["path": .string(area.path), "all": count(area.all), "judged": count(area.judged)]
        }),
      "linkedByRelation": .object(relations), "linkedByConfidence": .object(confidences),
    ]
  }

  private static func count(_ count: CrosswalkCoverage.Count) -> JSONValue {
    func number(_ value: Int) -> JSONValue { .int(Int64(value)) }
    return [
      "total": number(count.total), "linked": number(count.linked), "within": number(count.within),
      "gathered": number(count.gathered), "unrelated": number(count.unrelated), "open": number(count.open),
    ]
  }
}
