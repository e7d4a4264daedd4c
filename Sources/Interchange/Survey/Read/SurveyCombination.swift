import Diagnostics
import Documents
import Frameworks
import Reviews

/// Makes one judgement of what several people answered on a criterion. What all of them said stands in its evidence,
/// so that the point alone never passes for an agreement.
struct SurveyCombination {
  let rule: SurveyMapping.Responses
  /// With fewer points, the criterion is left open.
  let atLeast: Int
  /// `nil` where the criterion takes words alone.
  let scale: Scale?

  /// - Parameter given: one a person, never none.
  func judgement(of given: [Judgement]) -> Judgement {
    var judgement = Judgement()
    judgement.range = given[0].range
    let answers = given.compactMap(\.point)
    let outcome = scale.flatMap { answers.isEmpty ? nil : self.outcome(answers.map(\.value), $0) }
    judgement.point = outcome?.point.map { Located($0, at: answers[0].range) }
    let texts = Self.listed(given.compactMap(\.evidence))
    judgement.evidence = [outcome?.words, texts].compactMap(\.self).joined(separator: "\n\n")
    judgement.challenge = Self.listed(given.compactMap(\.challenge))
    judgement.actions = Set(given.flatMap(\.actions)).sorted()
    judgement.statements = held(given)
    return judgement
  }

  // MARK: - Points

  private func outcome(_ answers: [String], _ scale: Scale) -> (point: String?, words: String) {
    let counts = scale.points.map { point in answers.count { $0 == point.id.value } }
    let total = counts.reduce(0, +)
    let point = total < atLeast ? nil : rule == .median ? middle(counts) : commonest(counts)
    let none = total == 0 && answers.allSatisfy { $0 == Judgement.notApplicable }
    let said = zip(scale.points, counts).filter { $0.1 > 0 }.map { "\($0.0.name): \($0.1)" }
    let instead = SurveyPoints.instead.compactMap { word -> String? in
      let count = answers.count { $0 == word }
      return count > 0 ? "\(word.replacing("-", with: " ")): \(count)" : nil
    }
    let who = "\(answers.count) \(answers.count == 1 ? "person" : "people") answered"
    let words = "\(who) (\((said + instead).joined(separator: ", "))). "
    if total < atLeast {
      let why = total == 0 ? "Nobody gave a point." : "That is fewer than \(atLeast), so no point is given."
      return (none ? Judgement.notApplicable : nil, words + why)
    }
    guard let point else { return (nil, words + "No answer is the commonest, so no point is given.") }
    return (scale.points[point].id.value, words + verdict(counts, point, scale))
  }

  private func verdict(_ counts: [Int], _ point: Int, _ scale: Scale) -> String {
    let name = scale.points[point].name
    guard rule == .median else { return "The commonest answer is \(name)." }
    let total = counts.reduce(0, +)
    guard total % 2 == 0, let upper = place(total / 2, counts), upper != point else {
      return "The middle answer is \(name)."
    }
    return "The middle answers are \(name) and \(scale.points[upper].name); the lower is taken."
  }

  private func middle(_ counts: [Int]) -> Int? {
    let total = counts.reduce(0, +)
    return total == 0 ? nil : place((total - 1) / 2, counts)
  }

  /// Whose turn it is when all answers stand in the order of the scale.
  private func place(_ position: Int, _ counts: [Int]) -> Int? {
    var left = position
    for (index, count) in counts.enumerated() {
      if left < count { return index }
      left -= count
    }
    return nil
  }

  private func commonest(_ counts: [Int]) -> Int? {
    guard let most = counts.max(), most > 0 else { return nil }
    let places = counts.indices.filter { counts[$0] == most }
    return places.count == 1 ? places[0] : nil
  }

  // MARK: - Words

  /// In the order of the alphabet: the order of the file could tell who wrote what.
  private static func listed(_ texts: [String]) -> String? {
    if texts.isEmpty { return nil }
    return texts.sorted().map { listed($0) }.joined(separator: "\n")
  }

  /// An entry of a list; its further lines stand under its first.
  static func listed(_ text: String) -> String { "- " + text.replacing("\n", with: "\n  ") }

  /// Statements that more than half of those who ticked any have ticked.
  private func held(_ given: [Judgement]) -> [Located<String>] {
    let ticked = given.map(\.statements).filter { !$0.isEmpty }
    var seen: Set<String> = []
    return ticked.joined().filter { seen.insert($0.value).inserted }.filter { statement in
      ticked.count { $0.contains(statement) } * 2 > ticked.count
    }
  }
}
