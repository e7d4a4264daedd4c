import Diagnostics
import Documents
import Frameworks
import Hooks
import Sealing

extension DocumentKind {
  public static let plugin = DocumentKind("waymark.plugin", version: 1, noun: "a plugin")
}

extension PluginManifest {
  /// The document, key by key.
  public static let shape = Shape<PluginManifest>.record(
    "plugin", "A program or a pack of data that extends Waymark.", blank: PluginManifest(),
    place: { $0.place = $1 },
    fields: [
      .header(.plugin),
      .required("id", \.id, .slug, "A name that never changes; the plugin's folder has the same."),
      .required("version", \.version, .version, "Its version."),
      .required("title", \.title, .text, "What people call it."),
      .required("summary", \.summary, .text, "What it does, in a sentence or two."),
      .required(
        "protocol", \.protocolVersion, .placed(.integer(1...1_000)),
        "The version of the protocol that it speaks. This Waymark speaks 1."),
      .optional("licence", \.licence, .text, "Under which terms others may use it."),
      .optional("homepage", \.homepage, .text, "Where to read more."),
      .list("authors", \.authors, .text, "Who made it."),
      .optional("program", \.program, Program.shape, "The program, where it is one."),
      .list("provides", \.provides, Provided.shape, "What a program answers."),
      .list(
        "sees", \.sees, .located(.choice),
        "What it may see of other people's data: everything that its hooks carry, and no more."),
      .optional("limits", \.limits, Limits.shape, "What it needs; without it, the usual."),
      .optional("pack", \.pack, Pack.shape, "The data that it brings along, where it is a pack."),
    ])

  /// The page in `docs/reference/`, in Markdown.
  public static var page: String {
    ReferencePage.of(
      shape, kind: .plugin, title: "The plugin file",
      introduction: """
        Every plugin is a folder with a `plugin.yaml`. It is either a program in any language, which answers
        [hooks](hooks.md), or a pack of data. `waymark plugin check` holds the file against this page.
        """)
  }

  /// JSON Schema, draft 2020-12.
  public static var schema: JSONValue {
    JSONSchema.of(shape, kind: .plugin, title: "Waymark plugin", id: "urn:waymark:schema:plugin:1")
  }
}

extension PluginManifest.Program {
  static let shape = Shape<PluginManifest.Program>.record(
    "program", "How the program is started.", blank: PluginManifest.Program(), place: { $0.place = $1 },
    fields: [
      .list(
        "command", \.command, .locatedText, minimum: 1,
        "Its words. The first is found in the plugin's environment, in its folder where it starts with `./`, or on the system."
      ),
      .optional(
        "environment", \.environment, .choice, "The packages that it needs; `make plugins` installs them."),
    ])
}

extension PluginManifest.Provided {
  static let shape = Shape<PluginManifest.Provided>.record(
    "provided", "One hook that the plugin answers.", blank: PluginManifest.Provided(),
    place: { $0.place = $1 },
    fields: [
      .required("hook", \.hook, .choice, "The hook; [the list](hooks.md) says what each is for."),
      .optional("format", \.format, .slug, "The file format, for hooks that read or write files."),
      .optional("name", \.name, .slug, "The name, for `aggregate`, `check` and `trend.analyse`."),
      .required("title", \.title, .text, "What people call it."),
      .optional("extension", \.fileExtension, .verbatim, "How its files' names end, without the dot."),
      .optional("mediaType", \.mediaType, .verbatim, "Their media type."),
      .list(
        "accepts", \.accepts, .choice,
        "For `aggregate`: the kinds of scale that it makes sense of; without it, ordinal and interval ones."),
    ])
}

extension PluginManifest.Limits {
  static let shape = Shape<PluginManifest.Limits>.record(
    "limits", "The most that one call may take.", blank: PluginManifest.Limits(), place: { $0.place = $1 },
    fields: [
      .optional("time", \.time, .integer(1...3_600), "Seconds; usually \(PluginLimits.usual.time)."),
      .optional(
        "memory", \.memory, .integer(16...8_192),
        "MiB for all its processes; usually \(PluginLimits.usual.memory)."),
      .optional(
        "processes", \.processes, .integer(1...256),
        "Processes and threads; usually \(PluginLimits.usual.processes)."),
      .optional(
        "message", \.message, .integer(1...256), "MiB of one message; usually \(PluginLimits.usual.message)."),
      .optional(
        "folder", \.folder, .integer(1...1_024),
        "MiB of a call's files; usually \(PluginLimits.usual.folder)."),
    ])
}

extension PluginManifest.Pack {
  static let shape = Shape<PluginManifest.Pack>.record(
    "pack", "Data, by its paths inside the plugin's folder.", blank: PluginManifest.Pack(),
    fields: [
      .list(
        "frameworks", \.frameworks, .locatedText,
        "Folders laid out as `<id>/<version>/framework.yaml`."),
      .list("crosswalks", \.crosswalks, .locatedText, "Crosswalks."),
      .list("policies", \.policies, .locatedText, "Disclosure policies."),
      .list("texts", \.texts, .locatedText, "Texts of frameworks in other languages."),
      .list(
        "templates", \.templates, .locatedText,
        "Frameworks to start from with `waymark framework new --from`."),
    ])
}
