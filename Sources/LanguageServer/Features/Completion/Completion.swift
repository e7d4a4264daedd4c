import Diagnostics
import Documents
import Sealing

/// `textDocument/completion`: keys of the record at the cursor, words of choices, ids, paths and addresses, names in
/// expressions. Where the cursor is, is told by indentation; the names come from the newest text that could be read.
struct Completion {
  private let place: TextPlace
  private let context: CursorContext
  private let shape: CursorShape?

  init(_ place: TextPlace) {
    self.place = place
    context = CursorContext(place.reading.lines, at: place.offset)
    shape = place.reading.spec.map { [context] in CursorShape(context, $0) }
  }

  var json: JSONValue {
    guard !context.isAtColon, let shape else { return list([], from: context.token) }
    if case .expression? = shape.rule, context.position == .value || !shape.shapes.contains(where: \.isRecord)
    {
      let typed = context.typed(to: place.offset)
      let expression = ExpressionCompletion(typed, shape, place.reading)
      return list(expression.items, from: place.offset - expression.partial)
    }
    var items: [CompletionItem] = []
    let isMapping =
      context.position == .node && context.steps.last != .item && shape.shapes.contains { !$0.isScalar }
    for option in shape.shapes where !isMapping || !option.isScalar { items += self.items(option, shape) }
    var seen: Set<String> = []
    return list(items.filter { seen.insert($0.label).inserted }, from: context.token)
  }

  private func items(_ option: ShapeSpec, _ shape: CursorShape) -> [CompletionItem] {
    switch option {
    case .record(let record):
      guard context.position == .node else { return [] }
      let keys = KeyCompletion(record, shape).items(isOneOf: shape.shapes.count { $0.isRecord } > 1)
      return keys.map { item in
        var item = item
        if isBeforeColon { item.text = item.label }
        return item
      }
    case .map:
      guard context.position == .node, let rule = shape.mapRule else { return [] }
      return names(rule, shape).filter { shape.fields[$0.label] == nil }.map { item in
        var item = item
        if !isBeforeColon { item.text = item.label + ":" }
        return item
      }
    case .scalar(let scalar):
      let meanings = ChoiceWords.meanings(scalar)
      let words = ChoiceWords.words(scalar).map {
        CompletionItem(label: $0, kind: .choice, documentation: meanings[$0] ?? "")
      }
      return words + (shape.rule.map { names($0, shape) } ?? [])
    case .list(let element, _): return elements(element, shape)
    case .either, .recursive: return []
    }
  }

  /// An entry of a list that has not been started: with its dash or, behind a key, in brackets.
  private func elements(_ element: ShapeSpec, _ shape: CursorShape) -> [CompletionItem] {
    guard !context.isQuoted else { return [] }
    return element.options.flatMap { option -> [CompletionItem] in
      if case .record(let record) = option, context.position == .node {
        guard let first = record.fields.first else { return [] }
        let options = element.options.filter(\.isRecord)
        guard options.count == 1 || option.record?.name.hasPrefix("change: ") == true else { return [] }
        return [
          CompletionItem(
            label: "- \(first.name):", kind: .property, detail: record.name, documentation: record.summary,
            text: "- \(first.name): ")
        ]
      }
      guard case .scalar = option else { return [] }
      return items(option, shape).map { item in
        var item = item
        item.text = context.position == .node ? "- \(item.label)" : "[\(item.label)]"
        return item
      }
    }
  }

  private func names(_ rule: NameRule, _ shape: CursorShape) -> [CompletionItem] {
    NameCompletion(
      place: place, shape: shape, typed: context.typed(to: place.offset), isQuoted: context.isQuoted
    ).items(rule)
  }

  /// Whether the word at the cursor is followed by its colon already.
  private var isBeforeColon: Bool {
    let bytes = place.reading.lines.bytes
    var at = place.offset
    while at < bytes.count, ExpressionToken.isWordPart(bytes[at]) || bytes[at] == UInt8(ascii: "-") {
      at += 1
    }
    return at < bytes.count && bytes[at] == UInt8(ascii: ":")
  }

  /// - Parameter start: where the word starts that is written anew.
  private func list(_ items: [CompletionItem], from start: Int) -> JSONValue {
    let range = SourceRange(
      file: FileID(index: 0), start: UInt32(min(start, place.offset)), end: UInt32(place.offset))
    let span = place.reading.lines.span(of: range, place.encoding).json
    return [
      "isIncomplete": false,
      "items": .array(items.enumerated().map { $1.json(order: $0, range: span) }),
    ]
  }
}
