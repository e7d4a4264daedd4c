import Diagnostics
import Documents

/// Every mistake that a framework file can be told of.
public enum DiagnosticCatalogue {
  /// Mistakes of the text, then of the form, then of the meaning.
  public static let all: [DiagnosticCode] = TreeCodes.all + ShapeCodes.all + meaning

  /// What the checks of a framework's meaning report, in their order.
  public static let meaning: [DiagnosticCode] = FrameworkChecks.all.flatMap { $0.codes } + ExpressionCodes.all
}
