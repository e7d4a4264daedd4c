import Frameworks

/// The criteria from which a field of kind `criteria` or `questions` picks.
struct PickableCriteria {
  let criteria: [ResolvedCriterion]
  /// The position of the level that the field names; `nil` where it names none.
  let level: Int?
  let under: String?

  init(_ field: FormField, in framework: ResolvedFramework) {
    let level = field.level.flatMap { framework.level($0.value) }
    let under = field.under?.value
    self.level = level
    self.under = under
    criteria = framework.criteria.filter { criterion in
      (level == nil || criterion.level == level) && Self.isBelow(criterion.path, under)
    }
  }

  var paths: [String] { criteria.map(\.path) }

  /// At or below a criterion; everything is below none.
  static func isBelow(_ path: String, _ under: String?) -> Bool {
    guard let under else { return true }
    return path == under || path.hasPrefix(under + "/")
  }
}
