import Frameworks
import Sealing

/// What may be compared between two frameworks, as JSON.
public enum ComparabilityJSON {
  public static let schema = "waymark.comparability/1"

  /// - `from`, `to`: `id`, `version`, `title`; `related`; `route`: each `from`, `to`, `by` (`variant`, `migration`,
  ///   `unsaid` or `crosswalk`), `crosswalk`, `words`
  /// - `pairs`: each `from` and `to` (paths), `relation`, `wording` (what the words are to each other, where that is
  ///   another relation), `obstacle`, `cautions`, `why`, and under `kinds` for each kind of review that judges both:
  ///   `relation` and, where it is rescaled, `points` (for each point of the one its point of the other)
  /// - `counts`: pairs by relation
  public static func value(_ found: Comparability) -> JSONValue {
    [
      "schema": .string(schema),
      "from": framework(found.from),
      "to": framework(found.to),
      "related": .bool(found.isRelated),
      "route": .array(found.route.map(leg)),
      "pairs": .array(found.pairs.map { pair($0, found) }),
      "counts": .object(
        found.counts.map { JSONValue.Member($0.relation.rawValue, .int(Int64($0.count))) }),
    ]
  }

  private static func framework(_ framework: ResolvedFramework) -> JSONValue {
    [
      "id": .string(framework.framework.id.value),
      "version": .string(framework.framework.version.value.description),
      "title": .string(framework.framework.title),
    ]
  }

  private static func leg(_ leg: Comparability.Leg) -> JSONValue {
    var members = [
      JSONValue.Member("from", .string(leg.from.description)),
      JSONValue.Member("to", .string(leg.to.description)),
    ]
    switch leg.kind {
    case .variant: members.append(.init("by", "variant"))
    case .migration: members.append(.init("by", "migration"))
    case .unsaid: members.append(.init("by", "unsaid"))
    case .crosswalk(let name): members += [.init("by", "crosswalk"), .init("crosswalk", .string(name))]
    }
    return .object(members + [.init("words", .string(leg.words))])
  }

  private static func pair(_ pair: Comparability.Pair, _ found: Comparability) -> JSONValue {
    var members = [
      JSONValue.Member("from", strings(pair.from)), JSONValue.Member("to", strings(pair.to)),
      JSONValue.Member("relation", .string(pair.relation.rawValue)),
    ]
    if pair.wording != pair.relation { members.append(.init("wording", .string(pair.wording.rawValue))) }
    if let obstacle = pair.obstacle, !pair.relation.allowsFigures {
      members.append(.init("obstacle", .string(obstacle.rawValue)))
    }
    if !pair.cautions.isEmpty { members.append(.init("cautions", strings(pair.cautions.map(\.rawValue)))) }
    let kinds = ReviewKind.allCases.compactMap { kind -> JSONValue.Member? in
      guard pair.from.contains(where: { found.from.criterion($0)?.isJudged(by: kind) == true }),
        pair.to.contains(where: { found.to.criterion($0)?.isJudged(by: kind) == true })
      else { return nil }
      var of = [JSONValue.Member("relation", .string(pair.relation(for: kind).rawValue))]
      if case .mapped(let points) = pair.conversion(for: kind) {
        of.append(
          .init(
            "points",
            .object(points.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })))
      }
      return JSONValue.Member(kind.rawValue, .object(of))
    }
    if !kinds.isEmpty { members.append(.init("kinds", .object(kinds))) }
    if !pair.why.isEmpty { members.append(.init("why", strings(pair.why))) }
    return .object(members)
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
