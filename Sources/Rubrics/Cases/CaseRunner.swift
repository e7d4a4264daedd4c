import Diagnostics
import Documents
import Frameworks
import Reviews

/// Runs a case: reads its documents, checks them, asks the framework's rules, scores the review.
public struct CaseRunner: Sendable {
  public let rubric: Rubric
  /// The day that the documents are read on; dates behind it are no mistakes.
  public let today: Day
  private let context: FormContext.Framework

  public init(_ rubric: Rubric, today: Day) {
    self.rubric = rubric
    self.today = today
    context = FormContext.Framework(framework: rubric.framework, digest: rubric.digest, today: today)
  }

  /// What came of a case, as the YAML of its `expected.yaml`.
  ///
  /// - Throws: where a document cannot be read as a file.
  public func run(_ folder: CaseFolder) throws(Failure) -> String {
    var sections: [CaseText.Section] = []
    var situation: RuleSituation?
    var plan: FilledForm?
    var earlier: [Review] = []
    var beside: Review?
    var reviewed: (bag: DiagnosticBag, sources: SourceMap)?
    for part in folder.parts {
      let source = try FileReading.source(folder.file(part))
      var sources = SourceMap()
      var bag = DiagnosticBag()
      let file = sources.add(source)
      switch part {
      case .earlier, .beside:
        let review = review(source, file, &bag)
        if bag.hasErrors { sections.append(.init(part, mistakes: bag, sources)) }
        if part == .earlier { earlier = [review].compactMap(\.self) } else { beside = review }
      case .plan, .form:
        let filled = FormReader(source, file, into: &bag)?.read(context, into: &bag)
        if part == .plan { plan = filled }
        sections.append(section(filled, part, bag, sources))
      case .review:
        situation = review(source, file, &bag).map { RuleSituation($0) }
        reviewed = (bag, sources)
      case .schedule: sections.append(schedule(source, file, bag, sources))
      }
    }
    if let reviewed {
      sections.insert(
        review(situation, plan, earlier, beside, reviewed),
        at: sections.firstIndex { $0.part != .plan } ?? sections.count)
    }
    return CaseText.text(sections)
  }

  private func review(_ source: SourceFile, _ file: FileID, _ bag: inout DiagnosticBag) -> Review? {
    guard let review = ReviewReader.parse(source, file, into: &bag) else { return nil }
    ReviewChecks.run(review, against: rubric.framework, digest: rubric.digest, today: today, into: &bag)
    return bag.hasErrors ? nil : review
  }

  private func review(
    _ situation: RuleSituation?, _ plan: FilledForm?, _ earlier: [Review], _ beside: Review?,
    _ read: (bag: DiagnosticBag, sources: SourceMap)
  ) -> CaseText.Section {
    guard var situation else { return .init(.review, mistakes: read.bag, read.sources) }
    situation.plan = plan
    situation.earlier = earlier
    situation.counterpart = beside
    var section = CaseText.Section(.review, mistakes: read.bag, read.sources)
    let score = Scorer.score(situation, rubric: rubric)
    section.lines += CaseText.lines(of: score)
    if let findings = score.findings { section.lines += CaseText.lines(of: findings) }
    return section
  }

  private func section(
    _ filled: FilledForm?, _ part: CaseFolder.Part, _ bag: DiagnosticBag, _ sources: SourceMap
  ) -> CaseText.Section {
    var section = CaseText.Section(part, mistakes: bag, sources)
    guard let filled else { return section }
    section.lines.append("form: \(filled.form.value)")
    if let book = rubric.rules { section.lines += CaseText.lines(of: FormRules(book).findings(filled)) }
    return section
  }

  private func schedule(
    _ source: SourceFile, _ file: FileID, _ bag: DiagnosticBag, _ sources: SourceMap
  ) -> CaseText.Section {
    var bag = bag
    let schedule = ScheduleReader.parse(source, file, into: &bag)
    if let schedule {
      ScheduleChecks.run(
        schedule, in: ScheduleContext(framework: rubric.framework, digest: rubric.digest), into: &bag)
    }
    var section = CaseText.Section(.schedule, mistakes: bag, sources)
    if let schedule, let book = rubric.rules {
      section.lines += CaseText.lines(of: ScheduleRules(book).findings(schedule))
    }
    return section
  }
}
