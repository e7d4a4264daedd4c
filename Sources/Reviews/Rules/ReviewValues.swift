import Documents
import Expressions
import Frameworks

/// A review as the values that expressions see.
struct ReviewValues {
  let situation: RuleSituation
  let book: RuleBook
  var hidden: Set<Int> = []
  var trends: [TrendFinding] = []
  /// By the signal's position in the framework.
  var signals: [Int: Outcome] = [:]

  init(_ situation: RuleSituation, _ book: RuleBook) {
    self.situation = situation
    self.book = book
  }

  private var types: RuleTypes { book.vocabulary.types }
  private var review: Review { situation.review }
  private var framework: Framework { book.framework.framework }

  func activation() -> Activation {
    var activation = Activation(book.vocabulary.review)
    for variable in RuleVocabulary.ReviewVariable.allCases { activation[variable.slot] = value(of: variable) }
    return activation
  }

  func value(of variable: RuleVocabulary.ReviewVariable) -> Value {
    switch variable {
    case .j: judgements(of: review, types.judgements.either, review.kind.value)
    case .own: judgements(by: .own, types.judgements.own)
    case .peer: judgements(by: .peer, types.judgements.peer)
    case .review: .record(Record(types.review, about))
    case .subject:
      RuleValues.subject(review.subject, types.subject, framework)
    case .team:
      .list(review.team.map { RuleValues.member($0, host: review.subject, types.member, framework) })
    case .covered: covered
    case .measures: .record(Record(types.measures, framework.measures.map(measure)))
    case .trends: .record(Record(types.trends, framework.trends.indices.map(trend)))
    case .signals: .record(Record(types.signals, framework.signals.indices.map(signal)))
    case .agreements: .record(Record(types.agreements, framework.agreements.map(agreement)))
    case .plan: plan
    }
  }

  private var about: [Value] {
    [
      .string(review.kind.value.rawValue), .string(review.status.rawValue),
      RuleValues.day(review.date, "date"),
      review.period.map { .string($0.description) } ?? .unavailable(Unavailability(.notKnown, of: "period")),
      review.occasion.map { .string($0.value) } ?? .unavailable(Unavailability(.notKnown, of: "occasion")),
      .bool(!review.measures.isEmpty),
    ]
  }

  // MARK: - Judgements

  private func judgements(by kind: ReviewKind, _ type: KeyedType) -> Value {
    let found = [review, situation.counterpart].compactMap(\.self).first { $0.kind.value == kind }
    guard let found else {
      return .unavailable(Unavailability(.notKnown, of: kind == .own ? "self-review" : "peer review"))
    }
    return judgements(of: found, type, kind)
  }

  private func judgements(of review: Review, _ type: KeyedType, _ kind: ReviewKind) -> Value {
    let written = Dictionary(
      review.judgements.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    return .map(
      ValueMap(
        type,
        type.entries.map { entry in
          guard let criterion = book.framework.criterion(entry.key), case .record(let record) = entry.type
          else {
            return .null
          }
          return judgement(written[entry.key], criterion, record, kind)
        }))
  }

  private func judgement(
    _ judgement: Judgement?, _ criterion: ResolvedCriterion, _ type: RecordType, _ kind: ReviewKind
  ) -> Value {
    var answered: [Value]
    let scale = (criterion.judgedScale(by: kind) ?? criterion.ownScale ?? criterion.peerScale)
      .map(book.framework.scale)
    let point = judgement?.point.flatMap { written in scale?.point(named: written.value) }
    if hidden.contains(criterion.index) {
      answered = unavailable(.notApplicable, criterion)
    } else if let point {
      answered = [
        .string(point.id.value),
        point.value.map { .int(Int64($0)) } ?? .unavailable(Unavailability(.notKnown, of: point.name)),
        .string(point.name),
      ]
    } else {
      switch judgement?.point?.value {
      case Judgement.notApplicable: answered = unavailable(.notApplicable, criterion)
      case Judgement.notReviewed: answered = unavailable(.notReviewed, criterion)
      default: answered = unavailable(.notKnown, criterion)
      }
    }
    return .record(
      Record(
        type,
        answered + [
          .string(judgement?.challenge ?? ""), .string(judgement?.evidence ?? ""),
          .list((judgement?.actions ?? []).map { .string($0) }),
          .list((judgement?.statements ?? []).map { .string($0.value) }),
          .bool(point != nil && !hidden.contains(criterion.index)),
        ]))
  }

  private func unavailable(_ reason: Unavailability.Reason, _ criterion: ResolvedCriterion) -> [Value] {
    Array(repeating: .unavailable(Unavailability(reason, of: criterion.name)), count: 3)
  }

  /// Those that were answered, those above them, and those below what was judged as a whole.
  private var covered: Value {
    var isCovered = Array(repeating: false, count: book.framework.criteria.count)
    for entry in review.judgements {
      guard let criterion = book.framework.criterion(entry.key.value), !hidden.contains(criterion.index)
      else {
        continue
      }
      let point = entry.value.point?.value
      guard point.map({ $0 != Judgement.notReviewed }) ?? entry.value.hasWriting else { continue }
      for index in criterion.index..<criterion.end { isCovered[index] = true }
      var parent = criterion.parent
      while let above = parent {
        isCovered[above] = true
        parent = book.framework.criteria[above].parent
      }
    }
    return RuleValues.paths(types.covered, book.framework) { isCovered[$0] }
  }

  // MARK: - What was measured, and what follows

  private func measure(_ measure: Measure) -> Value {
    let missing = Value.unavailable(Unavailability(.notKnown, of: measure.title))
    guard let value = review.value(of: measure, in: book.framework) else { return missing }
    switch value {
    case .number(let number): return .double(number)
    case .yesNo(let answer): return .bool(answer)
    case .point(let id): return .string(id)
    case .counts(let counts):
      guard let type = types.counts[measure.id.value],
        let scale = measure.scale.flatMap({ book.framework.scaleIndex($0.value) }).map(book.framework.scale)
      else { return missing }
      let numbers = scale.points.map { counts[$0.id.value] ?? 0 }
      return .record(Record(type, (numbers + [numbers.reduce(0, +)]).map { .int(Int64($0)) }))
    }
  }

  private func trend(_ index: Int) -> Value {
    let trend = framework.trends[index]
    guard let finding = trends.first(where: { $0.trend.id == trend.id }),
      case .moved(let category, _) = finding.result
    else { return .unavailable(Unavailability(.notKnown, of: trend.title)) }
    return .string(trend.categories[category].id.value)
  }

  private func signal(_ index: Int) -> Value {
    switch signals[index] {
    case .value(let value): value
    case .notEvaluable(let reason, _): .unavailable(reason)
    case .error, nil: .unavailable(Unavailability(.notKnown, of: framework.signals[index].title))
    }
  }

  private func agreement(_ agreement: Agreement) -> Value {
    let signed = review.agreements.first { $0.id.value == agreement.id.value }
    let stands = review.date.map { day in signed?.stands(on: day) ?? false } ?? (signed?.signed != nil)
    return .record(
      Record(
        types.agreement,
        [
          RuleValues.day(signed?.signed?.value, "\(agreement.title), signed"),
          RuleValues.day(signed?.until?.value, "\(agreement.title), until"), .bool(stands),
        ]))
  }

  private var plan: Value {
    guard let plan = situation.plan, let type = types.forms[plan.form.value] else {
      return .unavailable(Unavailability(.notKnown, of: "plan"))
    }
    return FormValues(plan, book).record(type)
  }
}
