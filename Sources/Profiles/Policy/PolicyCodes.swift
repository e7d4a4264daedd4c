import Diagnostics

/// What can be wrong in a policy or a list of regions beyond its form.
public enum PolicyCodes {
  public static let notAFraction = DiagnosticCode(
    "not-a-fraction", "A fraction such as 2 or 3/2 is wanted.",
    advice: "Write whole numbers up to 1,000 in lowest terms: 3/2, not 1.5 and not 6/4.")
  public static let sizeGap = DiagnosticCode(
    "size-gap", "The size classes leave a gap, overlap or do not reach every size.",
    advice: "Start at 1, let each class start one after the last one's end, and leave out “to” in the last.")
  public static let parameterMissing = DiagnosticCode(
    "parameter-missing", "A size class does not say what its technique needs to know.",
    advice: "Add the parameter; the technique's page in the reference says what it does.")
  public static let parameterUnwanted = DiagnosticCode(
    "parameter-unwanted", "A size class has a parameter that its technique does not know.",
    advice: "Remove it, or choose the technique that it belongs to.")
  public static let parameterImpossible = DiagnosticCode(
    "parameter-impossible", "A technique's parameters do not go together, or not with the size class.",
    advice: "Change one of them; the technique's page in the reference says how they depend on each other.")
  public static let notForSections = DiagnosticCode(
    "not-for-sections", "A technique stands at sections that cannot publish them.",
    advice: "Publish no sections (`technique: nothing`), or choose a technique that gives means.")
  public static let capTooSmall = DiagnosticCode(
    "cap-too-small", "One release tells more than the cap allows for all of them.",
    advice: "Raise the cap, or lower the class's epsilon: as it is, that class never publishes.")
  public static let poolTerms = DiagnosticCode(
    "pool-terms", "A pool's terms contradict each other.",
    advice: "Keep subjects at or below means, means at or below distributions, and the share at or below 1.")
  public static let notARegionCode = DiagnosticCode(
    "not-a-region-code", "A region's code is not a letter and eight digits.",
    advice: "Use the nine-character code of the Office for National Statistics, such as E12000004.")
  public static let regionTwice = DiagnosticCode(
    "region-twice", "Two regions share an id or a code.", advice: "Give each region its own.")

  public static let all = [
    notAFraction, sizeGap, parameterMissing, parameterUnwanted, parameterImpossible, notForSections,
    capTooSmall,
    poolTerms, notARegionCode, regionTwice,
  ]
}
