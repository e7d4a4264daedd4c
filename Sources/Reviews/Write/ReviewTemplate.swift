import Diagnostics
import Documents
import Frameworks
import Sealing

/// A blank review with every criterion in it, which explains itself in comments.
///
/// As it stands, the one thing that its reader misses is the subject's id.
public struct ReviewTemplate {
  private let framework: ResolvedFramework
  private let kind: ReviewKind
  private let outline: ReviewOutline
  private var text = ""

  /// - Parameter digest: of the framework's resolved content.
  public static func yaml(_ framework: ResolvedFramework, digest: Digest, kind: ReviewKind) -> String {
    var template = Self(framework, kind)
    template.writeHeader(digest)
    template.text += ReviewExtras.subject(template.framework.framework)
    template.writeDates()
    template.text += ReviewExtras.measures(template.framework)
    template.text += ReviewExtras.agreements(template.framework.framework)
    template.writePoints()
    template.writeJudgements()
    return template.text
  }

  private init(_ framework: ResolvedFramework, _ kind: ReviewKind) {
    self.framework = framework
    self.kind = kind
    outline = ReviewOutline(framework, kind: kind)
  }

  private mutating func writeHeader(_ digest: Digest) {
    let content = framework.framework
    comment(
      "\(kind == .own ? "Self-review" : "Peer review"): \(content.title), version \(content.version.value).")
    comment(
      """
      Write behind the colons, and leave empty what you have no answer to. A text with a colon or a hash sign in it \
      goes in "double quotes". For several lines write | behind the colon and the text below, two spaces further in.
      """)
    comment("Check it at any time: waymark review check FILE")
    text += """
      schema: \(DocumentKind.review.schema)
      framework:
        id: \(YAMLText.word(content.id.value))
        version: \(content.version.value)
        digest: \(digest)
      kind: \(kind.rawValue)

      subject:
        # A school's URN (six digits), or the short name that your partnership gave it, like our-school
        id:
        # What people call it; this never leaves your partnership
        name:

      """
  }

  private mutating func writeDates() {
    text += """
      # draft, until all who made it stand behind it: then agreed
      status: draft
      # The day on which it was made, like 2026-01-31
      date:

      """
    text += ReviewExtras.occasion(framework.framework)
    text += """
      team:
        # One entry for each person, without the # in front:
        # - name:
        #   role:

      """
    text += ReviewExtras.member(framework.framework, kind) + "\n"
  }

  /// Says once how points are named, for every scale in use, and what the boxes are for.
  private mutating func writePoints() {
    let scales = Set(outline.entries.compactMap(\.scale)).sorted()
    if scales.isEmpty {
      comment("\(kind == .peer ? "Peers give no marks" : "A self-review gives no marks") in this framework.")
    }
    for (position, index) in scales.enumerated() {
      let scale = framework.scale(index)
      comment("Points of “\(title(of: index))”\(position == 0 ? "" : ", where a criterion says so"):")
      for choice in scale.pointChoices { comment("  " + choice) }
    }
    if !scales.isEmpty { comment("Where there is none to give: not-applicable or not-reviewed") }
    if framework.framework.judging[kind]?.isOptional == true {
      comment("Points are optional in this framework.")
    }
    writeBoxes()
    text += "\n"
  }

  private mutating func writeBoxes() {
    let offered = Set(outline.entries.flatMap(\.boxes))
    let fields = outline.fields.filter { offered.contains($0.box) }
    if !fields.isEmpty { comment("Boxes:") }
    for (box, field) in fields {
      comment("  \(box.rawValue): \([field.title, field.help].compactMap { $0 }.joined(separator: ". "))")
    }
    let words: [ReviewOutline.Box] = [.evidence, .actions, .challenge]
    let others = words.filter { !offered.contains($0) }.map { "\($0.rawValue):" }
    if !others.isEmpty { comment("Below any criterion you may add: \(others.joined(separator: ", "))") }
    comment("Actions are a list: one a line below the colon, each after a dash, two spaces further in.")
  }

  private mutating func writeJudgements() {
    text += "judgements:\n"
    let usual = framework.framework.judging[kind]?.scale?.value
    var group: Int?
    for entry in outline.entries {
      if entry.criterion.parent != group {
        group = entry.criterion.parent
        text += "\n"
        comment("== \(trail(to: group)) ==", indent: 2)
      }
      text += "\n"
      comment(entry.wording, indent: 2)
      if entry.criterion.criterion.title != nil, let about = entry.criterion.criterion.text {
        comment(about, indent: 2)
      }
      if let scale = entry.scale, framework.framework.scales[scale].key.value != usual {
        comment("Points of “\(title(of: scale))”", indent: 2)
      }
      text += "  \(YAMLText.word(entry.criterion.path)):\n"
      for box in entry.boxes {
        if box == .statements { writeStatements(entry) }
        text += "    \(box.rawValue):\n"
      }
    }
  }

  private mutating func writeStatements(_ entry: ReviewOutline.Entry) {
    guard let scale = entry.scale.map(framework.scale) else { return }
    comment("If it helps, list the statements that hold, like [a, b]. They only suggest a point:", indent: 4)
    for point in scale.points {
      let ids = entry.criterion.criterion.statements.filter { $0.at.value == point.id.value }.map(\.id.value)
      if !ids.isEmpty { comment("\(point.name): \(ids.joined(separator: ", "))", indent: 4) }
    }
  }

  private func title(of scale: Int) -> String {
    framework.scale(scale).title ?? framework.framework.scales[scale].key.value
  }

  /// The titles from the top down to a criterion.
  private func trail(to index: Int?) -> String {
    var names: [String] = []
    var next = index
    while let current = next {
      names.append(framework.criteria[current].name)
      next = framework.criteria[current].parent
    }
    return names.isEmpty ? framework.framework.title : names.reversed().joined(separator: " › ")
  }

  private mutating func comment(_ words: String, indent: Int = 0) {
    text += YAMLText.comment(words, indent: indent)
  }
}
