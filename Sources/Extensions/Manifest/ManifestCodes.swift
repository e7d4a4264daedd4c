import Diagnostics

/// What can be wrong in a `plugin.yaml` beyond its form.
public enum ManifestCodes {
  public static let folderName = DiagnosticCode(
    "plugin-folder-name", "A plugin's folder has another name than the plugin's id.",
    advice: "Give the folder the id's name, so that it is found by it.")
  public static let programOrPack = DiagnosticCode(
    "plugin-program-or-pack", "A plugin is neither a program nor a pack, or both.",
    advice: "Write `program:` for a program that answers hooks, or `pack:` for data; never both.")
  public static let foreignProtocol = DiagnosticCode(
    "plugin-protocol", "A plugin speaks a version of the protocol that this Waymark does not.",
    advice: "Use a version of the plugin that speaks this Waymark's protocol, or another Waymark.")
  public static let providesNothing = DiagnosticCode(
    "plugin-provides-nothing", "A program answers no hook, or a pack holds no data.",
    advice: "List what it answers under `provides`, or its files under `pack`.")
  public static let packProvides = DiagnosticCode(
    "plugin-pack-provides", "A pack says that it answers hooks, which only a program can.",
    advice: "Remove `provides`, or write a program.")
  public static let keyMissing = DiagnosticCode(
    "plugin-key-missing", "A hook is provided without saying for which format or under which name.",
    advice: "Write `format:` for hooks that read or write files, and `name:` for the others.")
  public static let keyUnwanted = DiagnosticCode(
    "plugin-key-unwanted", "A key stands where its hook makes nothing of it.", severity: .warning,
    advice: "Remove it.")
  public static let providedTwice = DiagnosticCode(
    "plugin-provided-twice", "A plugin provides the same hook twice for one format or name.",
    advice: "Remove one of the two, or give it another name.")
  public static let ownName = DiagnosticCode(
    "plugin-name-taken", "A plugin's aggregation has the name of one of Waymark's own.",
    advice: "Choose another name, so that a framework's readers know which one is meant.")
  public static let seesTooLittle = DiagnosticCode(
    "plugin-sees-too-little", "A hook carries data that the plugin does not say it sees.",
    advice: "Add it under `sees`, so that whoever installs the plugin knows.")
  public static let seesTooMuch = DiagnosticCode(
    "plugin-sees-too-much", "A plugin says that it sees data that none of its hooks carries.",
    severity: .warning, advice: "Remove it: a plugin should ask for no more than it needs.")
  public static let limitAbove = DiagnosticCode(
    "plugin-limit-above", "A plugin asks for more than its hooks allow.", severity: .warning,
    advice: "Ask for less; a call gets what its hook allows.")
  public static let outside = DiagnosticCode(
    "plugin-path-outside", "A path leads out of the plugin's folder.",
    advice: "Name a file inside the folder, without `..` and without a slash at the start.")
  public static let fileMissing = DiagnosticCode(
    "plugin-file-missing", "A file that the plugin names is not in its folder.",
    advice: "Add the file, or correct its name.")

  public static let all = [
    folderName, programOrPack, foreignProtocol, providesNothing, packProvides, keyMissing, keyUnwanted,
    providedTwice, ownName, seesTooLittle, seesTooMuch, limitAbove, outside, fileMissing,
  ]
}
