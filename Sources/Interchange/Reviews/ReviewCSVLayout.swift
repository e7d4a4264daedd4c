/// The words of a review's table, as `docs/reference/review-csv.md` describes them.
enum ReviewCSVLayout {
  /// The rows above the table: what a review is of.
  enum Head: String, CaseIterable {
    case schema, framework, digest, kind
    case subjectID = "subject id"
    case subjectName = "subject name"
    case date, period, status
    /// One row for each person: name, role, school.
    case team
    case note
    /// For people; passed over on reading. Any number of rows.
    case help

    var mayRepeat: Bool { self == .team || self == .help }
  }

  /// The table's columns, in the order in which they are written.
  enum Column: String, CaseIterable {
    case criterion, title, point, evidence, actions, challenge, statements
  }

  /// A key or a column's name as people may spell it: `Subject_ID` is `subject id`.
  static func normalized(_ name: String) -> String {
    name.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }.joined(separator: " ")
  }

  /// Names that start with `x-` are the author's own.
  static func isOwn(_ name: String) -> Bool { name.lowercased().hasPrefix("x-") }
}
