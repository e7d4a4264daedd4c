/// A rule in which one policy tells more than another.
public struct PolicyWeakness: Sendable, Equatable {
  public let rule: Rule
  /// What is weaker, in a sentence.
  public let words: String
  /// What to change.
  public let help: String

  /// The rules of a policy, as refusals name them.
  public enum Rule: String, Sendable, CaseIterable {
    /// From how many subjects anything is published.
    case gate
    /// How figures are protected, and the parameters of what has no noise.
    case technique
    /// How much one release tells.
    case epsilon
    /// When sections take the place of criteria, and how many.
    case sections
    /// How much all releases of some years tell.
    case caps
    /// What a pool takes before it opens.
    case poolGate = "pool-gate"
    /// How much a pool tells.
    case poolEpsilon = "pool-epsilon"
    /// How far one judgement is taken to move a sum.
    case values
  }
}

extension Policy {
  /// In which rules this policy is weaker than another; empty where it is at least as strict in each.
  ///
  /// Of two techniques, nothing is stricter than a noisy mean, and a noisy mean is stricter than all that has no noise
  /// (as long as its epsilon is one that the study weighed). What has no noise passes only where the other policy has the
  /// same for that size, with parameters at least as strict.
  public func weaknesses(against least: Policy) -> [PolicyWeakness] {
    var found = Sheet.Unit.allCases.flatMap { ClassComparison(of: self, against: least, $0).weaknesses }
    found += sectionWeaknesses(against: least) + capWeaknesses(against: least)
    found += poolWeaknesses(against: least)
    if values != least.values {
      found.append(
        PolicyWeakness(
          rule: .values,
          words: "It takes one judgement to move a sum by another length (\(values.rawValue)).",
          help: "Write values: \(least.values.rawValue)"))
    }
    let order = PolicyWeakness.Rule.allCases
    return order.flatMap { rule in found.filter { $0.rule == rule } }
  }

  private func sectionWeaknesses(against least: Policy) -> [PolicyWeakness] {
    var found: [PolicyWeakness] = []
    if sections.above > least.sections.above {
      found.append(
        .init(
          rule: .sections,
          words:
            "It publishes single criteria of frameworks with up to \(sections.above) judged criteria, not only "
            + "\(least.sections.above).",
          help: "Write above: \(least.sections.above) or less."))
    }
    if sections.atMost > least.sections.atMost {
      found.append(
        .init(
          rule: .sections,
          words: "It publishes up to \(sections.atMost) sections, not only \(least.sections.atMost).",
          help: "Write atMost: \(least.sections.atMost) or less."))
    }
    return found
  }

  private func capWeaknesses(against least: Policy) -> [PolicyWeakness] {
    var found: [PolicyWeakness] = []
    if caps.epsilon > least.caps.epsilon {
      found.append(
        .init(
          rule: .caps,
          words:
            "The sheets of several years may tell \(caps.epsilon) together, not only \(least.caps.epsilon).",
          help: "Write epsilon: \"\(least.caps.epsilon)\" or less under caps."))
    }
    if caps.years < least.caps.years {
      found.append(
        .init(
          rule: .caps,
          words: "It forgets what sheets told after \(caps.years) years, not \(least.caps.years).",
          help: "Write years: \(least.caps.years) or more under caps."))
    }
    return found
  }

  private func poolWeaknesses(against least: Policy) -> [PolicyWeakness] {
    var found: [PolicyWeakness] = []
    func gate(_ key: String, _ own: Int, _ asked: Int, _ what: String) {
      guard own < asked else { return }
      found.append(
        .init(
          rule: .poolGate, words: "A pool \(what) from \(own) on, not only from \(asked).",
          help: "Write \(key): \(asked) or more under pool."))
    }
    gate("partnerships", pool.partnerships, least.pool.partnerships, "opens with partnerships")
    gate("subjects", pool.subjects, least.pool.subjects, "opens with subjects")
    gate("means", pool.means, least.pool.means, "gives means with subjects")
    gate("distributions", pool.distributions, least.pool.distributions, "gives distributions with subjects")
    if pool.share > least.pool.share {
      found.append(
        .init(
          rule: .poolGate,
          words:
            "One partnership may bring \(pool.share.percentage) of a pool, not only \(least.pool.share.percentage).",
          help: "Write share: \(least.pool.share) or less under pool."))
    }
    if pool.epsilon > least.pool.epsilon {
      found.append(
        .init(
          rule: .poolEpsilon,
          words:
            "Each registry's noise in a pool has epsilon \(pool.epsilon); at most \(least.pool.epsilon) is allowed.",
          help: "Write epsilon: \"\(least.pool.epsilon)\" or less under pool."))
    }
    return found
  }
}
