import Diagnostics
import Documents
import Sealing

/// How far a framework is shown in another language than the one that it is written in.
public struct TranslationExtent: Sendable, Equatable {
  /// The language asked for, and that of the originals (BCP 47).
  public let language: String
  public let original: String
  /// How many texts are translated, and how many there are.
  public let translated: Int
  public let total: Int
  /// What readers see in the language asked for.
  public let words: Set<String>
  public let isSample: Bool

  public init(
    language: String, original: String, translated: Int, total: Int, words: Set<String>, isSample: Bool
  ) {
    (self.language, self.original) = (language, original)
    (self.translated, self.total) = (translated, total)
    (self.words, self.isSample) = (words, isSample)
  }

  /// For the head of a page or a text: "12 of 405 texts are in Welsh, the rest in British English."
  public var note: String {
    let (name, rest) = LanguageTag.englishNames(language, original)
    let sample =
      isSample ? " The translation is a sample: it shows how this works and is not for use in a review." : ""
    if translated == total { return "All \(total) texts are in \(name).\(sample)" }
    return "\(translated) of \(total) texts are in \(name), the rest in \(rest).\(sample)"
  }
}

extension Translation {
  /// The framework in the other language. It stays the same framework: its digest, by which reviews name it, is that
  /// of the original content.
  ///
  /// - Throws: `badData` where the content has no canonical form, as ``Framework/contentDigest()``.
  public func applied(to framework: ResolvedFramework) throws(Failure) -> ResolvedFramework {
    guard let tree = framework.tree else { return framework }
    let digest: Digest
    do {
      digest = try framework.digest ?? framework.framework.contentDigest()
    } catch {
      throw Failure(.badData, "The framework has no canonical form: \(error).")
    }
    let translated = applied(to: tree)
    // Only words are others, and any words will do: nothing new can be wrong.
    var bag = DiagnosticBag()
    guard let content = Document.read(translated, kind: .framework, as: Framework.shape, into: &bag) else {
      return framework
    }
    return ResolvedFramework(
      content, tree: translated, digest: digest, descent: framework.descent, base: framework.base,
      translation: TranslationExtent(
        language: language, original: original, translated: texts.count, total: total,
        words: Set(texts.values.map(\.value)), isSample: isSample))
  }
}
