import Frameworks

/// Lays out the ways of working together.
struct FrameworkTools {
  private let resolved: ResolvedFramework

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  var blocks: [FrameworkPage.ToolBlock] { resolved.framework.tools.map(block) }

  private func block(_ tool: Tool) -> FrameworkPage.ToolBlock {
    func fact(_ term: PageText, _ parts: [String]) -> PageFact? {
      parts.isEmpty ? nil : PageFact(term: term, text: PageText(parts.joined(separator: "; ")))
    }
    let scale = tool.scale.flatMap { resolved.scaleIndex($0.value) }.map(resolved.scale)
    return .init(
      title: PageText(tool.title), purpose: PageText(English.sentence(tool.purpose)),
      steps: tool.steps.map { PageText($0.text) },
      facts: [fact("You bring", tool.takes), fact("You leave with", tool.gives)].compactMap(\.self),
      marks: scale.map(FrameworkCriteria.marks),
      source: FrameworkWords.source(tool.source, resolved.framework).map { PageText($0) },
      assumed: tool.assumed.map { PageText($0) })
  }
}
