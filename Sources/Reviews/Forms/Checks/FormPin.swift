import Diagnostics
import Frameworks
import Sealing

/// A filled form names the framework whose form it is: id, version and, if it likes, the digest of the content. All
/// three must be those of the framework that it is read with.
enum FormPin {
  static let codes = [otherFramework, otherVersion, otherDigest]

  /// - Returns: whether id and version fit, so that the rest can be read.
  static func check(
    _ filled: FilledForm, _ context: FormContext.Framework, _ bag: inout DiagnosticBag
  ) -> Bool {
    let mismatch = PinMismatch(filled.framework, context.framework.framework, context.digest)
    mismatch?.report(
      "form", codes: (otherFramework, otherVersion, otherDigest), filled.framework,
      context.framework.framework, into: &bag)
    return mismatch == nil || mismatch == .digest
  }

  static let otherFramework = DiagnosticCode(
    "form-framework", "The form belongs to another framework than the one it is held against.",
    advice: "Hold it against the framework that its first lines name.")
  static let otherVersion = DiagnosticCode(
    "form-version", "The form belongs to another version of the framework.",
    advice: "Hold it against the version that its first lines name.")
  static let otherDigest = DiagnosticCode(
    "form-digest", "The framework's content is not the one that the form was filled for.",
    advice: "Find the copy of the framework with the digest that the form names.")
}
