import Documents
import Frameworks
import Sealing

/// A blank form with every field in it, which explains itself in comments.
///
/// As it stands, the one thing that its reader misses is the subject's id.
public struct FormTemplate {
  private let framework: ResolvedFramework
  private let form: Form
  private var text = ""

  /// - Parameter digest: of the framework's resolved content.
  public static func yaml(_ form: Form, of framework: ResolvedFramework, digest: Digest) -> String {
    var template = FormTemplate(framework: framework, form: form)
    template.writeHeader(digest)
    template.text += "answers:\n"
    template.write(form.fields, indent: 2)
    return template.text
  }

  private init(framework: ResolvedFramework, form: Form) {
    (self.framework, self.form) = (framework, form)
  }

  private mutating func writeHeader(_ digest: Digest) {
    let content = framework.framework
    comment("\(form.title): \(content.title), version \(content.version.value).")
    if let about = form.text { comment(about) }
    comment(
      """
      Write behind the colons, and leave empty what you have no answer to. A text with a colon or a hash sign in it \
      goes in "double quotes". For several lines write | behind the colon and the text below, two spaces further in. \
      Several answers stand one a line below the colon, each after a dash, two spaces further in.
      """)
    comment("Check it at any time: waymark form check FILE")
    text += """
      schema: \(DocumentKind.form.schema)
      framework:
        id: \(YAMLText.word(content.id.value))
        version: \(content.version.value)
        digest: \(digest)
      form: \(YAMLText.word(form.id.value))

      """
    writeSubject()
    writeCriterion()
    text += """
      # draft, until all who made it stand behind it: then agreed
      status: draft
      # The day on which it was filled in, like 2026-01-31
      date:


      """
  }

  private mutating func writeSubject() {
    if form.purpose == .process {
      comment("Whom it is about, if it is about anyone: add an id and a name below")
      text += "subject:\n"
    } else {
      text += """
        subject:
          # A school's URN (six digits), or the short name that your partnership gave it, like our-school
          id:
          # What people call it; this never leaves your partnership
          name:

        """
      text += ReviewExtras.subject(framework.framework)
    }
  }

  private mutating func writeCriterion() {
    guard let level = form.level.flatMap({ framework.level($0.value) }) else { return }
    comment("The \(framework.framework.levels[level].title.lowercased()) that it is filled for:")
    for criterion in framework.criteria where criterion.level == level {
      comment("  \(criterion.path): \(ReviewOutline.wording(of: criterion, framework))")
    }
    text += "criterion:\n"
  }

  private mutating func write(_ fields: [FormField], indent: Int, firstMargin: String? = nil) {
    for (place, field) in fields.enumerated() {
      let margin = String(repeating: " ", count: indent)
      if indent == 2 { text += place == 0 ? "" : "\n" }
      // A comment cannot stand between a dash and its first key.
      if firstMargin == nil || place > 0 { explain(field, indent: indent) }
      text += "\(place == 0 ? firstMargin ?? margin : margin)\(YAMLText.word(field.id.value)):\n"
      if [.table, .repeated].contains(field.kind), let first = field.fields.first {
        let inner = String(repeating: " ", count: indent + 2)
        explain(first, indent: indent + 2)
        write(field.fields, indent: indent + 4, firstMargin: inner + "- ")
      }
    }
  }

  private mutating func explain(_ field: FormField, indent: Int) {
    let marks = [field.isRequired ? "must be filled" : nil, field.isPrivate ? "private" : nil].compactMap(
      \.self)
    comment(field.title + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"), indent: indent)
    if let help = field.help { comment(help, indent: indent) }
    for hint in FieldHints(framework).hints(for: field) { comment(hint, indent: indent) }
  }

  private mutating func comment(_ words: String, indent: Int = 0) {
    text += YAMLText.comment(words, indent: indent)
  }
}
