import Documents

/// Every point where others may extend Waymark. The reference page and the schemas are made from these.
public enum Hooks {
  public static let frameworkImport = Hook<ImportRequest, FrameworkImportAnswer>(
    .frameworkImport,
    calledWhen: "somebody runs `waymark framework import` on a file of that format.",
    sees: .framework, limits: HookLimits(), request: ImportRequest.message,
    answer: FrameworkImportAnswer.shape)

  public static let frameworkExport = Hook<FrameworkExportRequest, FilesAnswer>(
    .frameworkExport,
    calledWhen: "somebody runs `waymark framework export` to that format.",
    sees: .framework, limits: HookLimits(), request: FrameworkExportRequest.message, answer: FilesAnswer.shape
  )

  public static let reviewImport = Hook<ImportRequest, ReviewImportAnswer>(
    .reviewImport,
    calledWhen: "somebody runs `waymark review import` on a file of that format.",
    sees: .reviews, limits: HookLimits(), request: ImportRequest.message, answer: ReviewImportAnswer.shape)

  public static let reviewExport = Hook<ReviewExportRequest, FilesAnswer>(
    .reviewExport,
    calledWhen: "somebody runs `waymark review export` to that format.",
    sees: .reviews, limits: HookLimits(), request: ReviewExportRequest.message, answer: FilesAnswer.shape)

  public static let aggregate = Hook<AggregateRequest, AggregateAnswer>(
    .aggregate,
    calledWhen: """
      a review is scored whose framework says `{aggregate: NAME, plugin: ID}`: once for each criterion or overall figure, \
      with all reviews that are scored together.
      """,
    sees: .marks, limits: HookLimits(message: 256), request: AggregateRequest.message,
    answer: AggregateAnswer.shape)

  public static let check = Hook<CheckRequest, CheckAnswer>(
    .check,
    calledWhen:
      "somebody runs `waymark framework check --with ID`, after Waymark's own checks found no error.",
    sees: .framework, limits: HookLimits(), request: CheckRequest.message, answer: CheckAnswer.shape)

  public static let reportRender = Hook<ReportRequest, FilesAnswer>(
    .reportRender,
    calledWhen: "somebody runs `waymark review score --format` with that format.",
    sees: .reports, limits: HookLimits(), request: ReportRequest.message, answer: FilesAnswer.shape)

  public static let answerExport = Hook<AnswerRequest, FilesAnswer>(
    .answerExport,
    calledWhen: "somebody runs `waymark compare --format` with that format.",
    sees: .published, limits: HookLimits(message: 256), request: AnswerRequest.message,
    answer: FilesAnswer.shape)

  public static let trendAnalyse = Hook<TrendRequest, TrendAnswer>(
    .trendAnalyse,
    calledWhen:
      "somebody runs `waymark workspace analyse` with that analysis, on the agreed reviews of a workspace.",
    sees: .marks, limits: HookLimits(time: 600, message: 256), request: TrendRequest.message,
    answer: TrendAnswer.shape)

  /// In the order of the reference page.
  public static let all: [HookDeclaration] = [
    frameworkImport.declaration, frameworkExport.declaration, reviewImport.declaration,
    reviewExport.declaration, aggregate.declaration, check.declaration, reportRender.declaration,
    answerExport.declaration, trendAnalyse.declaration,
  ]

  public static func declaration(_ name: HookName) -> HookDeclaration? { all.first { $0.name == name } }
}
