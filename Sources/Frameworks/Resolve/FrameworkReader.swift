import Diagnostics
import Documents

/// Text to checked framework.
public enum FrameworkReader {
  /// Reads, resolves and checks. `nil` where there is an error; `bag` holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard
      let framework = Document.read(
        source, file, kind: .framework, as: Framework.shape, limits: limits, into: &own)
    else { return nil }
    if own.isHopeless { return nil }
    let resolved = ResolvedFramework(framework)
    var meaning = DiagnosticBag()
    FrameworkChecks.run(on: resolved, into: &meaning)
    if !RuleBook.isEmpty(resolved) { _ = RuleBook(resolved, source: source, into: &meaning) }
    if own.hasErrors { meaning = withoutConsequences(of: own, meaning) }
    own.append(meaning)
    return own.hasErrors ? nil : resolved
  }

  /// What is said about a stretch of text in which something could not be read, is most likely said because
  /// of that.
  private static func withoutConsequences(of form: DiagnosticBag, _ meaning: DiagnosticBag) -> DiagnosticBag {
    let unread = form.items.filter { $0.severity == .error }.compactMap(\.range)
    return meaning.filter { diagnostic in
      guard let range = diagnostic.range else { return true }
      return !unread.contains { range.start <= $0.start && $0.start < range.end && $0.end <= range.end }
    }
  }
}
