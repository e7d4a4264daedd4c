import Documents
import Frameworks
import Sealing

/// A filled form for other programs: the document as it stands, with the titles of the form and, beside each
/// question in the review's own words, the framework's core question.
public enum FormJSON {
  /// - Parameter withPrivate: also what must not leave the school and its review team.
  public static func json(
    _ filled: FilledForm, of form: Form, in framework: ResolvedFramework, withPrivate: Bool = false
  ) -> JSONValue {
    let shown = withPrivate ? filled : filled.withoutPrivate(form)
    guard case .object(let members) = FormWriter.json(shown, of: form, in: framework) else { return .null }
    let cores = cores(shown.answers, form.fields, AnswerWords(framework: framework))
    return .object(
      members + [
        JSONValue.Member("title", .string(form.title)),
        JSONValue.Member("purpose", .string(form.purpose.rawValue)),
        JSONValue.Member("fields", .object(titles(form.fields, withPrivate))),
        JSONValue.Member("coreQuestions", .object(cores)),
      ])
  }

  private static func titles(_ fields: [FormField], _ withPrivate: Bool) -> [JSONValue.Member] {
    fields.filter { withPrivate || !$0.isPrivate }.map { field in
      JSONValue.Member(
        field.id.value,
        field.fields.isEmpty
          ? ["title": .string(field.title), "kind": .string(field.kind.rawValue)]
          : [
            "title": .string(field.title), "kind": .string(field.kind.rawValue),
            "fields": .object(titles(field.fields, withPrivate)),
          ])
    }
  }

  /// By the paths of the criteria that questions are about.
  private static func cores(_ answers: Answers, _ fields: [FormField], _ words: AnswerWords)
    -> [JSONValue.Member]
  {
    var found: [JSONValue.Member] = []
    for field in fields {
      switch answers[field.id.value]?.value {
      case .questions(let questions)?:
        found += questions.map { JSONValue.Member($0.about.value, .string(words.core($0.about.value))) }
      case .rows(let rows)?: found += rows.flatMap { cores($0, field.fields, words) }
      default: continue
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.key).inserted }
  }
}
