import Diagnostics
import Documents
import Frameworks

/// Text to filled form, in two steps: which framework's form it is, and then, with the framework, its answers.
public struct FormReader {
  private let tree: DocumentTree
  /// The framework, the form and the subject that the document names.
  public let head: FilledForm

  /// Reads as much as is needed to find the framework. `nil` where that cannot be had; `bag` says why.
  public init?(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) {
    guard let tree = DocumentTree(source, file, limits: limits, into: &bag) else { return nil }
    var own = DiagnosticBag()
    let head = Document.read(tree, kind: .form, as: FilledForm.head, into: &own)
    guard let head, !head.framework.id.value.isEmpty, !head.form.value.isEmpty else {
      bag.append(own)
      return nil
    }
    self.tree = tree
    self.head = head
  }

  /// Reads the whole form and checks it. `nil` where there is an error; `bag` holds all of them.
  public func read(_ context: FormContext.Framework, into bag: inout DiagnosticBag) -> FilledForm? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard FormPin.check(head, context, &own), let form = form(context, &own) else { return nil }
    let filled = Document.read(
      tree, kind: .form, as: FilledForm.shape(of: form, in: context.framework), into: &own)
    guard let filled else { return nil }
    FormChecks.run(
      filled, in: FormContext(framework: context.framework, form: form, today: context.today), into: &own)
    return own.hasErrors ? nil : filled
  }

  private func form(_ context: FormContext.Framework, _ bag: inout DiagnosticBag) -> Form? {
    let forms = context.framework.framework.forms
    if let form = forms.first(where: { $0.id.value == head.form.value }) { return form }
    let help =
      NearestName.of(head.form.value, among: forms.map(\.id.value)).map { "Did you mean “\($0)”?" }
      ?? (forms.isEmpty ? "It has no forms." : "It has: \(forms.map(\.id.value).joined(separator: ", ")).")
    bag.report(
      Self.unknownForm, "\(context.reference) has no form “\(head.form.value)”.", help: help,
      at: head.form.range)
    return nil
  }

  static let unknownForm = DiagnosticCode(
    "form-unknown", "The form is none of the framework's.", advice: "Use the id of one of its forms.")
}
