import Frameworks

/// A framework's rules as sentences.
enum FrameworkWords {
  static func subject(_ kind: Framework.SubjectKind) -> String {
    switch kind {
    case .school: "school"
    case .alliance: "alliance"
    case .partnership: "partnership"
    case .yearGroup: "year group"
    }
  }

  static func kind(_ kind: ReviewKind) -> String { kind == .own ? "self-review" : "peer review" }

  /// A level's title inside a sentence: "area".
  static func level(_ index: Int, of framework: Framework) -> String {
    guard framework.levels.indices.contains(index) else { return "criterion" }
    return English.inSentence(framework.levels[index].title)
  }

  /// A point as people name it: "3 Secure", "3", "Pupils".
  static func point(_ point: Point) -> String {
    guard let value = point.value else { return point.name }
    guard let label = point.label, !label.isEmpty, label != "\(value)" else { return "\(value)" }
    return "\(value) \(label)"
  }

  // MARK: - Who judges what

  static func judging(_ resolved: ResolvedFramework) -> [String] {
    ReviewKind.allCases.flatMap { judging($0, resolved) }
  }

  private static func judging(_ kind: ReviewKind, _ resolved: ResolvedFramework) -> [String] {
    let framework = resolved.framework
    guard let marking = framework.judging[kind] else {
      return [
        kind == .own
          ? "Those who review themselves write down what they find and give no marks."
          : "Peers listen, ask and challenge. They give no marks."
      ]
    }
    let level =
      resolved.level(marking.level.value).map { self.level($0, of: framework) } ?? marking.level.value
    let count = resolved.judged(by: kind).count
    let subject = subject(framework.subject)
    let who = kind == .own ? "The \(subject) judges itself" : "Peers judge the \(subject)"
    var sentences = ["\(who), with one mark for each \(level): \(count) in all."]
    if marking.method == .bestFit {
      sentences.append(
        "The mark is the point that fits best as a whole. Not every statement under it has to be true.")
    }
    if marking.isOptional {
      sentences.append(
        kind == .own
          ? "These marks are optional: the questions serve just as well without them."
          : "The peers' marks are optional.")
    }
    return sentences
  }

  // MARK: - Coverage

  static func coverage(_ condition: CoverageCondition, _ resolved: ResolvedFramework) -> String {
    let level = resolved.level(condition.level.value).map { self.level($0, of: resolved.framework) }
    let noun = level ?? condition.level.value
    func name(_ path: String) -> String { resolved.criterion(path)?.name ?? path }
    func nouns(_ number: Int) -> String { number == 1 ? noun : English.plural(noun) }
    let place = condition.under.map { " of \(name($0.value))" } ?? ""
    let choice = condition.among.map { name($0.value) }
    let among = choice.isEmpty ? "" : ": \(English.list(choice, last: "or"))"
    switch (condition.atLeast, condition.atMost) {
    case (let low?, let high?) where low == high:
      return "exactly \(English.number(low)) \(nouns(low))\(place)\(among)"
    case (let low?, let high?):
      return "from \(English.number(low)) to \(English.number(high)) \(nouns(high))\(place)\(among)"
    case (let low?, nil): return "at least \(English.number(low)) \(nouns(low))\(place)\(among)"
    case (nil, let high?): return "at most \(English.number(high)) \(nouns(high))\(place)\(among)"
    case (nil, nil): return "\(English.plural(noun))\(place)\(among)"
    }
  }

  // MARK: - Places

  /// Where something comes from; the document is named where there are several.
  static func source(_ reference: SourceReference?, _ framework: Framework) -> String? {
    guard let reference, let place = reference.at?.value else { return nil }
    let documents = framework.sources
    guard documents.count > 1 else { return place }
    let document = documents.first { $0.id.value == reference.ref.value }
    return "\(document?.title ?? reference.ref.value), \(place)"
  }

  // MARK: - Rules

  static func strength(_ strength: Strength) -> (title: String, meaning: String) {
    switch strength {
    case .must: ("Must be so", "Without this the work is not complete.")
    case .should: ("Should be so", "This is expected. Where you depart from it, say why.")
    case .may: ("May be so", "This is allowed. Waymark only notes it, so that nobody overlooks it.")
    }
  }

  /// What a rule is asked of: "peer reviews", "the form “Review plan”".
  static func target(_ rule: StatedRule, _ framework: Framework) -> String {
    switch rule.target {
    case .review: rule.kind.map { English.plural(kind($0)) } ?? "reviews"
    case .form(let id): "the form “\(framework.forms.first { $0.id.value == id }?.title ?? id)”"
    case .schedule, .scheduledReview: "the schedule"
    }
  }

  /// The judgements that an evidence requirement is about: "each area in a peer review, from 3 Secure up".
  static func evidence(_ requirement: EvidenceRequirement, _ resolved: ResolvedFramework) -> String {
    let index = resolved.level(requirement.level.value)
    var words = "each \(index.map { level($0, of: resolved.framework) } ?? requirement.level.value)"
    if let under = requirement.under?.value { words += " of \(resolved.criterion(under)?.name ?? under)" }
    if let kind = requirement.kind { words += " in a \(self.kind(kind))" }
    if let from = requirement.from?.value {
      let points = resolved.framework.scales.flatMap(\.value.points)
      words += ", from “\(points.first { $0.id.value == from }.map(point) ?? from)” up"
    }
    return words
  }

  // MARK: - Overall

  static let noOverall = "This framework never gives an overall figure, and Waymark does not make one."

  static func overall(_ aggregate: Aggregate) -> String {
    let whole = English.sentence("The overall figure is \(meaning(aggregate))")
    let share = Int((aggregate.answered * 100).rounded())
    guard share > 0 else { return whole }
    return whole + " It is given once "
      + (share >= 100 ? "all of them are made." : "at least \(share) % of them are made.")
  }

  private static func meaning(_ aggregate: Aggregate) -> String {
    switch aggregate.name.value {
    case "median": "the middle one of the judgements (their median)"
    case "mean": "the average of the judgements (their mean)"
    case "weighted-mean": "the average of the judgements, in which some weigh more than others"
    case "mode": "the point that was chosen most often"
    case "min": "the lowest of the judgements"
    case "max": "the highest of the judgements"
    case "proportion": "the share of judgements at “\(aggregate.point?.value ?? "")” or above"
    case "best-fit": "a judgement of its own, by best fit"
    case "distribution": "how the judgements spread over the scale"
    default: "worked out from the judgements by “\(aggregate.name.value)”"
    }
  }

  /// "from 3 up to below 4"; the highest band has no end.
  static func band(_ index: Int, of bands: [Band]) -> String {
    let from = ProcessWords.figure(bands[index].from)
    guard bands.indices.contains(index + 1) else { return "\(from) and above" }
    let next = ProcessWords.figure(bands[index + 1].from)
    return index == 0 && bands[0].from <= 0 ? "below \(next)" : "from \(from) to below \(next)"
  }
}
