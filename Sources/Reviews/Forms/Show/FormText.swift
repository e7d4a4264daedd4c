import Documents
import Frameworks

/// A filled form for people, as text.
///
/// A question in the review's own words is shown beside the question of the criterion that it belongs to, never in
/// its place.
public struct FormText {
  private let framework: ResolvedFramework
  private let form: Form
  private var lines: [String] = []

  /// - Parameter withPrivate: also what must not leave the school and its review team.
  public static func text(
    _ filled: FilledForm, of form: Form, in framework: ResolvedFramework, withPrivate: Bool = false
  ) -> String {
    var page = FormText(framework: framework, form: form)
    page.writeHead(filled)
    page.write(withPrivate ? filled.answers : filled.withoutPrivate(form).answers, form.fields, indent: 0)
    let hidden = withPrivate ? 0 : form.fields.count { $0.isPrivate && filled.answers[$0.id.value] != nil }
    if hidden > 0 {
      page.lines += ["", "\(hidden) private \(hidden == 1 ? "field is" : "fields are") left out."]
    }
    return page.lines.joined(separator: "\n") + "\n"
  }

  private init(framework: ResolvedFramework, form: Form) {
    (self.framework, self.form) = (framework, form)
  }

  private mutating func writeHead(_ filled: FilledForm) {
    let content = framework.framework
    lines.append(form.title)
    lines.append("\(content.title), version \(content.version.value)")
    if let subject = filled.subject, !subject.id.value.isEmpty {
      lines.append(subject.name.map { "\($0) (\(subject.id.value))" } ?? subject.id.value)
    }
    if let criterion = filled.criterion.flatMap({ framework.criterion($0.value) }) {
      lines.append("For: \(ReviewOutline.wording(of: criterion, framework))")
    }
    let days = [filled.date?.description, filled.period.map { "school year \($0)" }].compactMap(\.self)
    lines.append((days + [filled.status.rawValue]).joined(separator: ", "))
  }

  private mutating func write(_ answers: Answers, _ fields: [FormField], indent: Int) {
    for field in fields {
      guard let answer = answers[field.id.value]?.value else {
        if indent == 0, !field.isPrivate { lines += ["", "\(field.title): -"] }
        continue
      }
      if indent == 0 { lines.append("") }
      if case .rows(let rows) = answer {
        add(["\(field.title):"], indent)
        for (place, row) in rows.enumerated() {
          add(["\(place + 1)."], indent + 2)
          write(row, field.fields, indent: indent + 4)
        }
        continue
      }
      let words = AnswerWords(framework: framework).lines(answer, field)
      let isShort = words.count == 1 && words[0].count < 60
      add(
        isShort
          ? ["\(field.title): \(words[0].trimmingDash)"] : ["\(field.title):"] + words.map { "  " + $0 },
        indent)
    }
  }

  private mutating func add(_ words: [String], _ indent: Int) {
    lines += words.map { String(repeating: " ", count: indent) + $0 }
  }
}

extension String {
  /// A list of one needs no dash.
  fileprivate var trimmingDash: String { hasPrefix("- ") ? String(dropFirst(2)) : self }
}
