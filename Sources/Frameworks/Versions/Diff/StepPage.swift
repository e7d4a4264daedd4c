/// The table of the guide that says which change needs which step, in Markdown.
public enum StepPage {
  /// Between these two lines of `docs/guide/versions.md` stands the table.
  public static let start = "<!-- Made from the declarations: the table of steps. -->"
  public static let end = "<!-- The end of the table of steps. -->"

  /// The rows as they are tried: the largest step of all changes counts.
  public static var markdown: String {
    var lines = ["| what changes | step | because |", "|---|---|---|"]
    for step in VersionStep.allCases {
      for row in StepTable.rows where row.step == step {
        lines.append("| \(row.what) | **\(row.step)** | \(row.why) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
