import Diagnostics
import Documents

/// Finds the texts of a framework in a language: the file beside it, and for a variant those beside its bases.
public struct TextsFinder {
  private let framework: ResolvedFramework
  private let path: String
  private let bases: [String]
  private let packed: [String]

  /// - Parameters:
  ///   - path: the framework's own file.
  ///   - bases: the files of what it extends, the nearest first.
  ///   - packed: files of texts that lie elsewhere, of whatever frameworks; those beside the framework come first.
  public init(
    _ framework: ResolvedFramework, at path: String, bases: [String] = [], packed: [String] = []
  ) {
    (self.framework, self.path, self.bases, self.packed) = (framework, path, bases, packed)
  }

  /// What translations of the framework are held against; `nil` where its document was not kept.
  public var target: TextsTarget? { framework.tree.map { TextsTarget(framework.framework, $0) } }

  /// What the files beside its bases translate, the nearest first. One that cannot be used is left out: it is its
  /// own framework's to mend.
  ///
  /// - Throws: `noInput` where a file or folder may not be read.
  public func inherited(_ language: String) throws(Failure) -> [TextsFile] {
    var found: [TextsFile] = []
    for base in bases {
      guard let place = try TextsPlace.serving(language, beside: base) else { continue }
      let source = try FileReading.source(place.path)
      var sources = SourceMap()
      var bag = DiagnosticBag()
      if let texts = TextsReader.parse(source, sources.add(source), into: &bag), !bag.hasErrors {
        found.append(texts)
      }
    }
    return found
  }

  /// The framework in a language; as it is where that is its own.
  ///
  /// - Returns: `nil` where the file beside it has mistakes; `bag` holds them.
  /// - Throws: `noInput` where there are no texts in that language, or a file may not be read; `usage` where it is no
  ///   language tag.
  public func shown(
    in language: String, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) -> ResolvedFramework? {
    guard LanguageTag.isWellFormed(language) else {
      throw Failure(
        .usage, "“\(language)” is not a language tag.", help: "Write a tag such as cy, fr or pt-BR.")
    }
    guard let target else { return framework }
    let inherited = try inherited(language)
    var file = try TextsPlace.serving(language, beside: path)?.path
    if file == nil { file = try packed(language, target) }
    guard let file else {
      if LanguageTag.meets(language, target.language) { return framework }
      guard !inherited.isEmpty else { throw try missing(language, target) }
      return try Translation(language, own: nil, inherited: inherited, for: target).applied(to: framework)
    }
    let source = try FileReading.source(file)
    guard
      let own = TextsReader.read(
        source, sources.add(source), for: target, inherited: inherited, into: &bag)
    else { return nil }
    return try Translation(own.language.value, own: own, inherited: inherited, for: target)
      .applied(to: framework)
  }

  /// The packed file that serves a wish for a language, of this framework and version.
  private func packed(_ wish: String, _ target: TextsTarget) throws(Failure) -> String? {
    var found: [(language: String, path: String)] = []
    for path in packed {
      let source = try FileReading.source(path)
      var sources = SourceMap()
      var bag = DiagnosticBag()
      guard let texts = TextsReader.parse(source, sources.add(source), into: &bag),
        "\(texts.framework.id.value)@\(texts.framework.version.value)" == target.reference
      else { continue }
      found.append((texts.language.value, path))
    }
    for tag in LanguageTag.lookup(wish) {
      if let file = found.first(where: { LanguageTag.isSame($0.language, tag) }) { return file.path }
    }
    return nil
  }

  private func missing(_ language: String, _ target: TextsTarget) throws(Failure) -> Failure {
    var tags: Set<String> = []
    for file in [path] + bases { tags.formUnion(try TextsPlace.beside(file).map(\.language)) }
    let others = tags.filter(LanguageTag.isWellFormed).sorted()
    return Failure(
      .noInput, "\(target.reference) has no texts in “\(language)”.",
      help: (others.isEmpty ? "" : "There are texts in: \(others.joined(separator: ", ")). ")
        + "Start a translation with: waymark framework translate \(target.reference) --language \(language)")
  }

  /// Checks every file of texts beside the framework.
  ///
  /// - Returns: how many there are.
  /// - Throws: `noInput` where a file or folder may not be read.
  public func check(
    listsMissing: Bool = false, _ sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) -> Int {
    let places = try TextsPlace.beside(path)
    guard !places.isEmpty, let target else { return 0 }
    var count = 0
    for place in places {
      let source = try FileReading.source(place.path)
      guard TextsReader.areTexts(source) else { continue }
      count += 1
      _ = TextsReader.read(
        source, sources.add(source), for: target, inherited: try inherited(place.language),
        listsMissing: listsMissing, into: &bag)
    }
    return count
  }
}
