import Diagnostics

/// Mistakes that only a filled page can have; those of what it says have the codes of the same mistakes in YAML.
public enum PaperCodes {
  static let noAnswers = DiagnosticCode(
    "paper-no-answers", "The file is no page to fill in, and no file of answers from one.",
    advice:
      "Make a page with `waymark review new REF --format html -o FILE`, and save it with its own button.")
  static let twoAnswers = DiagnosticCode(
    "paper-answers-twice", "The page holds answers in two places, so that nobody can say which count.",
    advice: "Open the page, look through it, and save it again with its own button.")
  static let broken = DiagnosticCode(
    "paper-broken", "The answers in the page cannot be read.",
    advice: "Save the page again with its own button; a page that was edited by hand may be broken.")
  static let tooLarge = DiagnosticCode(
    "paper-too-large", "The answers are larger than Waymark reads.",
    advice: "Check that this is the right file; long documents belong beside a review, not into it.")
  static let otherKind = DiagnosticCode(
    "paper-kind", "The page is of another kind than the command reads.",
    advice: "Reviews are read by `waymark review import`, forms by `waymark form import`.")
  static let noPin = DiagnosticCode(
    "paper-no-framework", "The page does not say exactly which framework it is of.",
    advice: "It needs id, version and digest, which every page from Waymark has. Make the page anew.")
  static let controlCharacter = DiagnosticCode(
    "paper-control-character", "An answer holds a character that cannot be seen or printed.",
    advice: "Type the answer again, or paste it as plain text.")
  static let blank = DiagnosticCode(
    "paper-blank", "A question that everything else hangs on is blank.",
    advice: "Open the page, answer the question, and save it again.")

  public static let all = [
    noAnswers, twoAnswers, broken, tooLarge, otherKind, noPin, controlCharacter, blank,
  ]
}
