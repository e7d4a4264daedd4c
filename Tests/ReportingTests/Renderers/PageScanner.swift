/// Reads a page strictly: every `<` begins a tag that Waymark writes, with attributes that Waymark writes. A text
/// that got through unescaped shows as a tag, an attribute or a quote that has no business there.
struct PageScanner {
  /// What is wrong, in the order of the page.
  private(set) var faults: [String] = []
  private(set) var headings: [Int] = []
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private var open: [String] = []

  private static let tags: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "div", "p", "svg", "path", "aside",
    "strong", "main",
    "h1", "h2", "h3", "h4", "h5", "h6", "footer", "span", "br", "nav", "ul", "ol", "li", "section", "cite",
    "table",
    "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "details", "summary", "figure",
    "figcaption", "desc",
    "defs", "pattern", "line", "rect", "circle", "text", "tspan", "g", "code", "pre", "ins", "del",
  ]
  private static let empty: Set<String> = ["meta", "br"]
  private static let attributes: Set<String> = [
    "lang", "charset", "name", "content", "class", "href", "id", "aria-label", "aria-labelledby",
    "aria-describedby",
    "aria-hidden", "role", "tabindex", "scope", "start", "style", "viewBox", "width", "height", "focusable",
    "d", "fill",
    "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-opacity",
    "fill-rule",
    "stroke-opacity", "opacity", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "text-anchor",
    "font-size", "font-weight", "font-style", "paint-order", "patternUnits", "patternTransform", "transform",
    "xmlns",
    "xml:lang", "colspan", "rowspan", "dominant-baseline", "font-family", "preserveAspectRatio",
  ]

  init(_ html: String) {
    let scalars = Array(html.unicodeScalars)
    var position = 0
    while position < scalars.count {
      guard scalars[position] == "<" else {
        position += 1
        continue
      }
      let end = Self.end(of: scalars, from: position)
      read(String(String.UnicodeScalarView(scalars[(position + 1)..<end])))
      position = end + 1
      if open.last == "style" {
        while position < scalars.count, scalars[position] != "<" { position += 1 }
      }
    }
    if !open.isEmpty { faults.append("never closed: \(open)") }
  }

  /// The `>` that ends a tag: the first outside quotes.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    var position = start
    var isQuoted = false
    while position < scalars.count - 1 {
      if scalars[position] == "\"" { isQuoted.toggle() }
      if scalars[position] == ">", !isQuoted { return position }
      position += 1
    }
    return position
  }

  private mutating func read(_ tag: String) {
    if tag.lowercased() == "!doctype html" { return }
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.last == name {
        open.removeLast()
      } else {
        faults.append("</\(name)> closes \(open.last ?? "nothing")")
      }
      return
    }
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    guard Self.tags.contains(name) else {
      faults.append("the tag <\(tag.prefix(60))>")
      return
    }
    if !Self.empty.contains(name), !tag.hasSuffix("/") { open.append(name) }
    if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue { headings.append(level) }
    readAttributes(tag.dropFirst(name.count), of: name)
  }

  private mutating func readAttributes(_ text: Substring, of tag: String) {
    let rest = text.hasSuffix("/") ? text.dropLast() : text
    let pattern = #/\s+([A-Za-z:-]+)="([^"]*)"/#
    var read = ""
    for match in rest.matches(of: pattern) {
      read += match.output.0
      let (name, value) = (String(match.output.1), String(match.output.2))
      if !Self.attributes.contains(name) { faults.append("the attribute \(name) of <\(tag)>") }
      if name == "id" { ids.append(value) }
      if name == "href" { links.append(value) }
    }
    if read != rest { faults.append("<\(tag)\(rest.prefix(120))> is no tag of ours") }
  }

  /// Faults of the page as a document: its headings, ids and links.
  var structure: [String] {
    var faults: [String] = []
    if headings.count(where: { $0 == 1 }) != 1 {
      faults.append("\(headings.count { $0 == 1 }) main headings")
    }
    for (before, after) in zip(headings, headings.dropFirst()) where after > before + 1 {
      faults.append("h\(after) follows h\(before)")
    }
    let known = Set(ids)
    if known.count != ids.count {
      faults.append(
        "an id stands twice: \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted())")
    }
    for link in links where !link.hasPrefix("#") || !known.contains(String(link.dropFirst())) {
      faults.append("the link \(link) leads nowhere on the page")
    }
    return faults
  }
}

/// A page without its style sheet and drawings, which have tests of their own.
func withoutDrawings(_ html: String) -> String {
  withoutLooks(html).replacing(#/<svg .*?</svg>/#.dotMatchesNewlines(), with: "<svg></svg>")
}
