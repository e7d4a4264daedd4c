import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// Checks a text as the command for its kind does. Frameworks that documents are held against are compiled once.
struct DocumentChecker {
  let today: @Sendable () -> Day
  private var compiled: [String: CompiledFramework] = [:]

  /// A framework without mistakes, ready to hold documents against.
  private struct CompiledFramework {
    let sources: SourceMap
    let framework: ResolvedFramework
    let digest: Digest
    let rules: RuleBook?
  }

  init(today: @escaping @Sendable () -> Day) { self.today = today }

  /// The message that shows a text's mistakes.
  mutating func check(_ job: CheckQueue.Job) -> JSONValue {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    switch DocumentFormat(job.source) {
    case .framework: _ = FrameworkReading.check(job.source, job.frameworks, &sources, into: &bag)
    case .review: review(job, &sources, &bag)
    case .form: form(job, &sources, &bag)
    case .schedule: schedule(job, &sources, &bag)
    case .crosswalk: crosswalk(job, &sources, &bag)
    case .texts: texts(job, &sources, &bag)
    case .expectation, .other: break
    }
    return DiagnosticsMessage.json(job, bag, sources)
  }

  private mutating func review(_ job: CheckQueue.Job, _ sources: inout SourceMap, _ bag: inout DiagnosticBag)
  {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let review = ReviewReader.parse(job.source, sources.add(job.source), into: &own),
      let compiled = framework(review.framework, job, &own)
    else { return }
    ReviewChecks.run(review, against: compiled.framework, digest: compiled.digest, today: today(), into: &own)
    guard !own.hasErrors, let rules = compiled.rules else { return }
    ReviewRules(rules).findings(RuleSituation(review)).report(
      at: review.place, name: { compiled.framework.criterion($0)?.name ?? $0 }, into: &own)
  }

  private mutating func form(_ job: CheckQueue.Job, _ sources: inout SourceMap, _ bag: inout DiagnosticBag) {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let reader = FormReader(job.source, sources.add(job.source), into: &own),
      let compiled = framework(reader.head.framework, job, &own)
    else { return }
    let context = FormContext.Framework(
      framework: compiled.framework, digest: compiled.digest, today: today())
    guard let filled = reader.read(context, into: &own), let rules = compiled.rules else { return }
    FormRules(rules).findings(filled).report(
      at: { _ in filled.form.range }, name: { compiled.framework.criterion($0)?.name ?? $0 }, into: &own)
  }

  private mutating func schedule(
    _ job: CheckQueue.Job, _ sources: inout SourceMap, _ bag: inout DiagnosticBag
  ) {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let schedule = ScheduleReader.parse(job.source, sources.add(job.source), into: &own),
      let compiled = framework(schedule.framework, job, &own)
    else { return }
    ScheduleChecks.run(
      schedule, in: ScheduleContext(framework: compiled.framework, digest: compiled.digest), into: &own)
    guard !own.hasErrors, let book = compiled.rules else { return }
    let rules = ScheduleRules(book)
    rules.report(rules.findings(schedule), schedule, into: &own)
  }

  private mutating func crosswalk(
    _ job: CheckQueue.Job, _ sources: inout SourceMap, _ bag: inout DiagnosticBag
  ) {
    guard let crosswalk = CrosswalkReader.parse(job.source, sources.add(job.source), into: &bag),
      !bag.isHopeless, let from = framework(crosswalk.from.id, crosswalk.from.version, job, &bag),
      let to = framework(crosswalk.to.id, crosswalk.to.version, job, &bag)
    else { return }
    _ = CrosswalkReader.resolve(crosswalk, from: from.framework, to: to.framework, into: &bag)
  }

  private mutating func texts(_ job: CheckQueue.Job, _ sources: inout SourceMap, _ bag: inout DiagnosticBag) {
    let file = sources.add(job.source)
    guard let place = TextsPlace(job.source.path), let beside = job.frameworks.source(at: place.framework)
    else {
      _ = TextsReader.parse(job.source, file, into: &bag)
      return
    }
    var others = SourceMap()
    var mistakes = DiagnosticBag()
    guard let framework = FrameworkReading.check(beside, job.frameworks, &others, into: &mistakes) else {
      bag.report(
        Diagnostic(Self.broken, "\(place.framework) has mistakes of its own.", at: nil, path: job.source.path)
      )
      return
    }
    let finder = TextsFinder(framework, at: place.framework, bases: others.files.dropFirst().map(\.path))
    guard let target = finder.target else { return }
    _ = TextsReader.read(
      job.source, file, for: target, inherited: (try? finder.inherited(place.language)) ?? [], into: &bag)
  }

  /// The framework that a document names; `nil` after a report.
  private mutating func framework(
    _ pin: FrameworkPin, _ job: CheckQueue.Job, _ bag: inout DiagnosticBag
  ) -> CompiledFramework? {
    framework(pin.id, pin.version, job, &bag)
  }

  private mutating func framework(
    _ idName: Located<String>, _ versionName: Located<SemanticVersion>, _ job: CheckQueue.Job,
    _ bag: inout DiagnosticBag
  ) -> CompiledFramework? {
    let (id, version) = (idName.value, versionName.value.description)
    guard !id.isEmpty, versionName.range != .nowhere else { return nil }
    guard let source = job.frameworks.find(id, version) else {
      bag.report(Self.missing, "\(id)@\(version) was not found.", help: help(id, job), at: idName.range)
      return nil
    }
    if let known = compiled[source.path],
      known.sources.files.allSatisfy({ file in
        job.frameworks.source(at: file.path)?.bytes == file.bytes
      })
    {
      return known
    }
    var sources = SourceMap()
    var mistakes = DiagnosticBag()
    guard let framework = FrameworkReading.check(source, job.frameworks, &sources, into: &mistakes),
      let digest = try? framework.framework.contentDigest()
    else {
      bag.report(
        Self.broken, "\(id)@\(version) has mistakes of its own: nothing can be held against it.",
        at: idName.range)
      return nil
    }
    let rules = RuleBook.isEmpty(framework) ? nil : RuleBook(framework)
    let known = CompiledFramework(sources: sources, framework: framework, digest: digest, rules: rules)
    compiled[source.path] = known
    return known
  }

  private func help(_ id: String, _ job: CheckQueue.Job) -> String {
    let versions = job.frameworks.versionNames(of: id)
    if !versions.isEmpty { return "There is: \(versions.map { "\(id)@\($0)" }.joined(separator: ", "))." }
    return NearestName.of(id, among: job.frameworks.names).map { "Did you mean “\($0)”?" } ?? ""
  }

  static let missing = DiagnosticCode(
    "framework-missing", "A document is held against a framework that is not to be found.",
    advice: "Open the folder that holds it in the editor, or start the language server with --frameworks.")
  static let broken = DiagnosticCode(
    "framework-broken", "A document is held against a framework with mistakes.",
    advice: "Open the framework and mend it first.")
}
