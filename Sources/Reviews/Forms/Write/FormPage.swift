import Documents
import Frameworks
import Sealing

/// The reference page of filled forms, and the editors' schema of each form of a framework.
public enum FormPage {
  /// `docs/reference/form.md`.
  public static var markdown: String {
    ReferencePage.of(
      FilledForm.head, kind: .form, title: "Filled forms",
      introduction: """
        A framework declares forms: a plan, findings, a record of actions. A filled form holds the answers to one of
        them. `waymark form new` writes a blank one that explains itself, `waymark form check` says what is wrong or
        still open, `waymark form show` prints it for people without what is private, and `waymark form schema` gives
        the JSON Schema of one form, for editors. People are written by name alone, or as `{name, school, facts}`.
        """)
  }

  /// JSON Schema, draft 2020-12, of one form.
  public static func schema(of form: Form, in framework: ResolvedFramework) -> JSONValue {
    JSONSchema.of(
      FilledForm.shape(of: form, in: framework), kind: .form, title: form.title,
      id: "urn:waymark:schema:form:1:\(framework.framework.id.value):\(form.id.value)")
  }
}
