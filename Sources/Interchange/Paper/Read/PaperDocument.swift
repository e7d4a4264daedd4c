import Diagnostics
import Documents
import Reviews
import Sealing

/// The answers of a page as the document that they make, so that the readers and checks of documents are the only
/// ones; and the way back from a place in it to the question that was answered there.
struct PaperDocument {
  let source: SourceFile
  let file = FileID(index: 0)
  private let tree: DocumentTree
  private let sheet: PaperSheet

  /// - Returns: `nil` where an answer cannot be written down; then `bag` says which.
  init?(_ answers: PaperAnswers, _ sheet: PaperSheet, into bag: inout DiagnosticBag) {
    var cleaning = Cleaning(sheet: sheet, path: answers.path)
    let json = cleaning.document(answers.json)
    bag.append(cleaning.bag)
    guard !cleaning.isUnreadable else { return nil }
    let source = SourceFile(path: answers.path, bytes: Array(YAMLWriter.text(json).utf8))
    var own = DiagnosticBag()
    guard let tree = DocumentTree(source, file, into: &own) else {
      for item in own.items {
        bag.report(Diagnostic(item.code, item.message, help: item.help, at: nil, path: answers.path))
      }
      return nil
    }
    (self.source, self.tree, self.sheet) = (source, tree, sheet)
  }

  /// Adds what was found in the document, each with the question that it is about.
  func name(_ found: DiagnosticBag, into bag: inout DiagnosticBag) {
    for item in found.items {
      let title = item.range.flatMap { sheet.title(of: address(of: $0)) }
      let message = title.map { "\($0): \(item.message)" } ?? item.message
      bag.report(Diagnostic(item.code, message, help: item.help, at: nil, path: source.path))
    }
  }

  /// The keys and positions that lead to the node that a place lies in.
  private func address(of range: SourceRange) -> [PaperStep] {
    var steps: [PaperStep] = []
    var node = tree.root
    while let (step, child) = child(of: node, at: range.start) {
      steps.append(step)
      node = child
    }
    return steps
  }

  private func child(of node: DocumentTree.NodeID, at offset: UInt32) -> (PaperStep, DocumentTree.NodeID)? {
    var children = tree.children(node)
    switch tree.kind(node) {
    case .mapping:
      while let key = children.next(), let value = children.next() {
        let (start, end) = (tree.range(key).start, max(tree.range(key).end, tree.range(value).end))
        if (start..<max(end, start + 1)).contains(offset) { return (.key(tree.string(key)), value) }
      }
    case .sequence:
      var position = 0
      while let element = children.next() {
        if (tree.range(element).start..<tree.range(element).end).contains(offset) {
          return (.position(position), element)
        }
        position += 1
      }
    default: break
    }
    return nil
  }
}

/// One step into a document.
enum PaperStep: Equatable {
  case key(String)
  case position(Int)
}

/// Brings answers into the form that documents have: ids as they are written, agreements as a list, no characters
/// that no text holds.
private struct Cleaning {
  let sheet: PaperSheet
  let path: String
  var bag = DiagnosticBag()
  /// Whether an answer is no text at all.
  private(set) var isUnreadable = false
  /// Longer than any answer on paper.
  private static let mostBytes = 100_000

  init(sheet: PaperSheet, path: String) {
    (self.sheet, self.path) = (sheet, path)
  }

  mutating func document(_ json: JSONValue) -> JSONValue {
    .object(
      (standingIn(for: json.asObject ?? [])).map { member in
        let value = clean(member.value, [.key(member.key)])
        guard member.key == PaperSheet.agreements, case .object(let signed) = value else {
          return JSONValue.Member(member.key, value)
        }
        return JSONValue.Member(
          member.key,
          .array(
            signed.map { agreement in
              .object([JSONValue.Member("id", .string(agreement.key))] + (agreement.value.asObject ?? []))
            }))
      })
  }

  /// What a document cannot be read without is named here by its question; something stands in for it, so that the
  /// other mistakes are found as well.
  private mutating func standingIn(for members: [JSONValue.Member]) -> [JSONValue.Member] {
    var members = members
    for field in sheet.parts.filter({ $0.within == nil }).flatMap(\.fields) {
      let place = members.firstIndex { $0.key == field.key }
      if let first = field.isRequired ? field.firstOption : nil, place == nil {
        report(PaperCodes.blank, "this is blank, but needed.", [.key(field.key)])
        members.append(JSONValue.Member(field.key, .string(first)))
      } else if let id = field.fields.first(where: \.isRequired) {
        let said = place.map { members[$0].value } ?? .object([])
        guard case .object(let inner) = said, said[id.key] == nil else { continue }
        report(PaperCodes.blank, "this is blank, but needed.", [.key(field.key), .key(id.key)])
        let stand = JSONValue.Member(
          field.key, .object(inner + [JSONValue.Member(id.key, .string("not-said"))]))
        if let place { members[place] = stand } else { members.append(stand) }
      }
    }
    return members
  }

  private mutating func clean(_ value: JSONValue, _ steps: [PaperStep]) -> JSONValue {
    switch value {
    case .object(let members):
      return .object(
        members.map { JSONValue.Member($0.key, clean($0.value, steps + [.key($0.key)])) })
    case .array(let elements):
      return .array(elements.enumerated().map { clean($1, steps + [.position($0)]) })
    case .string(let text): return .string(clean(text, steps))
    default: return value
    }
  }

  private mutating func clean(_ text: String, _ steps: [PaperStep]) -> String {
    if text.utf8.count > Self.mostBytes {
      isUnreadable = true
      report(PaperCodes.tooLarge, "this answer has more than \(Self.mostBytes) bytes.", steps)
    } else if text.unicodeScalars.contains(where: Self.isUnseen) {
      isUnreadable = true
      report(PaperCodes.controlCharacter, "this answer holds a control character.", steps)
    }
    if case .line(.id)? = sheet.field(at: steps)?.kind { return CellValues.slugged(text.trimmedAsRead) }
    return text
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ steps: [PaperStep]) {
    let title = sheet.title(of: steps) ?? "The answers"
    bag.report(Diagnostic(code, "\(title): \(message)", at: nil, path: path))
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

extension PaperField {
  /// The first of those to choose from.
  fileprivate var firstOption: String? {
    switch kind {
    case .choice(let choice): choice.options.first?.value
    case .pick(let options, _): options.first?.value
    default: nil
    }
  }
}
