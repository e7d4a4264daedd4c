import Diagnostics
import Documents

/// Writes a whole review as YAML. The same review gives the same text, and reading the text gives the review again;
/// only white space at both ends of free texts is lost, and free texts of nothing else.
public enum ReviewWriter {
  public static func yaml(_ review: Review) -> String {
    var text = header(review)
    if !review.team.isEmpty {
      text += "team:\n"
      for member in review.team { text += self.text(of: member) }
    }
    text += prose("note", review.note, indent: 0)
    guard !review.judgements.isEmpty else { return text }
    text += "judgements:\n"
    for entry in review.judgements { text += self.text(of: entry) }
    return text
  }

  private static func header(_ review: Review) -> String {
    var text = """
      schema: \(DocumentKind.review.schema)
      framework:
        id: \(YAMLText.word(review.framework.id.value))
        version: \(review.framework.version.value)

      """
    if let digest = review.framework.digest { text += "  digest: \(digest)\n" }
    text += """
      kind: \(review.kind.value.rawValue)
      subject:
        id: \(YAMLText.word(review.subject.id.value))

      """
    text += prose("name", review.subject.name, indent: 2)
    text += "status: \(review.status.rawValue)\n"
    if let date = review.date { text += "date: \(date)\n" }
    if let period = review.statedPeriod { text += "period: \(period)\n" }
    return text
  }

  private static func text(of member: TeamMember) -> String {
    var text = "  - name: \(YAMLText.prose(member.name, indent: 4))\n"
    text += prose("role", member.role, indent: 4)
    if let school = member.school { text += "    school: \(YAMLText.word(school.value))\n" }
    return text
  }

  private static func text(of entry: Keyed<Judgement>) -> String {
    let judgement = entry.value
    var text = ""
    if let point = judgement.point { text += "    point: \(YAMLText.word(point.value))\n" }
    if !judgement.statements.isEmpty {
      text +=
        "    statements: [\(judgement.statements.map { YAMLText.word($0.value) }.joined(separator: ", "))]\n"
    }
    text += prose("evidence", judgement.evidence, indent: 4)
    let actions = judgement.actions.filter { !$0.trimmedAsRead.isEmpty }
    if !actions.isEmpty {
      text += "    actions:\n"
      for action in actions { text += "      - \(YAMLText.prose(action, indent: 6))\n" }
    }
    text += prose("challenge", judgement.challenge, indent: 4)
    return "  \(YAMLText.word(entry.key.value)):\(text.isEmpty ? " {}\n" : "\n" + text)"
  }

  /// A key with free text; nothing where there is none, since a reader takes an empty text for none.
  private static func prose(_ key: String, _ text: String?, indent: Int) -> String {
    guard let text, !text.trimmedAsRead.isEmpty else { return "" }
    return "\(String(repeating: " ", count: indent))\(key): \(YAMLText.prose(text, indent: indent))\n"
  }
}
