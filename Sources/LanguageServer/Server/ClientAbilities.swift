import Sealing

/// What a client can do, as it said at `initialize`.
struct ClientAbilities: Sendable {
  var encoding = PositionEncoding.utf16
  /// Shows symbols inside one another.
  var nestsSymbols = false
  /// Takes edits that name the version of the text that they are for.
  var takesVersionedEdits = false
  /// Lets the server ask for news of files.
  var registersWatchers = false
  /// Shows no Markdown.
  var wantsPlainText = false

  init() {}

  init(_ json: JSONValue?) {
    encoding = PositionEncoding(offeredBy: json)
    let text = json?["textDocument"]
    let workspace = json?["workspace"]
    nestsSymbols = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.asBool ?? false
    takesVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.asBool ?? false
    registersWatchers = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.asBool ?? false
    let formats = (text?["hover"]?["contentFormat"]?.asArray ?? []).compactMap(\.asString)
    wantsPlainText = !formats.isEmpty && !formats.contains("markdown")
  }
}

/// What the server can do, as it answers `initialize`.
enum ServerAbilities {
  static func json(_ encoding: PositionEncoding) -> JSONValue {
    [
      "positionEncoding": .string(encoding.rawValue),
      // Every change as the range that it replaces.
      "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
      "completionProvider": [
        "triggerCharacters": [" ", "/", "\"", "[", "{", ","], "resolveProvider": false,
      ],
      "hoverProvider": true,
      "definitionProvider": true,
      "referencesProvider": true,
      "documentSymbolProvider": true,
      "renameProvider": ["prepareProvider": true],
      "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
    ]
  }
}
