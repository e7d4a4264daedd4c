/// Prints diagnostics for people: `file:line:column`, the line with a caret under the place, and what to do.
public enum TextPrinter {
  private static let widest = 110
  /// How much of a long line stands before the place.
  private static let lead = 30

  public static func print(_ bag: DiagnosticBag, _ sources: SourceMap) -> String {
    var placer = Placer(sources)
    var text = ""
    for diagnostic in bag.sorted() {
      let placed = placer.place(diagnostic)
      let surroundings = diagnostic.range.flatMap { placer.surroundings(of: $0, reach: widest + lead) }
      if !placed.file.isEmpty { text += surroundings == nil ? "\(placed.file): " : place(placed) }
      text += "\(placed.severity.rawValue)[\(placed.code)]: \(oneLine(placed.message))\n"
      if let surroundings { text += excerpt(surroundings, placed) }
      if !placed.help.isEmpty { text += "  help: \(oneLine(placed.help))\n" }
    }
    if bag.dropped > 0 { text += "… and \(bag.dropped) more\n" }
    return text
  }

  private static func place(_ placed: PlacedDiagnostic) -> String {
    "\(placed.file):\(placed.line):\(placed.column): "
  }

  /// The line, shortened around the place where it is long, with carets below.
  private static func excerpt(_ surroundings: Placer.Surroundings, _ placed: PlacedDiagnostic) -> String {
    var characters = surroundings.before + surroundings.after
    var caretStart = surroundings.before.count
    let rest = surroundings.after.count
    let wanted = placed.endLine == placed.line ? min(placed.endColumn - placed.column, rest) : rest
    if characters.count > widest {
      let from = max(0, min(caretStart - lead, characters.count - widest))
      characters = Array(characters[from..<min(characters.count, from + widest)])
      caretStart -= from
    }
    let length = max(1, min(wanted, widest - caretStart))
    let number = String(placed.line)
    let gutter = String(repeating: " ", count: number.count)
    return """
      \(number) | \(shown(characters))
      \(gutter) | \(String(repeating: " ", count: caretStart))\(String(repeating: "^", count: length))

      """
  }

  private static func oneLine(_ text: String) -> String { shown(text.unicodeScalars) }

  /// What a terminal would obey instead of showing it becomes a space: a file must not be able to recolour,
  /// reorder or forge what is printed about it.
  private static func shown(_ characters: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for character in characters {
      switch character.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: view.append(" ")
      default: view.append(character)
      }
    }
    return String(view)
  }
}
