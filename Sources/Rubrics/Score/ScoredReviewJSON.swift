import Frameworks
import Reviews
import Sealing

extension ScoredReview {
  /// The score as JSON. Points are named by id; keys without a value are left out.
  ///
  /// - `framework`: `id`, `version`, `digest`; `kind`; `subject`: `id`, `name`; `status`; `date`; `period`
  /// - `coverage`: `judged`, `answered`, `notApplicable`, `notReviewed`, `missing`, as everywhere below
  /// - `overall`: a result; not there at all where the framework forbids one
  /// - `criteria`: each `path`, `name`, `level`, `role`, `scale`, `mark` (a point's id, `not-applicable`,
  ///   `not-reviewed` or `missing`), `value` and `label` of the point, `suggestion` (`point`, `agrees`,
  ///   `support`: `marked` of `of` statements a point), `evidence`, `actions`, `challenge`, `result`,
  ///   `coverage`, `explanation`
  /// - a result: `aggregation`, `scale`, `text`, one of `point`, `between`, `tied`, `mean` (with `sum` and
  ///   `count`, or `weight`), `reaching` (with `of` and `from`) or `distribution`, or else `shortfall` (why
  ///   there is none); `parts` of a weighted one; `counts` of the points behind it; `notes`
  /// - `measures`: a number, a point's id, `true` or `false`, or counts by point, under each measure's id
  /// - `rules`: each `id`, `strength`, `result` (`held`, `broken`, `not-asked`, `not-evaluable`, `failed`), `message`,
  ///   and `criterion`, `found` and `reason` where there are any; `hidden`: paths of criteria that are not asked, and
  ///   `answeredHidden`; `trends`, `signals`, `triggers`: each `id`, `title` and `result`
  /// - `notes`
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(
        "framework",
        .members(
          ("id", .string(rubric.id)), ("version", .string(rubric.version.description)),
          ("digest", .string(rubric.digest.description)))),
      .init("kind", .string(kind.rawValue)),
      .init(
        "subject",
        .members(
          ("id", .string(review.subject.id.value)), ("name", review.subject.name.map { .string($0) }))),
      .init("status", .string(review.status.rawValue)),
    ]
    if let date = review.date { members.append(.init("date", .string(date.description))) }
    if let period { members.append(.init("period", .string(period.description))) }
    members.append(.init("coverage", coverage.json()))
    if let overallResult { members.append(.init("overall", overallResult.json())) }
    members.append(.init("criteria", .array(criteria.map { $0.json() })))
    let measured = rubric.framework.framework.measures.compactMap { measure in
      review.value(of: measure, in: rubric.framework).map {
        JSONValue.Member(measure.id.value, $0.json())
      }
    }
    if !measured.isEmpty { members.append(.init("measures", .object(measured))) }
    if let findings { members += findings.json() }
    members.append(.init("notes", .strings(notes)))
    return .object(members)
  }
}

extension MeasureValue {
  func json() -> JSONValue {
    switch self {
    case .number(let number): .double(number)
    case .yesNo(let answer): .bool(answer)
    case .point(let id): .string(id)
    case .counts(let counts):
      .object(counts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .int(Int64($0.value))) })
    }
  }
}

extension ScoredCriterion {
  func json() -> JSONValue {
    .members(
      ("path", .string(path)), ("name", .string(name)), ("level", .string(level)),
      ("role", .string(role.rawValue)),
      ("scale", scale.map { .string($0.id) }), ("mark", markJSON),
      ("value", point?.value.map { .int(Int64($0)) }),
      ("label", point.map { .string($0.name) }), ("suggestion", suggestionJSON),
      ("evidence", judgement?.evidence.map { .string($0) }),
      ("actions", judgement.flatMap { $0.actions.isEmpty ? nil : .strings($0.actions) }),
      ("challenge", judgement?.challenge.map { .string($0) }), ("result", aggregate?.json()),
      ("coverage", role == .grouping ? counts.json() : nil),
      ("explanation", explanation.isEmpty ? nil : .strings(explanation)))
  }

  private var markJSON: JSONValue? {
    switch mark {
    case .point: .string(point?.id.value ?? "")
    case .notApplicable: .string(Judgement.notApplicable)
    case .notReviewed: .string(Judgement.notReviewed)
    case .missing: "missing"
    case .hidden: "not-asked"
    case nil: nil
    }
  }

  private var suggestionJSON: JSONValue? {
    guard let suggestion, let scale else { return nil }
    let support = suggestion.support.enumerated().filter { $0.element.of > 0 }.map { code, support in
      JSONValue.Member(
        scale.id(of: UInt8(code)),
        .members(("marked", .int(Int64(support.marked))), ("of", .int(Int64(support.of)))))
    }
    return .members(
      ("point", suggestion.point.map { .string(scale.id(of: $0)) }), ("agrees", agrees.map { .bool($0) }),
      ("support", .object(support)))
  }
}

extension AnswerCounts {
  func json() -> JSONValue {
    .members(
      ("judged", .int(Int64(judged))), ("answered", .int(Int64(answered))),
      ("notApplicable", .int(Int64(notApplicable))), ("notReviewed", .int(Int64(notReviewed))),
      ("missing", .int(Int64(missing))), ("hidden", hidden > 0 ? .int(Int64(hidden)) : nil))
  }
}

extension JSONValue {
  /// An object without the members that have no value.
  static func members(_ members: (String, JSONValue?)...) -> JSONValue { .members(members) }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
