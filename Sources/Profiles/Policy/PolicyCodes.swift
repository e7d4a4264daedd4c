import Diagnostics

/// What can be wrong in a policy or a list of regions beyond its form.
public enum PolicyCodes {
  public static let notAFraction = DiagnosticCode(
    "not-a-fraction", "A fraction such as 2 or 3/2 is wanted.",
    advice: "Write whole numbers up to 1,000 in lowest terms: 3/2, not 1.5 and not 6/4.")
  public static let sizeGap = DiagnosticCode(
    "size-gap", "The size classes leave a gap, overlap or do not reach every size.",
    advice: "Start at 1, let each class start one after the last one's end, and leave out “to” in the last.")
  public static let epsilonMissing = DiagnosticCode(
    "epsilon-missing", "A technique that adds noise does not say how much.",
    advice: "Give the class an epsilon such as 2; smaller protects more.")
  public static let epsilonUnwanted = DiagnosticCode(
    "epsilon-unwanted", "A class that publishes nothing has an epsilon.",
    advice: "Remove the epsilon, or choose a technique that publishes.")
  public static let notARegionCode = DiagnosticCode(
    "not-a-region-code", "A region's code is not a letter and eight digits.",
    advice: "Use the nine-character code of the Office for National Statistics, such as E12000004.")
  public static let regionTwice = DiagnosticCode(
    "region-twice", "Two regions share an id or a code.", advice: "Give each region its own.")

  public static let all = [
    notAFraction, sizeGap, epsilonMissing, epsilonUnwanted, notARegionCode, regionTwice,
  ]
}
