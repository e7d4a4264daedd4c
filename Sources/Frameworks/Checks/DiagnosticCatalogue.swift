import Diagnostics
import Documents

/// Every mistake that a framework file can be told of.
public enum DiagnosticCatalogue {
  /// Mistakes of the text, then of the form, then of the meaning, then of what it extends and came from.
  public static let all: [DiagnosticCode] = TreeCodes.all + ShapeCodes.all + meaning + descent

  /// What the checks of a framework's meaning report, in their order.
  public static let meaning: [DiagnosticCode] = FrameworkChecks.all.flatMap { $0.codes } + ExpressionCodes.all

  /// What resolving a variant reports, and what the check of migrations does.
  public static let descent: [DiagnosticCode] = ResolutionCodes.all + MigrationCheck.codes
}
