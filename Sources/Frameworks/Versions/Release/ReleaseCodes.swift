import Diagnostics

/// What can be wrong between a framework and the record of its release.
public enum ReleaseCodes {
  public static let changed = DiagnosticCode(
    "released-changed", "The content changed under a version that was released.",
    advice:
      "Reviews name the version that they were made against, so its content has to stay. Take the change back, or give it a new version, which starts as a draft."
  )
  public static let otherFramework = DiagnosticCode(
    "release-of-another", "The record of a release is that of another framework or version.",
    advice: "release.yaml belongs to the framework.yaml beside it; leave it behind when you copy a folder.")
  public static let draftAgain = DiagnosticCode(
    "released-draft", "A version that was released is a draft.", severity: .warning,
    advice: "Finish its release with `waymark framework release`, or give the draft a new version.")

  public static let all = [changed, otherFramework, draftAgain]
}
