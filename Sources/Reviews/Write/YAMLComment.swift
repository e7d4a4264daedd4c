extension YAMLText {
  /// A comment with its line break, wrapped; leading spaces of `words` are kept.
  static func comment(_ words: String, indent: Int = 0) -> String {
    let inner = String(words.prefix { $0 == " " })
    let start = String(repeating: " ", count: indent) + "# " + inner
    var text = ""
    var line = start
    for word in commentWords(words) {
      if line.count > start.count, line.count + 1 + word.count > width {
        text += line + "\n"
        line = start
      }
      line += (line.count > start.count ? " " : "") + word
    }
    return text + line + "\n"
  }

  private static let width = 100
}
