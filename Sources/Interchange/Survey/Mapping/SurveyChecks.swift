import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// Holds a mapping against the framework that it names.
public enum SurveyChecks {
  public static func run(
    _ mapping: SurveyMapping, against framework: ResolvedFramework, digest: Digest,
    into bag: inout DiagnosticBag
  ) {
    checkPin(mapping, framework, digest, &bag)
    checkSubject(mapping, framework, &bag)
    checkNames(mapping, &bag)
    for column in mapping.columns { check(column, mapping, framework, &bag) }
    checkPoints(mapping, &bag)
    let scales = mapping.columns.compactMap { scale(of: $0, mapping, framework) }
    for answer in mapping.answers where !isPoint(answer.value.value, among: scales) {
      reportPoint(answer, scales, &bag)
    }
  }

  /// As a review that names the framework so would be told.
  private static func checkPin(
    _ mapping: SurveyMapping, _ framework: ResolvedFramework, _ digest: Digest, _ bag: inout DiagnosticBag
  ) {
    var review = Review()
    review.framework = mapping.framework
    review.kind = mapping.kind
    // Any day will do: nothing here has one.
    let context = ReviewContext(framework: framework, digest: digest, today: .earliest)
    OtherFramework.check(review, against: context, into: &bag)
  }

  private static func checkSubject(
    _ mapping: SurveyMapping, _ framework: ResolvedFramework, _ bag: inout DiagnosticBag
  ) {
    let subject = mapping.subject
    if (subject.id == nil) == (subject.column == nil) {
      bag.report(
        SurveyCodes.subjectUnsaid,
        subject.id == nil
          ? "The mapping does not say who is reviewed."
          : "The mapping says twice who is reviewed: by an id and by a column.",
        at: subject.id?.range ?? subject.range)
    }
  }

  private static func checkNames(_ mapping: SurveyMapping, _ bag: inout DiagnosticBag) {
    var seen: Set<String> = []
    for name in mapping.allColumns {
      let key = "\(SurveyHeader.normalized(name.header.value)) \(name.nth ?? 1)"
      if !name.header.value.isEmpty, !seen.insert(key).inserted {
        bag.report(
          SurveyCodes.columnTwice, "The column \(name.shown) stands in the mapping a second time.",
          help: "If the file has several such columns, add `nth: 2` for the second of them.",
          at: name.header.range)
      }
    }
  }

  private static func check(
    _ column: SurveyColumn, _ mapping: SurveyMapping, _ framework: ResolvedFramework,
    _ bag: inout DiagnosticBag
  ) {
    let path = column.criterion.value
    guard !path.isEmpty else { return }
    guard let criterion = framework.criterion(path) else {
      let nearest = NearestName.of(path, among: framework.criteria.lazy.map(\.path))
      bag.report(
        SurveyCodes.unknownCriterion, "The framework has no criterion “\(path.onOneLine)”.",
        help: nearest.map { "Did you mean “\($0)”?" } ?? "", at: column.criterion.range)
      return
    }
    if column.box == .point {
      guard let scale = scale(of: column, mapping, framework) else {
        bag.report(
          SurveyCodes.unjudged,
          "“\(path)” is not judged in a \(mapping.kind.value == .own ? "self-review" : "peer review").",
          at: column.criterion.range)
        return
      }
      if mapping.responses.value == .median, scale.kind == .nominal {
        bag.report(
          SurveyCodes.scaleOrder,
          "The points of “\(criterion.name.onOneLine)” have no order, and so no middle.",
          at: mapping.responses.range)
      }
      for answer in column.answers where !isPoint(answer.value.value, among: [scale]) {
        reportPoint(answer, [scale], &bag)
      }
    }
    if column.box == .statements {
      let known = criterion.criterion.statements.map(\.id.value)
      for answer in column.answers where !known.contains(answer.value.value) {
        bag.report(
          SurveyCodes.unknownStatement, "“\(path)” has no statement “\(answer.value.value)”.",
          help: NearestName.of(answer.value.value, among: known).map { "Did you mean “\($0)”?" } ?? "",
          at: answer.value.range)
      }
    }
  }

  private static func checkPoints(_ mapping: SurveyMapping, _ bag: inout DiagnosticBag) {
    var seen: Set<String> = []
    for column in mapping.columns where column.box == .point && !column.criterion.value.isEmpty {
      if !seen.insert(column.criterion.value).inserted {
        bag.report(
          SurveyCodes.criterionTwice, "A second column gives the point of “\(column.criterion.value)”.",
          at: column.criterion.range)
      }
    }
  }

  private static func scale(
    of column: SurveyColumn, _ mapping: SurveyMapping, _ framework: ResolvedFramework
  ) -> Scale? {
    guard column.box == .point else { return nil }
    return framework.criterion(column.criterion.value)?.judgedScale(by: mapping.kind.value).map(
      framework.scale)
  }

  private static func isPoint(_ name: String, among scales: [Scale]) -> Bool {
    SurveyPoints.instead.contains(name) || scales.contains { $0.point(named: name) != nil }
  }

  private static func reportPoint(
    _ answer: Keyed<Located<String>>, _ scales: [Scale], _ bag: inout DiagnosticBag
  ) {
    let choices = scales.first?.pointChoices.joined(separator: ", ") ?? "none"
    bag.report(
      SurveyCodes.unknownPoint,
      "“\(answer.value.value)”, for “\(answer.key.value.onOneLine)”, is no point of the scale.",
      help: "It may be: \(choices); or not-applicable, not-reviewed.", at: answer.value.range)
  }
}

extension SurveyMapping {
  /// Every column that the mapping names.
  var allColumns: [SurveyColumnName] {
    [subject.column, date?.column].compactMap(\.self) + team + note + columns.map(\.name) + ignore
  }
}

extension SurveyColumnName {
  /// For messages.
  var shown: String {
    let name = "“\(SurveyHeader.shown(header.value))”"
    return nth.map { $0 > 1 ? "\(name) (number \($0))" : name } ?? name
  }
}
