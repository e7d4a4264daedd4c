/// A small tree of XML elements, written so that it is valid both as XML and inside an HTML page.
///
/// Every text and attribute value is escaped here and nowhere else.
indirect enum Markup: Sendable {
  case element(String, [(name: String, value: String)], [Markup])
  case text(String)

  /// The tree as text, without a declaration and without added white space.
  var rendered: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text):
      output += Self.escaped(text)
    case .element(let name, let attributes, let children):
      output += "<" + name
      for attribute in attributes {
        output += " " + attribute.name + "=\"" + Self.escaped(attribute.value) + "\""
      }
      if children.isEmpty && Self.shapes.contains(name) {
        output += "/>"
        return
      }
      output += ">"
      for child in children { child.write(to: &output) }
      output += "</" + name + ">"
    }
  }

  /// SVG shapes may close themselves; an HTML element never may, so everything else gets an end tag.
  private static let shapes: Set<String> = ["path", "line", "rect", "circle"]

  /// Text safe in content and in double-quoted attributes. Characters that XML 1.0 (section 2.2) forbids
  /// become U+FFFD.
  static func escaped(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
