import Diagnostics
import Frameworks
import Rubrics

/// A framework as a page to read and to print.
public enum FrameworkPageHTML {
  /// One self-contained HTML page: no script, nothing loaded from elsewhere.
  ///
  /// - Parameter remarks: for a page that its author keeps open while writing: what is wrong, and where. Such a page
  ///   has a script that reloads it.
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(_ rubric: Rubric, remarks: FrameworkRemarks? = nil) throws(Failure) -> String {
    let resolved = rubric.framework
    let framework = resolved.framework
    var remarks = remarks
    remarks?.gather(outside: resolved)
    var body = FrameworkPage(
      live: remarks.map { LiveFindings($0, of: resolved) },
      extends: extends(resolved),
      contents: resolved.children(of: nil).map { contents($0, resolved) },
      sources: framework.sources.map(source),
      scales: framework.scales.map { scale($0.key.value, $0.value) },
      judging: FrameworkWords.judging(resolved).map { PageText($0) },
      coverage: coverage(resolved),
      overall: overall(framework.overall),
      criteria: resolved.children(of: nil).map { FrameworkCriteria(resolved, remarks: remarks).block($0) },
      team: FrameworkTeam(resolved).part, process: FrameworkProcess(resolved).part,
      rules: FrameworkRules(resolved).part, measures: FrameworkMeasures(resolved).part,
      watch: FrameworkMeasures(resolved).watch, tools: FrameworkTools(resolved).blocks,
      sheets: FrameworkForms(resolved).sheets(rubric.reference),
      status: PageText(
        framework.status == .draft ? "Draft: it may still change." : "Released: this version stays as it is."),
      reference: PageText(rubric.reference), digest: PageText(rubric.digest.description))
    body.contents += parts(body)
    var page = Page(title: PageText(framework.title), styles: [.framework], body: body)
    page.setLanguage(of: resolved)
    page.eyebrow = PageText("Framework for the review of \(article(framework.subject)) · \(version(rubric))")
    page.summary = framework.summary.map { PageText($0) }
    return try Templates.page("framework", page)
  }

  private static func extends(_ resolved: ResolvedFramework) -> PageText? {
    guard let inheritance = Inheritance(resolved) else { return nil }
    let name = resolved.base.map { "“\($0.framework.title)” (\(inheritance.base))" } ?? inheritance.base
    return PageText(
      "It extends \(name): what it does not change it takes over. Each criterion, step and form says which it is."
    )
  }

  private static func article(_ subject: Framework.SubjectKind) -> String {
    English.inSentence(English.withArticle(FrameworkWords.subject(subject)))
  }

  private static func version(_ rubric: Rubric) -> String {
    let status = rubric.framework.framework.status
    return "version \(rubric.version)" + (status == .draft ? ", draft" : "")
  }

  private static func contents(
    _ criterion: ResolvedCriterion, _ framework: ResolvedFramework
  ) -> FrameworkPage.ContentsEntry {
    // Two levels are a contents list; more would be the page itself.
    let children = criterion.level == 0 ? framework.children(of: criterion) : []
    let named = children.filter { $0.criterion.title != nil && framework.children(of: $0).isEmpty == false }
    return .init(
      href: PageText("#" + FrameworkCriteria.anchor(criterion)),
      code: criterion.criterion.code.map { PageText($0) },
      title: PageText(criterion.name), children: named.map { contents($0, framework) })
  }

  /// The contents after the criteria: the parts that are there.
  private static func parts(_ body: FrameworkPage) -> [FrameworkPage.ContentsEntry] {
    let parts: [(Bool, PageText, PageText)] = [
      (true, "#overall", body.overall.title), (body.team != nil, "#team", "Who does what"),
      (body.process != nil, "#process", "How a review runs"),
      (body.rules != nil, "#rules", "What must, should and may be so"),
      (body.measures != nil, "#measures", "Measures and signals"),
      (body.watch != nil, "#watch", "Watch lists"), (!body.tools.isEmpty, "#tools", "Tools"),
      (!body.sheets.isEmpty, "#forms", "Forms"),
    ]
    var entries = parts.filter(\.0).map { FrameworkPage.ContentsEntry(href: $0.1, title: $0.2) }
    if !body.sheets.isEmpty {
      entries[entries.count - 1].children = body.sheets.map { sheet in
        .init(href: PageText("#\(sheet.anchor?.value ?? "forms")"), title: sheet.title)
      }
    }
    return entries
  }

  private static func source(_ document: SourceDocument) -> FrameworkPage.Source {
    let detail = [document.publisher, document.date].compactMap(\.self).joined(separator: ", ")
    return .init(
      title: PageText(document.title), detail: PageText(detail), note: document.note.map { PageText($0) })
  }

  private static func scale(_ id: String, _ scale: Scale) -> FrameworkPage.ScaleBlock {
    .init(
      title: PageText(scale.title ?? English.heading(slug: id)), points: FrameworkCriteria.points(of: scale),
      isMoving: scale.stability == .moving, note: scale.note.map { PageText($0) })
  }

  private static func coverage(_ resolved: ResolvedFramework) -> [FrameworkPage.CoverageGroup] {
    let coverage = resolved.framework.coverage
    let groups = [
      ("A review must cover", coverage.must), ("A review should cover", coverage.should),
      ("A review may also cover", coverage.may),
    ]
    return groups.filter { !$0.1.isEmpty }.map { title, conditions in
      .init(title: PageText(title), rules: conditions.map { PageText(FrameworkWords.coverage($0, resolved)) })
    }
  }

  private static func overall(_ overall: Overall) -> FrameworkPage.OverallNote {
    switch overall {
    case .none: .init(title: "No overall figure", text: PageText(FrameworkWords.noOverall))
    case .aggregate(let aggregate):
      .init(
        title: "The overall figure", text: PageText(FrameworkWords.overall(aggregate)),
        bands: aggregate.bands.enumerated().map { index, band in
          .init(
            title: PageText(band.title),
            detail: PageText(FrameworkWords.band(index, of: aggregate.bands)),
            text: band.text.map { PageText($0) })
        }, assumed: aggregate.assumed.map { PageText($0) })
    }
  }
}
