import Frameworks

/// Lays out how a review runs: stages, steps, what is agreed first and what recurs.
struct FrameworkProcess {
  private let framework: Framework
  private let words: ProcessWords
  private let inheritance: Inheritance?

  init(_ resolved: ResolvedFramework) {
    inheritance = Inheritance(resolved)
    framework = resolved.framework
    words = ProcessWords(framework)
  }

  /// `nil` where the framework says nothing of it.
  var part: FrameworkPage.ProcessPart? {
    let process = framework.process
    guard process != ReviewProcess() || !framework.agreements.isEmpty else { return nil }
    return .init(
      stages: stages, agreements: framework.agreements.map(agreement),
      recurring: process.cadences.map(cadence) + process.samples.map(sample))
  }

  private var stages: [FrameworkPage.StageBlock] {
    var before = 0
    return framework.process.stages.map { stage in
      defer { before += stage.steps.count }
      return .init(
        title: PageText(stage.title), text: stage.text.map { PageText($0) }, source: source(stage.source),
        start: before + 1,
        steps: stage.steps.enumerated().map { step($1, number: before + $0 + 1) })
    }
  }

  private func step(_ step: Step, number: Int) -> FrameworkPage.StepBlock {
    var facts: [FrameworkPage.StepFact] = []
    if let window = step.window {
      facts.append(
        .init(
          term: "When", text: PageText(words.window(window).firstCapital), strength: strength(window.strength)
        ))
    } else if step.isScheduled {
      facts.append(.init(term: "When", text: "On the day that the schedule gives"))
    }
    if let lasting = step.lasts, let length = ProcessWords.lasts(lasting) {
      facts.append(
        .init(term: "Takes", text: PageText(length.firstCapital), strength: strength(lasting.strength)))
    }
    if !step.by.isEmpty { facts.append(.init(term: "Who", text: PageText(words.roles(step.by)))) }
    if !step.with.isEmpty { facts.append(.init(term: "With", text: PageText(words.roles(step.with)))) }
    if let form = step.form.flatMap({ id in framework.forms.first { $0.id.value == id.value } }) {
      facts.append(.init(term: "Form", text: PageText(form.title), href: FrameworkForms.href(form)))
    }
    let assumed = [step.assumed, step.window?.assumed, step.lasts?.assumed].compactMap(\.self)
    return .init(
      number: number, title: PageText(step.title), isOptional: step.isOptional,
      text: step.text.map { PageText($0) }, facts: facts, source: source(step.source),
      lineage: inheritance.map { PageText($0.sentence(of: step.id.range)) },
      assumed: assumed.map { PageText($0) })
  }

  private func agreement(_ agreement: Agreement) -> FrameworkPage.Entry {
    .init(
      title: PageText(agreement.title), detail: PageText("Signed \(words.waits(agreement))."),
      text: agreement.text.map { PageText($0) }, strength: strength(agreement.strength),
      source: source(agreement.source), assumed: agreement.assumed.map { PageText($0) })
  }

  private func cadence(_ cadence: Cadence) -> FrameworkPage.Entry {
    let with = cadence.with.isEmpty ? "" : ", with \(words.roles(cadence.with))"
    return .init(
      title: PageText(cadence.title),
      detail: PageText(English.sentence(ProcessWords.often(cadence).firstCapital + with)),
      strength: strength(cadence.strength), source: source(cadence.source),
      assumed: cadence.assumed.map { PageText($0) })
  }

  private func sample(_ sample: QualitySample) -> FrameworkPage.Entry {
    let form = framework.forms.first { $0.id.value == sample.form?.value }
    let ending = form.map { " The form for each is “\($0.title)”." } ?? ""
    return .init(
      title: PageText(sample.title), detail: PageText(ProcessWords.sample(sample) + "." + ending),
      source: source(sample.source), assumed: sample.assumed.map { PageText($0) })
  }

  private func strength(_ strength: Strength) -> PageText {
    PageText(strength.rawValue)
  }

  private func source(_ reference: SourceReference?) -> PageText? {
    FrameworkWords.source(reference, framework).map { PageText($0) }
  }
}
