import Documents
import Frameworks
import Sealing

/// Writes a filled form through the shape that reads it.
public enum FormWriter {
  public static func yaml(_ filled: FilledForm, of form: Form, in framework: ResolvedFramework) -> String {
    YAMLDocument.text(json(filled, of: form, in: framework))
  }

  /// The document as JSON, keys in their order.
  public static func json(_ filled: FilledForm, of form: Form, in framework: ResolvedFramework) -> JSONValue {
    FilledForm.shape(of: form, in: framework).write(filled)
  }
}
