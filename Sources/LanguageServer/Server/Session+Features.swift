import Sealing

extension Session {
  /// The answer to a request about a text.
  mutating func feature(_ method: String, _ parameters: JSONValue) throws(ResponseError) -> JSONValue {
    switch method {
    case "textDocument/completion": return Completion(try place(parameters)).json
    case "textDocument/hover": return Hover(try place(parameters), isPlain: client.wantsPlainText).json
    case "textDocument/definition": return Definition(try place(parameters)).json
    case "textDocument/documentSymbol":
      guard let uri = parameters["textDocument"]?["uri"]?.asString, let reading = documents.reading(uri)
      else {
        throw Self.unknown
      }
      return DocumentSymbols(reading, client.encoding, uri: uri, isTree: client.nestsSymbols).json
    case "textDocument/references":
      let place = try place(parameters)
      let includes = parameters["context"]?["includeDeclaration"]?.asBool ?? true
      return References(place, &documents, includesDeclaration: includes).json
    case "textDocument/prepareRename": return try Rename.prepare(try place(parameters))
    case "textDocument/rename":
      let place = try place(parameters)
      let rename = try Rename(place, to: parameters["newName"]?.asString ?? "", &documents)
      if let warning = rename.warning {
        outbox.send(
          OutgoingMessage.notification("window/showMessage", ["type": 2, "message": .string(warning)]))
      }
      return rename.edit(isVersioned: client.takesVersionedEdits, documents)
    default: throw ResponseError(.methodNotFound, "“\(method.prefix(100))” is not known here.")
    }
  }

  private mutating func place(_ parameters: JSONValue) throws(ResponseError) -> TextPlace {
    guard let uri = parameters["textDocument"]?["uri"]?.asString,
      let position = TextPosition(parameters["position"])
    else { throw ResponseError(.invalidParams, "A text and a position are wanted.") }
    guard let place = documents.place(uri, position) else { throw Self.unknown }
    return place
  }

  private static let unknown = ResponseError(.invalidParams, "This text is not open here.")
}
