import Mustache

/// A text on its way into a page.
///
/// Mustache escapes whole characters: a mark that combines with `"`, or a sign that leans on the `<` after it
/// (U+0600), would carry the pair past it unescaped. Here such pairs are parted, and control characters become
/// U+FFFD. The values of every page are of this type, never plain strings, so that no text can miss it.
struct PageText: Sendable, Hashable, ExpressibleByStringInterpolation {
  let value: String

  init(_ text: String) {
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if Self.joins(previous, scalar) { clean.append(Self.parting) }
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      clean.append(isControl ? "\u{FFFD}" : scalar)
      previous = scalar
    }
    value = String(clean)
  }

  init(stringLiteral value: String) { self.init(value) }

  /// ZERO WIDTH SPACE: it is not seen, and nothing joins with it.
  private static let parting: Unicode.Scalar = "\u{200B}"

  /// True where two scalars make one character and one of them must be escaped.
  private static func joins(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard isSpecial(first) || isSpecial(second), !(first.isASCII && second.isASCII) else { return false }
    var pair = String.UnicodeScalarView()
    pair.append(first)
    pair.append(second)
    return String(pair).count == 1
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\"", "'": true
    default: false
    }
  }
}

/// An empty text counts as none, so that `{{#note}}…{{/note}}` leaves it out.
extension PageText: MustacheCustomRenderable {
  var renderText: String { value }
  var isNull: Bool { value.isEmpty }
}

extension PageText: CustomStringConvertible {
  var description: String { value }
}

/// Markup that was escaped where it was made, by ``Markup`` or a chart. Templates name it with three braces.
struct PageMarkup: Sendable, MustacheCustomRenderable {
  let renderText: String

  init(_ rendered: String) { renderText = rendered }
  init(_ chart: some Chart, table: TablePlacement = .shown) { renderText = chart.figure(table: table) }
  init(_ table: AccessibleTable) { renderText = table.html }

  var isNull: Bool { renderText.isEmpty }
}
