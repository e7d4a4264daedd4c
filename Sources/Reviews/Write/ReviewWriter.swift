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
    if !review.measures.isEmpty {
      text += "measures:\n"
      for entry in review.measures { text += self.text(of: entry) }
    }
    if !review.agreements.isEmpty {
      text += "agreements:\n"
      for agreement in review.agreements { text += self.text(of: agreement) }
    }
    text += prose("note", review.note, indent: 0)
    if !review.through.isEmpty {
      text += YAMLDocument.text(["through": .array(review.through.map(\.json))])
    }
    if !review.judgements.isEmpty {
      text += "judgements:\n"
      for entry in review.judgements { text += self.text(of: entry) }
    }
    return text + CarriedWriter.yaml(review.carried)
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
    if let kind = review.subject.kind { text += "  kind: \(kind.value.rawValue)\n" }
    if let school = review.subject.of { text += "  of: \(YAMLText.word(school.value))\n" }
    text += facts(review.subject.facts, indent: 2)
    text += "status: \(review.status.rawValue)\n"
    if let date = review.date { text += "date: \(date)\n" }
    if let period = review.statedPeriod { text += "period: \(period)\n" }
    if let occasion = review.occasion { text += "occasion: \(YAMLText.word(occasion.value))\n" }
    return text
  }

  private static func text(of member: TeamMember) -> String {
    var text = "  - name: \(YAMLText.prose(member.name, indent: 4))\n"
    text += prose("role", member.role, indent: 4)
    if let school = member.school { text += "    school: \(YAMLText.word(school.value))\n" }
    return text + facts(member.facts, indent: 4)
  }

  private static func facts(_ facts: [Keyed<PlainValue>], indent: Int) -> String {
    facts.isEmpty
      ? "" : "\(String(repeating: " ", count: indent))facts:\n" + values(facts, indent: indent + 2)
  }

  private static func values(_ values: [Keyed<PlainValue>], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return values.map {
      "\(margin)\(YAMLText.word($0.key.value)): \(YAMLText.plain($0.value, indent: indent))\n"
    }.joined()
  }

  private static func text(of entry: Keyed<MeasureEntry>) -> String {
    switch entry.value {
    case .single(let value): values([Keyed(key: entry.key, value: value)], indent: 2)
    case .counts(let counts): "  \(YAMLText.word(entry.key.value)):\n" + values(counts, indent: 4)
    }
  }

  private static func text(of agreement: SignedAgreement) -> String {
    var text = "  - id: \(YAMLText.word(agreement.id.value))\n"
    if let signed = agreement.signed { text += "    signed: \(signed.value)\n" }
    if let until = agreement.until { text += "    until: \(until.value)\n" }
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
