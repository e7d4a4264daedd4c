import Frameworks

/// Lays out what is measured and when, which way it moves, and what follows.
struct FrameworkMeasures {
  private let resolved: ResolvedFramework
  private var framework: Framework { resolved.framework }

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  /// `nil` where the framework says nothing of it.
  var part: FrameworkPage.MeasuresPart? {
    let part = FrameworkPage.MeasuresPart(
      occasions: framework.occasions.map(occasion), measures: framework.measures.map(measure),
      trends: framework.trends.map(trend), signals: framework.signals.map(signal),
      triggers: framework.triggers.map(trigger), conditions: conditions)
    let lists = [part.occasions, part.measures, part.trends, part.signals, part.triggers]
    return lists.allSatisfy(\.isEmpty) ? nil : part
  }

  /// The watch lists; `nil` where there are none.
  var watch: FrameworkPage.WatchPart? {
    guard !framework.watch.isEmpty else { return nil }
    let closing = framework.watch.compactMap { list in
      list.closesWhen.map { PageFact(term: PageText(list.title), text: PageText($0.value)) }
    }
    return .init(
      lists: framework.watch.map(watchList),
      conditions: closing.isEmpty ? nil : .init(title: "How Waymark works this out", entries: closing))
  }

  private func occasion(_ occasion: Occasion) -> FrameworkPage.Entry {
    .init(
      title: PageText(occasion.title),
      detail: occasion.from.map { PageText("From \(ProcessWords.day($0.value))") },
      source: source(occasion.source))
  }

  private func measure(_ measure: Measure) -> FrameworkPage.Entry {
    .init(
      title: PageText(measure.title),
      detail: PageText(English.sentence(MeasureWords(resolved).answer(measure))),
      text: measure.text.map { PageText($0) }, source: source(measure.source),
      assumed: measure.assumed.map { PageText($0) })
  }

  private func trend(_ trend: Trend) -> FrameworkPage.Entry {
    .init(
      title: PageText(trend.title), detail: PageText(English.sentence(MeasureWords.categories(trend))),
      source: source(trend.source), assumed: trend.assumed.map { PageText($0) })
  }

  private func signal(_ signal: Signal) -> FrameworkPage.Entry {
    .init(
      title: PageText(signal.title), source: source(signal.source),
      assumed: signal.assumed.map { PageText($0) })
  }

  private func trigger(_ trigger: Trigger) -> FrameworkPage.Entry {
    let list = trigger.opens.flatMap { id in framework.watch.first { $0.id.value == id.value } }
    return .init(
      title: PageText(trigger.title),
      detail: list.map {
        PageText("Waymark then proposes the \(FrameworkWords.subject(framework.subject)) for “\($0.title)”.")
      }, text: trigger.text.map { PageText($0) }, source: source(trigger.source),
      assumed: trigger.assumed.map { PageText($0) })
  }

  private func watchList(_ list: WatchList) -> FrameworkPage.WatchBlock {
    let cadence = framework.process.cadences.first { $0.id.value == list.report.value }
    let subject = FrameworkWords.subject(framework.subject)
    var facts = [
      PageFact(
        term: "Who answers", text: PageText(ProcessWords(framework).role(list.owner.value) + ", by name"))
    ]
    if let cadence {
      facts.append(
        PageFact(
          term: "Reports", text: PageText("\(cadence.title): \(ProcessWords.often(cadence))")))
    }
    let besides = list.closesWhen == nil ? "" : ", and its condition is met"
    facts.append(
      PageFact(
        term: PageText("A \(subject) leaves it"),
        text: PageText("when \(MeasureWords.closing(list))\(besides)")))
    return .init(
      title: PageText(list.title), text: list.text.map { PageText($0) }, facts: facts,
      source: source(list.source), assumed: list.assumed.map { PageText($0) })
  }

  private var conditions: FrameworkPage.Conditions? {
    func fact(_ title: String, _ text: String) -> PageFact {
      PageFact(term: PageText(title), text: PageText(text))
    }
    let entries =
      framework.trends.map { fact($0.title, $0.of.value) }
      + framework.signals.map { fact($0.title, $0.when.value) }
      + framework.triggers.map { fact($0.title, $0.when.value) }
    return entries.isEmpty ? nil : .init(title: "How Waymark works these out", entries: entries)
  }

  private func source(_ reference: SourceReference?) -> PageText? {
    FrameworkWords.source(reference, framework).map { PageText($0) }
  }
}
