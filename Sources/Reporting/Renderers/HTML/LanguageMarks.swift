import Frameworks

/// Tells browsers and screen readers which texts of a page are in another language than the page: each text between
/// two tags that is wholly in that language gets a `lang` attribute (WCAG 2.2, 3.1.2 Language of Parts).
///
/// Texts that are put together from several, and the drawings of charts, stay unmarked.
struct LanguageMarks {
  private let language: String
  private let words: Set<String>

  /// Elements whose content is no running text.
  private static let passedOver: Set<String> = ["style", "script", "title", "svg", "option"]

  init(_ extent: TranslationExtent) {
    language = Markup.escaped(extent.language)
    words = extent.words
  }

  /// A page with its translated texts marked.
  func mark(_ page: String) -> String {
    var output = ""
    output.reserveCapacity(page.utf8.count)
    var rest = page.utf8[...]
    var waitingFor: String?
    while !rest.isEmpty {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest[text.endIndex...]
      output += waitingFor == nil ? marked(String(Substring(text))) : String(Substring(text))
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = Substring(rest[...close])
      rest = rest[rest.index(after: close)...]
      output += tag
      let name = Self.name(tag)
      if let closing = waitingFor {
        if name == closing { waitingFor = nil }
      } else if Self.passedOver.contains(name), !tag.hasSuffix("/>") {
        waitingFor = "/" + name
      }
    }
    return output + String(Substring(rest))
  }

  private static func name(_ tag: Substring) -> String {
    tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
  }

  private func marked(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return text }
    let words = text[first...last]
    guard isTranslated(Self.decoded(words)) else { return text }
    return "\(text[..<first])<span lang=\"\(language)\">\(words)</span>\(text[text.index(after: last)...])"
  }

  /// An opening that questions share is shown with an ellipsis.
  private func isTranslated(_ text: String) -> Bool {
    words.contains(text) || (text.hasSuffix(" …") && words.contains(String(text.dropLast(2))))
  }

  /// The text behind what ``PageText`` and the templates' escaping made of it.
  private static func decoded(_ text: Substring) -> String {
    var plain = String(text).replacing("\u{200B}", with: "")
    guard plain.contains("&") else { return plain }
    for (code, character) in codes { plain = plain.replacing(code, with: character) }
    return plain
  }

  /// The ampersand last, so that nothing is decoded twice.
  private static let codes = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"),
    ("&amp;", "&"),
  ]
}
