import Diagnostics
import Frameworks
import Hooks
import Reviews
import Rubrics
import Sealing

/// The calls that a plugin is tried with: made-up frameworks and reviews, in the form that real calls have.
public struct KitRequests: Sendable {
  /// How Waymark writes what the kit cannot see from here.
  public struct Writers: Sendable {
    let outline: @Sendable (Rubric) -> JSONValue
    let score: @Sendable (ScoredReview) -> JSONValue
    let answer: @Sendable (Int) -> (JSONValue, HookTable)

    /// - Parameter answer: a registry's answer with so many figures.
    public init(
      outline: @escaping @Sendable (Rubric) -> JSONValue,
      score: @escaping @Sendable (ScoredReview) -> JSONValue,
      answer: @escaping @Sendable (_ figures: Int) -> (JSONValue, HookTable)
    ) {
      self.outline = outline
      self.score = score
      self.answer = answer
    }
  }

  private let framework: KitFramework
  private let rubric: Rubric
  private let writers: Writers

  /// - Parameter criteria: how many judged criteria the made-up framework has.
  public init(criteria: Int, _ writers: Writers) throws(Failure) {
    framework = try KitFramework(criteria: criteria)
    rubric = try Rubric(framework.resolved)
    self.writers = writers
  }

  /// A good request for what a plugin provides; `nil` for imports, whose files only the plugin's authors have.
  func params(for provided: PluginManifest.Provided) throws -> PluginParams? {
    let sent = HookFramework(rubric.framework, digest: rubric.digest) { [writers, rubric] in
      writers.outline(rubric)
    }
    switch provided.hook {
    case .frameworkImport, .reviewImport: return nil
    case .frameworkExport:
      return .value(
        Hooks.frameworkExport.request.json(FrameworkExportRequest(format: provided.key, framework: sent)))
    case .reviewExport:
      let reviews = try [
        framework.review(kind: .own, subject: "made-up-1", shift: 0),
        framework.review(kind: .own, subject: "made-up-2", shift: 1),
      ]
      let scores = Scorer.score(reviews.map { MarkedReview($0, rubric: rubric) }).map(writers.score)
      return .value(
        Hooks.reviewExport.request.json(
          ReviewExportRequest(
            format: provided.key, framework: sent, reviews: Array(reviews.prefix(1)),
            scores: { Array(scores.prefix(1)) })))
    case .aggregate: return .encoded(try aggregate(provided, rows: 50).wireText())
    case .check:
      return .value(Hooks.check.request.json(CheckRequest(check: provided.key, framework: sent)))
    case .reportRender:
      let review = try framework.review(kind: .own, subject: "made-up-1", shift: 2)
      let score = writers.score(Scorer.score(review, rubric: rubric))
      return .value(
        Hooks.reportRender.request.json(
          ReportRequest(format: provided.key, kind: "review", value: 0, report: { score })))
    case .answerExport:
      let (answer, table) = writers.answer(framework.judgedPaths.count)
      return .value(
        Hooks.answerExport.request.json(
          AnswerRequest(format: provided.key, value: 0, answer: { answer }, table: { table })))
    case .trendAnalyse:
      return .value(
        Hooks.trendAnalyse.request.json(
          TrendRequest(analysis: provided.key, framework: sent, observations: observations(subjects: 24))))
    }
  }

  /// - Parameter rows: how many reviews.
  func aggregate(_ provided: PluginManifest.Provided, rows: Int) -> AggregateRequest {
    let scale = rubric.scales[0]
    let width = framework.judgedPaths.count
    let marks = (0..<rows * width).map { Int8(truncatingIfNeeded: ($0 * 7 + $0 / width) % 5) - 1 }
    return AggregateRequest(
      aggregation: provided.key, kind: scale.scale.kind,
      points: zip(scale.scale.points, scale.values).map { .init(id: $0.id.value, value: $1, label: $0.name) },
      criteria: framework.judgedPaths, weights: framework.judgedPaths.map { _ in 1 }, marks: marks)
  }

  private func observations(subjects: Int) -> Observations {
    var observations = Observations()
    observations.subjectCount = subjects
    observations.periods = ["2024-25", "2025-26"]
    observations.criteria = rubric.framework.judged(by: .own).map {
      Observations.Criterion(path: $0.path, name: $0.name, scale: "steps")
    }
    for subject in 0..<subjects {
      for period in 0..<2 {
        for criterion in observations.criteria.indices {
          for kind in ReviewKind.allCases {
            let drift = kind == .peer && (subject + criterion) % 3 == 0 ? 1 : 0
            let point = (subject + criterion + period + drift) % 4
            observations.rows.append(
              .init(subject: subject, period: period, kind: kind, criterion: criterion, point: point))
          }
        }
      }
    }
    return observations
  }
}
