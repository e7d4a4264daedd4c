import Diagnostics
import Documents

/// A framework's texts in another language, as far as there are any.
///
/// A text is used only while its original is the one that was translated; where the original changed, or nobody
/// has translated it yet, readers see the original.
public struct Translation: Sendable {
  /// The language of the translated texts, and that of the originals (BCP 47).
  public let language: String
  public let original: String
  /// How many texts the framework has.
  public let total: Int
  /// By address.
  public let texts: [String: Located<String>]
  /// The file says of itself that it only shows how it works.
  public let isSample: Bool

  /// - Parameters:
  ///   - own: the file beside the framework.
  ///   - inherited: the files beside its bases, the nearest first. An entry of theirs is used where the
  ///     framework still has the text that it translates: at the same address, else under the same key somewhere
  ///     else, where criteria moved.
  public init(_ language: String, own: TextsFile?, inherited: [TextsFile] = [], for target: TextsTarget) {
    self.language = language
    original = target.language
    total = target.texts.count
    isSample = ([own].compactMap(\.self) + inherited).contains(where: \.isSample)
    let layers = inherited.map(InheritedTexts.init)
    let own = Dictionary(
      (own?.texts ?? []).map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    var texts: [String: Located<String>] = [:]
    for text in target.texts {
      let mark = text.mark
      if let entry = own[text.address], entry.of.map({ $0.value == mark }) ?? true {
        texts[text.address] = entry.text
      } else if let inherited = layers.lazy.compactMap({ $0.text(for: text, mark) }).first {
        texts[text.address] = inherited
      }
    }
    self.texts = texts
  }

  /// The document with the texts of the other language in the place of the originals, and its language's tag.
  /// Every other node is as it was, with its file and place; a translated text's place is where the translation
  /// stands.
  public func applied(to tree: DocumentTree) -> DocumentTree {
    var editable = EditableTree()
    let root = editable.adopt(tree)
    editable.root = root
    if editable.kind(root) == .mapping, !texts.isEmpty {
      editable.set("language", to: editable.scalar(language, at: editable.range(root)), in: root)
    }
    // Frozen, every address has a node of its own: aliases are written out.
    let frozen = editable.frozen()
    var replacements: [DocumentTree.NodeID: Located<String>] = [:]
    for text in FrameworkTexts.entries(of: frozen) { replacements[text.node] = texts[text.address] }
    return frozen.replacing(replacements)
  }
}

/// What a base's file offers to a variant.
private struct InheritedTexts {
  private struct Original: Hashable {
    let mark: String
    let key: Substring
  }

  private var byAddress: [String: TextsFile.Entry] = [:]
  /// `nil` where the file says the same text in two ways.
  private var byOriginal: [Original: Located<String>?] = [:]

  init(_ file: TextsFile) {
    for entry in file.texts {
      guard let mark = entry.value.of?.value else { continue }
      byAddress[entry.key.value] = entry.value
      let original = Original(mark: mark, key: TranslatableText.key(of: entry.key.value))
      if let known = byOriginal[original] {
        if known != entry.value.text { byOriginal[original] = .some(nil) }
      } else {
        byOriginal[original] = entry.value.text
      }
    }
  }

  func text(for text: TranslatableText, _ mark: String) -> Located<String>? {
    if let entry = byAddress[text.address], entry.of?.value == mark { return entry.text }
    return byOriginal[Original(mark: mark, key: text.key)] ?? nil
  }
}
