import Diagnostics

/// What can be wrong with a variant's base and with its changes.
public enum ResolutionCodes {
  public static let baseMissing = DiagnosticCode(
    "base-missing", "The framework that a variant extends is not to be found.",
    advice: "Check its id and version, or name the folder that holds it with --frameworks.")
  public static let baseBroken = DiagnosticCode(
    "base-broken", "The framework that a variant extends has mistakes of its own.",
    advice: "They are shown as well; they have to be mended there.")
  public static let cycle = DiagnosticCode(
    "base-cycle", "A variant extends itself, directly or through others.",
    advice: "A chain of variants ends at a framework that extends none.")
  public static let chain = DiagnosticCode(
    "base-chain-too-long", "Too many variants extend one another.",
    advice: "Let the variant extend a framework nearer to the one that stands alone.")
  public static let digest = DiagnosticCode(
    "base-digest", "The base is not the one that the variant was written for.",
    advice:
      "Find the base with the digest named, or carry the changes over with `waymark framework upgrade`.")
  public static let noDigest = DiagnosticCode(
    "base-digest-missing", "A released variant does not say which content it extends.",
    advice: "Add `digest:` under `extends`; `waymark framework show` prints it.")
  public static let unknownTarget = DiagnosticCode(
    "change-unknown-target", "A change names something that is not there.",
    advice: "Addresses are keys and ids joined by `/`, as `waymark framework show --resolved` prints them.")
  public static let goneTarget = DiagnosticCode(
    "change-gone-target", "A change names something that an earlier change took away.",
    advice: "Changes are made in order, each to what those before it left.")
  public static let wrongTarget = DiagnosticCode(
    "change-wrong-target", "A change names something that it cannot be made to.",
    advice: "Use the kind of change that the message names.")
  public static let locked = DiagnosticCode(
    "change-locked", "A change names something that the base's author locked.",
    advice: "Leave it as it is, or ask the author; what is locked is what makes variants comparable.")
  public static let collision = DiagnosticCode(
    "change-collision", "After a change, two neighbours would have one id.",
    advice: "Give one of them another id.")
  public static let orphans = DiagnosticCode(
    "change-orphans", "A change would leave criteria without the one that they stand below.",
    advice: "Move or remove them first, or say `withChildren: true` if they are to go as well.")
  public static let twice = DiagnosticCode(
    "change-twice", "Two changes of one file write the same field.",
    advice: "Make one change of the two, so that readers need not know which wins.")
  public static let leftNowhere = DiagnosticCode(
    "change-left-nowhere", "A split leaves something of the criterion nowhere.",
    advice: "Name it under `takes:` of one of the parts, or remove it first.")
  public static let nothing = DiagnosticCode(
    "change-nothing", "A change leaves everything as it was.", advice: "Remove it, or write what is meant.")
  public static let order = DiagnosticCode(
    "change-order", "A new order does not name every entry once.", advice: "List every id of the list.")
  public static let mapMissing = DiagnosticCode(
    "change-map-missing",
    "Judgements are made on another scale, and nothing says what becomes of earlier ones.",
    advice: "Add `map:` with a point for each point of the scale that was, or `map: none`.")
  public static let mapPoints = DiagnosticCode(
    "change-map-points", "A map between scales does not fit their points.",
    advice: "Every point of the scale that was has to become a point of the scale that is.")
  public static let mapUnused = DiagnosticCode(
    "change-map-unused", "A map between scales stands where no scale changes.",
    severity: .warning, advice: "Remove it, or set the scale.")

  public static let all = [
    baseMissing, baseBroken, cycle, chain, digest, noDigest, unknownTarget, goneTarget, wrongTarget, locked,
    collision, orphans, twice, leftNowhere, nothing, order, mapMissing, mapPoints, mapUnused,
  ]
}
