import Documents

/// The reference page of the hooks and of the protocol, made from their declarations.
public enum HookPage {
  public static var markdown: String {
    """
    # Hooks

    <!-- Made by `make docs` from the declarations; do not edit. -->

    A hook is a point where Waymark asks others: its own parts and [plugins](plugin.md) alike. A plugin's program is started when it
    is first needed and answers one request after the other. [The guide](../guide/plugins.md) walks through a first plugin.

    | hook | gives | sees |
    |---|---|---|
    \(Hooks.all.map { "| [`\($0.name.rawValue)`](#\(anchor($0.name.rawValue))) | \($0.name.meaning) | \($0.sees.meaning) |" }.joined(separator: "\n"))

    ## The protocol

    JSON-RPC 2.0, one message a line, in UTF-8, on standard input and output; standard error is for people to read. Waymark writes
    the keys of every object in the order of the alphabet. One request is answered before the next is sent. `waymark plugin schema NAME`
    prints the JSON Schema of a request, and with `--message answer` that of its answer. Keys of a request that a plugin does not know
    are to be passed over: later versions may add some. Keys of an answer that nobody knows are refused, but those that start with `x-`.

    | method | who says it, and when | params | result |
    |---|---|---|---|
    \(ProtocolMessages.all.map(row).joined(separator: "\n"))

    | error | means |
    |---|---|
    | -32700 | the line was no JSON |
    | -32600 | it was no request, or came too early |
    | -32601 | there is no such method |
    | -32602 | the request, or the person's file, cannot be used; `data.mistakes` may list [mistakes](#mistake) |
    | -32603 | something went wrong in the plugin |
    | -32800 | the call was cancelled, as was asked |

    \(Hooks.all.map(section).joined(separator: "\n\n"))

    \(ReferencePage.sections(of: records))

    """
  }

  private static var records: [ShapeSpec] {
    Hooks.all.flatMap { [ShapeSpec.record($0.request), $0.answer] }
      + ProtocolMessages.all.flatMap {
        [ShapeSpec.record($0.params)] + ($0.result.map { [.record($0)] } ?? [])
      }
  }

  private static func row(_ message: ProtocolMessages.Declaration) -> String {
    let result = message.result.map { ReferencePage.link(to: $0.name) } ?? ""
    return
      "| `\(message.method)` | \(message.meaning) | \(ReferencePage.link(to: message.params.name)) | \(result) |"
  }

  private static func section(_ hook: HookDeclaration) -> String {
    """
    ## \(hook.name.rawValue)

    Gives \(hook.name.meaning). It is called when \(hook.calledWhen)

    It carries \(hook.sees.meaning) (`\(hook.sees.rawValue)`). A call may take \(hook.limits.time) seconds, \(hook.limits.message) MiB a message
    and \(hook.limits.folder) MiB of files at the most. Request: \(ReferencePage.link(to: hook.request.name)). Answer: \(ReferencePage.link(to: hook.answer.name)).
    """
  }

  /// As code hosts name a heading.
  private static func anchor(_ heading: String) -> String {
    String(heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " || $0 == "_" })
      .replacing(" ", with: "-")
  }
}
