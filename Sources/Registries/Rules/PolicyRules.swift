import Diagnostics
import Profiles

/// A sheet keeps to the policy that it names, and to the registry's least policy (DESIGN section 6).
enum PolicyRules {
  static func check(
    _ sheet: Sheet, _ outline: FrameworkOutline, own: Policy, least: Policy
  ) throws(Failure) {
    if outline.criteria.count <= own.sections.above, sheet.unit == .section {
      throw refusal(
        own, "A framework of \(outline.criteria.count) judged criteria publishes each, and no sections.")
    }
    for policy in [own, least] {
      try checkUnit(sheet, outline, policy)
      for figure in sheet.figures {
        guard let size = policy.sizeClass(of: sheet.unit, n: figure.n), size.technique != .nothing,
          let epsilon = size.epsilon
        else { throw tooFew(figure, sheet, policy) }
        guard figure.epsilon <= epsilon else { throw tooLittleNoise(figure, policy, allowed: epsilon) }
      }
    }
    for figure in sheet.figures {
      guard own.sizeClass(of: sheet.unit, n: figure.n)?.epsilon == figure.epsilon else {
        throw otherNoise(figure, own)
      }
    }
  }

  private static func checkUnit(
    _ sheet: Sheet, _ outline: FrameworkOutline, _ policy: Policy
  ) throws(Failure) {
    guard outline.criteria.count > policy.sections.above else { return }
    guard sheet.unit == .section else {
      throw refusal(
        policy,
        "A framework of \(outline.criteria.count) judged criteria publishes sections only, but the sheet "
          + "has single criteria.")
    }
    guard sheet.figures.count <= policy.sections.atMost else {
      throw refusal(policy, "At most \(policy.sections.atMost) sections may be published.")
    }
  }

  private static func tooFew(_ figure: SheetFigure, _ sheet: Sheet, _ policy: Policy) -> Failure {
    let classes = sheet.unit == .section ? policy.sections.classes : policy.criteria
    let fewest = classes.filter { $0.technique != .nothing }.map(\.from).min()
    return refusal(
      policy,
      "“\(figure.id)” rests on \(figure.n) judged; "
        + (fewest.map { "at least \($0) are needed." } ?? "nothing is published at all."))
  }

  private static func tooLittleNoise(_ figure: SheetFigure, _ policy: Policy, allowed: Fraction) -> Failure {
    refusal(
      policy,
      "“\(figure.id)” is published with epsilon \(figure.epsilon), but at most \(allowed) is allowed for "
        + "\(figure.n) judged.")
  }

  private static func otherNoise(_ figure: SheetFigure, _ policy: Policy) -> Failure {
    refusal(
      policy,
      "“\(figure.id)” has another epsilon (\(figure.epsilon)) than the policy that the sheet names says.")
  }

  private static func refusal(_ policy: Policy, _ message: String) -> Failure {
    Failure(
      .refused, "The sheet does not keep to the policy “\(policy.id.value)”. \(message)",
      help: "Make the sheet with `waymark profile sheet` under a policy that this registry knows.")
  }
}

extension Policy {
  func sizeClass(of unit: Sheet.Unit, n: Int) -> SizeClass? {
    (unit == .section ? sections.classes : criteria).first { $0.from <= n && n <= $0.to ?? .max }
  }
}

extension Fraction {
  /// Exact: both sides times both denominators.
  static func <= (left: Fraction, right: Fraction) -> Bool {
    UInt128(left.numerator) * UInt128(right.denominator) <= UInt128(right.numerator)
      * UInt128(left.denominator)
  }
}
