import Diagnostics
import Documents
import Frameworks

/// Text to survey mapping.
public enum SurveyReader {
  /// What of a mapping could be read, mistakes or not. Not for use where `bag` has errors.
  public static func parse(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag)
    -> SurveyMapping?
  {
    Document.read(source, file, kind: .survey, as: SurveyMapping.shape, into: &bag)
  }
}
