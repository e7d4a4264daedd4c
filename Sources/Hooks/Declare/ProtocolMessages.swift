import Documents

/// What Waymark and a plugin say to each other beside the hooks (JSON-RPC 2.0, one message a line).
public enum ProtocolMessages {
  /// A method that is no hook.
  public struct Declaration: Sendable {
    public let method: String
    /// Who says it, and when.
    public let meaning: String
    public let params: RecordSpec
    /// `nil` for a notification, which nobody answers, and where the answer is null.
    public let result: RecordSpec?
  }

  /// In the order in which they are met.
  public static let all = [initialize, progress, log, cancel, shutdown]

  private static let plugin = RecordSpec(
    name: "plugin named", summary: "The plugin, as its `plugin.yaml` says it.",
    fields: [field("id", .text, "Its id."), field("version", .text, "Its version.")])

  private static let initialize = Declaration(
    method: "initialize",
    meaning: "Waymark, first of all. The plugin says who it is; it must be what its `plugin.yaml` says.",
    params: RecordSpec(
      name: "initialize request", summary: "The first message.",
      fields: [
        field("protocol", .whole, "The version of the protocol; 1."),
        field("waymark", .text, "The version of Waymark."),
        field("plugin", .record(plugin), "Who Waymark takes the plugin to be."),
        field(
          "folders",
          .record(
            RecordSpec(
              name: "folders", summary: "The private folder of the plugin, emptied after every call.",
              fields: [
                field("in", .text, "Where the files of a call lie; it can only be read."),
                field("out", .text, "Where the plugin leaves the files that it answers with."),
              ])), "Where files are exchanged."),
      ]),
    result: RecordSpec(
      name: "initialize answer", summary: "Who the plugin is.",
      fields: [
        field("protocol", .whole, "The version of the protocol; 1."),
        field("plugin", .record(plugin), "Who it is."),
        field("hooks", .many(.text), "Every hook that it answers."),
      ]))

  private static let progress = Declaration(
    method: "$/progress", meaning: "The plugin, as often as it likes while it works on a call.",
    params: RecordSpec(
      name: "progress", summary: "How far a call is.",
      fields: [
        field("id", .whole, "Of the call."), field("done", .number, "How much is done.", isRequired: false),
        field("of", .number, "Of how much.", isRequired: false),
        field("message", .text, "What is being done, for a person.", isRequired: false),
      ]), result: nil)

  private static let log = Declaration(
    method: "$/log", meaning: "The plugin, for whoever runs Waymark to read.",
    params: RecordSpec(
      name: "log message", summary: "Something to tell.",
      fields: [
        field("level", .text, "`info`, `warning` or `error`."), field("message", .text, "What, on one line."),
      ]), result: nil)

  private static let cancel = Declaration(
    method: "$/cancel",
    meaning:
      "Waymark, when nobody waits for an answer any more. The plugin answers soon: with its result, or with error -32800.",
    params: RecordSpec(
      name: "cancellation", summary: "Which call.", fields: [field("id", .whole, "Of the call.")]),
    result: nil)

  private static let shutdown = Declaration(
    method: "shutdown",
    meaning: "Waymark, last of all. The plugin answers null and ends once its input is closed.",
    params: RecordSpec(name: "shutdown request", summary: "Nothing.", fields: []), result: nil)

  private static func field(
    _ name: String, _ shape: ShapeSpec, _ summary: String, isRequired: Bool = true
  ) -> FieldSpec { FieldSpec(name: name, summary: summary, isRequired: isRequired, shape: shape) }
}
