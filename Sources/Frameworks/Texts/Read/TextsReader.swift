import Diagnostics
import Documents

/// Text to checked translations.
public enum TextsReader {
  /// Reads a file of translated texts and holds it against its framework. `nil` where there is an error; `bag`
  /// holds all of them.
  ///
  /// - Parameters:
  ///   - inherited: the files of its bases, for a variant: what they translate is not missing.
  ///   - listsMissing: whether each missing text is reported at its original, instead of their number.
  public static func read(
    _ source: SourceFile, _ file: FileID, for target: TextsTarget, inherited: [TextsFile] = [],
    listsMissing: Bool = false, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> TextsFile? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let texts = parse(source, file, limits: limits, into: &own) else { return nil }
    if own.isHopeless { return nil }
    let known = Translation(texts.language.value, own: nil, inherited: inherited, for: target)
    let check = TextsCheck(
      file: texts, target: target, inherited: Set(known.texts.keys), isPartial: own.hasErrors)
    check.run(name: TextsPlace(source.path)?.language, listsMissing: listsMissing, into: &own)
    return own.hasErrors ? nil : texts
  }

  /// Reads a file whatever framework it belongs to.
  public static func parse(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> TextsFile? {
    Document.read(source, file, kind: .texts, as: TextsFile.shape, limits: limits, into: &bag)
  }

  /// Whether a file beside a framework holds translated texts: it says so, or it is named for a language and does
  /// not say that it is something else.
  public static func areTexts(_ source: SourceFile) -> Bool {
    var bag = DiagnosticBag()
    guard let place = TextsPlace(source.path) else { return false }
    let isNamed = (2...3).contains(place.language.prefix { $0 != "-" && $0 != "_" }.count)
    guard let tree = DocumentTree(source, FileID(index: 0), into: &bag),
      let schema = tree.value(of: "schema", in: tree.root).map({ tree.string($0) })
    else { return isNamed }
    return schema.hasPrefix("\(DocumentKind.texts.name)/") || (isNamed && !schema.hasPrefix("waymark."))
  }
}
