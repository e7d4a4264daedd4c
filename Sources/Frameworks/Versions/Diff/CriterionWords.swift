/// The words for what becomes of criteria.
enum CriterionWords {
  /// What people call a criterion of its level.
  static func noun(_ criterion: ResolvedCriterion, in framework: ResolvedFramework) -> String {
    let levels = framework.framework.levels
    return levels.indices.contains(criterion.level) ? levels[criterion.level].title.lowercased() : "criterion"
  }

  static func title(_ criterion: ResolvedCriterion) -> String { DifferenceWords.shortened(criterion.name) }

  static func subject(_ criterion: ResolvedCriterion, in framework: ResolvedFramework) -> String {
    "the \(name(criterion, in: framework))"
  }

  /// `dimension “Vision”`
  static func name(_ criterion: ResolvedCriterion, in framework: ResolvedFramework) -> String {
    "\(noun(criterion, in: framework)) “\(title(criterion))”"
  }

  static func split(_ from: [String], _ to: [String]) -> String {
    DifferenceWords.sentence("the \(DifferenceWords.listed(from)) became \(listed(to))")
  }

  static func merged(_ from: [String], _ to: [String]) -> String {
    DifferenceWords.sentence("the \(listed(from, article: "")) became one, the \(DifferenceWords.listed(to))")
  }

  static func replaced(_ from: [String], _ to: [String]) -> String {
    DifferenceWords.sentence(
      "the \(DifferenceWords.listed(from)) gave way to the \(DifferenceWords.listed(to)), which is another thing"
    )
  }

  private static func listed(_ names: [String], article: String = "the ") -> String {
    let all = names.enumerated().map { $0 == 0 ? article + $1 : "the " + $1 }
    return DifferenceWords.listed(all)
  }

  /// - Parameter below: how many below it are new as well.
  static func added(_ criterion: ResolvedCriterion, _ below: Int, in framework: ResolvedFramework) -> String {
    DifferenceWords.sentence(
      "\(subject(criterion, in: framework)) is new\(counted(below))"
        + (criterion.parent == nil ? "" : ", \(place(of: criterion, in: framework))"))
  }

  /// - Parameter below: how many below it are gone as well.
  static func removed(_ criterion: ResolvedCriterion, _ below: Int, in framework: ResolvedFramework) -> String
  {
    DifferenceWords.sentence("\(subject(criterion, in: framework)) is gone\(counted(below))")
  }

  private static func counted(_ below: Int) -> String {
    switch below {
    case 0: ""
    case 1: ", with one criterion below it"
    case let count: ", with \(count) criteria below it"
    }
  }

  static func moved(
    _ old: ResolvedCriterion, _ new: ResolvedCriterion, _ earlier: ResolvedFramework,
    _ later: ResolvedFramework
  ) -> String {
    let what = subject(new, in: later) + counted(new.end - new.index - 1)
    let ids = (old.criterion.id.value, new.criterion.id.value)
    let (before, after) = (place(of: old, in: earlier), place(of: new, in: later))
    if before == after {
      return DifferenceWords.sentence("\(what) has the id “\(ids.1)”; it had “\(ids.0)”")
    }
    let id = ids.0 == ids.1 ? "" : ", under the id “\(ids.1)”"
    return DifferenceWords.sentence("\(what) stands \(after) now\(id); it stood \(before)")
  }

  private static func place(of criterion: ResolvedCriterion, in framework: ResolvedFramework) -> String {
    criterion.parent.map { "in \(subject(framework.criteria[$0], in: framework))" } ?? "at the top"
  }

  static func judged(
    _ criterion: ResolvedCriterion, _ before: Set<ReviewKind>, _ after: Set<ReviewKind>,
    in framework: ResolvedFramework
  ) -> String {
    func by(_ kinds: Set<ReviewKind>) -> String {
      DifferenceWords.listed(kinds.sorted().map { $0 == .own ? "by the school itself" : "by peers" })
    }
    let subject = Self.subject(criterion, in: framework)
    if after.isEmpty { return DifferenceWords.sentence("\(subject) is not judged any more") }
    if before.isEmpty { return DifferenceWords.sentence("\(subject) is judged now, \(by(after))") }
    return DifferenceWords.sentence("\(subject) is judged \(by(after)) now, and was \(by(before))")
  }
}
