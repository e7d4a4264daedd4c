/// The names of columns, as surveys and spreadsheets write them.
enum SurveyHeader {
  /// What two spellings of one header have in common: white space counts once, and capitals do not count.
  static func normalized(_ header: String) -> String { plain(header).lowercased() }

  /// On one line. Forms put line breaks and no-break spaces into headers.
  static func plain(_ header: String) -> String {
    header.split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }.joined(separator: " ")
  }

  /// Short enough for a message.
  static func shown(_ header: String) -> String {
    let plain = plain(header)
    return plain.count > 70 ? plain.prefix(67) + "…" : plain
  }
}
