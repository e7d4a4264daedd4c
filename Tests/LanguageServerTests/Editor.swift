import Foundation
import Sealing

@testable import LanguageServer

/// An editor with one text in front of somebody and others open beside it. `‸` marks the cursor.
final class Editor {
  var documents = OpenDocuments()
  let uri: String
  let text: String
  let cursor: TextPosition

  /// - Parameter others: texts that are open too, by path.
  init(_ marked: String, at path: String = "/made-up/framework.yaml", others: [String: String] = [:]) {
    let parts = marked.components(separatedBy: "‸")
    text = parts.joined()
    uri = DocumentURI.uri(path)
    let lines = parts[0].components(separatedBy: "\n")
    cursor = TextPosition(line: lines.count - 1, character: lines[lines.count - 1].utf16.count)
    for (path, text) in others.sorted(by: { $0.key < $1.key }) { open(path, text) }
    open(path, text)
  }

  private func open(_ path: String, _ text: String) {
    _ = documents.open(["uri": .string(DocumentURI.uri(path)), "version": 1, "text": .string(text)])
  }

  var place: TextPlace? { documents.place(uri, cursor) }

  /// The labels that are offered.
  var offered: [String] { items.compactMap { $0["label"]?.asString } }

  var items: [JSONValue] { place.map { Completion($0).json["items"]?.asArray ?? [] } ?? [] }

  /// The text after one of the offers was taken.
  func taking(_ label: String) -> String? {
    guard let item = items.first(where: { $0["label"]?.asString == label }) else { return nil }
    return Edits.apply([item["textEdit"] ?? .null], to: text)
  }

  var hover: String? { place.flatMap { Hover($0, isPlain: false).json["contents"]?["value"]?.asString } }
}

/// What an editor does with edits: an independent reading of the protocol, in UTF-16.
enum Edits {
  static func apply(_ edits: [JSONValue], to text: String) -> String {
    var units = Array(text.utf16)
    func offset(_ place: JSONValue?) -> Int {
      var (line, at) = (place?["line"]?.asInt ?? 0, 0)
      while line > 0, at < units.count {
        if units[at] == 0x0A || (units[at] == 0x0D && !(at + 1 < units.count && units[at + 1] == 0x0A)) {
          line -= 1
        }
        at += 1
      }
      return min(at + Int(place?["character"]?.asInt ?? 0), units.count)
    }
    let ranges = edits.map { edit in
      (offset(edit["range"]?["start"])..<offset(edit["range"]?["end"]), edit["newText"]?.asString ?? "")
    }
    for (range, text) in ranges.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      units.replaceSubrange(range, with: Array(text.utf16))
    }
    return String(decoding: units, as: UTF16.self)
  }
}
