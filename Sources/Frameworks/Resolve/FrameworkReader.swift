import Diagnostics
import Documents

/// Text to checked framework.
public enum FrameworkReader {
  /// Reads, resolves and checks a framework that stands alone. `nil` where there is an error; `bag` holds all of
  /// them.
  public static func read(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    var sources = SourceMap()
    return Reading(file: file, source: source, bases: NoBases(), limits: limits, knowsEarlier: false)
      .run(&sources, into: &bag)
  }

  /// Reads, resolves and checks a framework or a variant. `nil` where there is an error; `bag` holds all of them.
  ///
  /// - Parameters:
  ///   - sources: gains the files of what a variant extends.
  ///   - bases: where they are looked for, and the earlier versions that `migrations` name.
  public static func read(
    _ file: FileID, in sources: inout SourceMap, bases: any FrameworkBases, limits: Limits = Limits(),
    into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    guard let source = sources[file] else { return nil }
    return Reading(file: file, source: source, bases: bases, limits: limits, knowsEarlier: true)
      .run(&sources, into: &bag)
  }

  /// An earlier version, whose own migrations are its own affair. `nil` where it has mistakes.
  static func earlier(_ source: SourceFile, in bases: any FrameworkBases, limits: Limits)
    -> ResolvedFramework?
  {
    var sources = SourceMap()
    var bag = DiagnosticBag()
    return Reading(
      file: sources.add(source), source: source, bases: bases, limits: limits, knowsEarlier: false
    )
    .run(&sources, into: &bag)
  }
}

/// One reading of one file.
private struct Reading {
  let file: FileID
  let source: SourceFile
  let bases: any FrameworkBases
  let limits: Limits
  /// Whether earlier versions may be looked for.
  let knowsEarlier: Bool

  func run(_ sources: inout SourceMap, into bag: inout DiagnosticBag) -> ResolvedFramework? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let tree = DocumentTree(source, file, limits: limits, into: &own),
      let resolved = VariantChain.isVariant(tree)
        ? variant(tree, &sources, into: &own) : standingAlone(tree, into: &own)
    else { return nil }
    MigrationCheck.check(resolved, in: knowsEarlier ? bases : nil, limits: limits, into: &own)
    return own.hasErrors ? nil : resolved
  }

  private func standingAlone(_ tree: DocumentTree, into bag: inout DiagnosticBag) -> ResolvedFramework? {
    let framework = Document.read(tree, kind: .framework, as: Framework.shape, into: &bag)
    guard let framework, !bag.isHopeless else { return nil }
    let resolved = ResolvedFramework(framework, tree: tree)
    bag.append(meaning(of: resolved, after: bag) { $0 == file ? source : nil })
    return bag.hasErrors ? nil : resolved
  }

  private func variant(
    _ tree: DocumentTree, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    guard
      let chain = VariantChain(tree, in: &sources, bases: bases, limits: limits, into: &bag),
      let merged = VariantResolver(chain, into: &bag)
    else { return nil }
    return resolved(merged, in: sources, into: &bag)
  }

  /// The merged document of a variant, read and checked like any other.
  private func resolved(
    _ merged: VariantResolver, in sources: SourceMap, into bag: inout DiagnosticBag
  ) -> ResolvedFramework? {
    var form = DiagnosticBag()
    let framework = Document.read(merged.tree, kind: .framework, as: Framework.shape, into: &form)
    // The header and the new words were read with the changes, so that what is warned of them was said.
    let said = Set(bag.items)
    bag.append(form.filter { $0.range?.file == file && !said.contains($0) })
    // The base itself was read without an error.
    report(form, "The changes of the variant brought this about.", into: &bag)
    guard let framework, !form.isHopeless else { return nil }
    let resolved = ResolvedFramework(framework, tree: merged.tree, descent: merged.descent, base: merged.base)
    var meaning = meaning(of: resolved, after: form) { sources[$0] }
    if !form.hasErrors {
      let start = SourceRange(file: file, start: 0, end: 0)
      ScaleSwaps(now: resolved, before: merged.base, descent: merged.descent) {
        merged.scalePlaces[$0] ?? start
      }
      .check(into: &meaning)
    }
    bag.append(meaning.filter { $0.range?.file == file })
    report(
      meaning,
      "\(merged.descent.base) has this; a change of the variant, such as `set` or `remove`, has to fit it in.",
      into: &bag)
    return bag.hasErrors ? nil : resolved
  }

  /// Errors at places of a base, with a word on why the author of a variant is told.
  private func report(_ inherited: DiagnosticBag, _ why: String, into bag: inout DiagnosticBag) {
    for diagnostic in inherited.items where diagnostic.severity == .error && diagnostic.range?.file != file {
      bag.report(
        Diagnostic(
          diagnostic.code, diagnostic.message, help: "\(diagnostic.help) \(why)", at: diagnostic.range,
          path: diagnostic.path))
    }
  }

  private func meaning(
    of resolved: ResolvedFramework, after form: DiagnosticBag, text: @escaping (FileID) -> SourceFile?
  ) -> DiagnosticBag {
    var meaning = DiagnosticBag()
    FrameworkChecks.run(on: resolved, into: &meaning)
    if !RuleBook.isEmpty(resolved) { _ = RuleBook(resolved, text: text, into: &meaning) }
    return form.hasErrors ? withoutConsequences(of: form, meaning) : meaning
  }

  /// What is said about a stretch of text in which something could not be read, is most likely said because
  /// of that.
  private func withoutConsequences(of form: DiagnosticBag, _ meaning: DiagnosticBag) -> DiagnosticBag {
    let unread = form.items.filter { $0.severity == .error }.compactMap(\.range)
    return meaning.filter { diagnostic in
      guard let range = diagnostic.range else { return true }
      return !unread.contains {
        range.file == $0.file && range.start <= $0.start && $0.start < range.end && $0.end <= range.end
      }
    }
  }
}
