import Diagnostics
import Documents

/// `coverage` as rules: how many criteria of a level a review or a plan covers.
enum CoverageRules {
  static func of(_ resolved: ResolvedFramework) -> [StatedRule] {
    let coverage = resolved.framework.coverage
    let plans = resolved.framework.forms.filter { $0.purpose == .plan }.map(\.id.value)
    let lists: [(Strength, [CoverageCondition])] = [
      (.must, coverage.must), (.should, coverage.should), (.may, coverage.may),
    ]
    return lists.flatMap { strength, conditions in
      conditions.enumerated().flatMap { index, condition -> [StatedRule] in
        let targets =
          [StatedRule.Target.review] + (condition.kind == .own ? [] : plans.map { .form($0) })
        guard resolved.level(condition.level.value) != nil, let assert = assertion(condition) else {
          return []
        }
        return targets.map { target in
          StatedRule(
            "coverage-\(strength.rawValue)-\(index + 1)", .coverage, on: target,
            kind: target == .review ? condition.kind : nil, assert: Located(assert),
            found: "size(\(counted(condition)))", strength,
            condition.message ?? message(condition, strength, resolved))
        }
      }
    }
  }

  private static func counted(_ condition: CoverageCondition) -> String {
    var list = "covered[\(RuleNames.literal(condition.level.value))]"
    if let under = condition.under?.value {
      list +=
        ".filter(p, p == \(RuleNames.literal(under)) || p.startsWith(\(RuleNames.literal(under + "/"))))"
    }
    if !condition.among.isEmpty {
      list += ".filter(p, p in \(RuleNames.list(condition.among.map(\.value))))"
    }
    return list
  }

  private static func assertion(_ condition: CoverageCondition) -> String? {
    let size = "size(\(counted(condition)))"
    let parts = [
      condition.atLeast.map { "\(size) >= \($0)" }, condition.atMost.map { "\(size) <= \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " && ")
  }

  private static func message(
    _ condition: CoverageCondition, _ strength: Strength, _ resolved: ResolvedFramework
  ) -> String {
    let level = resolved.framework.levels.first { $0.id.value == condition.level.value }?.title.lowercased()
    let noun = level ?? condition.level.value
    var words =
      "A review \(strength.rawValue) cover \(Amount.words(condition.atLeast, condition.atMost, noun))"
    if let under = condition.under.flatMap({ resolved.criterion($0.value) }) { words += " of \(under.name)" }
    if !condition.among.isEmpty {
      let names = condition.among.map { resolved.criterion($0.value)?.name ?? $0.value }
      words += " from: \(names.joined(separator: ", "))"
    }
    return words + "."
  }
}

/// Numbers of things, in words.
enum Amount {
  static func words(_ atLeast: Int?, _ atMost: Int?, _ noun: String) -> String {
    switch (atLeast, atMost) {
    case (let low?, let high?) where low == high: "exactly \(count(low, noun))"
    case (let low?, let high?): "\(low) to \(count(high, noun))"
    case (let low?, nil): "at least \(count(low, noun))"
    case (nil, let high?): "at most \(count(high, noun))"
    case (nil, nil): "any number of \(noun)"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural(noun))"
  }

  private static func plural(_ noun: String) -> String {
    if noun == "person" { return "people" }
    if noun.hasSuffix("y"), !["ay", "ey", "oy"].contains(where: noun.hasSuffix) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("on"), noun.hasPrefix("criteri") { return noun.dropLast(2) + "a" }
    return noun + (noun.hasSuffix("s") ? "" : "s")
  }
}
