import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// The reviews that a survey's responses make.
public struct SurveyReviews {
  /// A review and the beginning of its file's name.
  public struct Made: Sendable {
    public let name: String
    public let review: Review
    /// How many responses it was made from.
    public let responses: Int
  }

  /// Reads the responses, makes the reviews and checks them.
  ///
  /// - Parameter digest: of the framework's resolved content.
  /// - Returns: every review; not for use where `bag` has errors.
  public static func read(
    _ table: SurveyTable, _ mapping: SurveyMapping, _ framework: ResolvedFramework, digest: Digest,
    today: Day, into bag: inout DiagnosticBag
  ) -> [Made] {
    let responses = SurveyResponses.read(table, mapping, framework, into: &bag)
    guard !bag.hasErrors else { return [] }
    let maker = SurveyReviews(mapping: mapping, framework: framework)
    let made = mapping.responses.value == .each ? maker.each(responses) : maker.combined(responses)
    for entry in made {
      ReviewChecks.run(entry.review, against: framework, digest: digest, today: today, into: &bag)
    }
    return made
  }

  private let mapping: SurveyMapping
  private let framework: ResolvedFramework

  private func each(_ responses: [SurveyResponse]) -> [Made] {
    let counts = Dictionary(grouping: responses, by: \.subject.id.value).mapValues(\.count)
    return responses.map { response in
      let subject = response.subject.id.value
      let isOnly = counts[subject] == 1
      return Made(
        name: isOnly ? subject : "\(subject)-row-\(response.row)", review: review([response]), responses: 1)
    }
  }

  private func combined(_ responses: [SurveyResponse]) -> [Made] {
    var order: [String] = []
    var groups: [String: [SurveyResponse]] = [:]
    for response in responses {
      let subject = response.subject.id.value
      if groups[subject] == nil { order.append(subject) }
      groups[subject, default: []].append(response)
    }
    return order.map { Made(name: $0, review: review(groups[$0] ?? []), responses: groups[$0]?.count ?? 0) }
  }

  /// - Parameter responses: on one subject; never none.
  private func review(_ responses: [SurveyResponse]) -> Review {
    var review = Review()
    review.framework = mapping.framework
    review.kind = mapping.kind
    review.subject = responses[0].subject
    review.locatedDate = responses.compactMap(\.date).max { $0.value < $1.value }
    review.locatedPeriod = mapping.period
    review.team = Set(responses.flatMap(\.names)).sorted().map { name in
      var member = TeamMember()
      member.name = name
      return member
    }
    review.note = note(responses)
    let isCombined = mapping.responses.value != .each
    for criterion in framework.criteria {
      let given = responses.compactMap { $0.judgements[criterion.path] }
      guard !given.isEmpty else { continue }
      let judgement =
        isCombined ? combination(criterion).judgement(of: given) : given[0]
      if !judgement.isBlank {
        review.judgements.append(
          Keyed(key: Located(criterion.path, at: given[0].range), value: judgement))
      }
    }
    return review
  }

  private func combination(_ criterion: ResolvedCriterion) -> SurveyCombination {
    SurveyCombination(
      rule: mapping.responses.value, atLeast: mapping.atLeast,
      scale: criterion.judgedScale(by: mapping.kind.value).map(framework.scale))
  }

  /// Where several answered, in the order of the alphabet: the order of the file could tell who wrote what.
  private func note(_ responses: [SurveyResponse]) -> String? {
    let hasOne = mapping.note.count == 1
    let notes = responses.flatMap(\.notes).map { hasOne ? $0.text : "\($0.header): \($0.text)" }
    guard responses.count > 1 else { return notes.isEmpty ? nil : notes.joined(separator: "\n\n") }
    return notes.isEmpty ? nil : notes.sorted().map(SurveyCombination.listed).joined(separator: "\n")
  }
}
