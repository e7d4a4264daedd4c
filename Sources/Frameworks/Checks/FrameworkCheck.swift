import Diagnostics

/// A check of meaning: what the form of the document cannot tell. One check a file; its doc comment is its
/// page in the reference, its messages stand at the foot of the file.
public protocol FrameworkCheck: Sendable {
  /// What it may report.
  static var codes: [DiagnosticCode] { get }

  /// Looks at the whole framework. Fields that could not be read are empty and are passed over: they were
  /// reported.
  static func check(_ framework: ResolvedFramework, into bag: inout DiagnosticBag)
}
