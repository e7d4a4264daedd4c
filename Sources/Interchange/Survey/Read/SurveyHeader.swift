/// The names of columns, as surveys and spreadsheets write them.
enum SurveyHeader {
  /// What two spellings of one header have in common: white space counts once, and capitals do not count.
  static func normalized(_ header: String) -> String { plain(header).lowercased() }

  /// On one line. Forms put line breaks and no-break spaces into headers.
  static func plain(_ header: String) -> String {
    header.unicodeScalars.split { $0.properties.isWhitespace || isUnseen($0) }.map(String.init)
      .joined(separator: " ")
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Short enough for a message.
  static func shown(_ header: String) -> String {
    let plain = plain(header)
    return plain.count > 70 ? plain.prefix(67) + "…" : plain
  }
}
