import Expressions
import Frameworks

/// What may follow in an expression that is being written: variables, their parts, paths between the quotes of `j["…"]`,
/// and the texts that something may be compared with.
struct ExpressionCompletion {
  private(set) var items: [CompletionItem] = []
  /// How many bytes in front of the cursor belong to the word being written.
  private(set) var partial = 0
  private let tokens: [ExpressionToken]
  private let reading: Reading
  private var variables: [String: ValueType] = [:]
  private var summaries: [(String, String)] = []

  init(_ typed: String, _ shape: CursorShape, _ reading: Reading) {
    let bytes = Array(typed.utf8)
    tokens = ExpressionToken.read(bytes)
    self.reading = reading
    readEnvironment(shape)
    readMacros()
    guard let last = tokens.last else {
      addVariables()
      return
    }
    if case .text = last.kind, !last.isClosed {
      partial = bytes.count - last.range.lowerBound
      addTexts(before: tokens.count - 1)
      return
    }
    var end = tokens.count
    if case .word = last.kind, last.range.upperBound == bytes.count {
      partial = last.range.count
      end -= 1
    }
    if mark(end - 1) == "." {
      if let type = type(endingAt: end - 2)?.type { addMembers(of: type) }
    } else {
      addVariables()
    }
  }

  private mutating func readEnvironment(_ shape: CursorShape) {
    guard let framework = reading.framework.content else { return }
    let vocabulary = RuleVocabulary(ResolvedFramework(framework))
    let environment =
      switch shape.ruleFor {
      case nil, "review": vocabulary.review
      case "schedule": vocabulary.schedule
      case let form?: vocabulary.forms[form] ?? vocabulary.review
      }
    for variable in environment.variables {
      variables[variable.name] = variable.type
      summaries.append((variable.name, variable.summary))
    }
  }

  /// `team.exists(m, …`: from there on, `m` is one of the team.
  private mutating func readMacros() {
    for at in tokens.indices where mark(at) == "(" && mark(at + 2) == "," && mark(at - 2) == "." {
      guard let macro = word(at - 1), ["all", "exists", "exists_one", "filter", "map"].contains(macro),
        let name = word(at + 1), case .list(let element, _)? = type(endingAt: at - 3)?.type
      else { continue }
      variables[name] = element
      summaries.append((name, "One of them."))
    }
  }

  // MARK: What may follow

  private mutating func addVariables() {
    items = summaries.map { CompletionItem(label: $0, kind: .variable, documentation: $1) }
    items.append(
      CompletionItem(
        label: "previous", kind: .function, documentation: "The expression in the subject's earlier review.",
        text: "previous("))
  }

  private mutating func addMembers(of type: ValueType) {
    guard case .record(let record) = type else { return }
    items = record.fields.map {
      CompletionItem(label: $0.name, kind: .field, detail: $0.type.description, documentation: $0.summary)
    }
  }

  /// - Parameter at: the token of the text being written.
  private mutating func addTexts(before at: Int) {
    if mark(at - 1) == "[", case .keyed(let keyed)? = type(endingAt: at - 2)?.type {
      items = keyed.entries.map { entry in
        let declaration = reading.framework.table.declaration(at: entry.key)
        return CompletionItem(
          label: entry.key, kind: .reference,
          detail: declaration.map { DeclarationText($0, in: reading.framework.table).line } ?? "")
      }
      return
    }
    // What stands in front of `==`, or of `in [ … ,`.
    var left = at - 1
    if mark(left) == "," || mark(left) == "[" {
      while left >= 0, mark(left) != "[" { left -= 1 }
      left -= 1
    }
    guard mark(left) == "==" || mark(left) == "!=" || word(left) == "in" else { return }
    if word(left - 1) == "role" {
      items = reading.framework.table.all("role").map {
        CompletionItem(
          label: $0.id, kind: .reference, detail: DeclarationText($0, in: reading.framework.table).line)
      }
    } else if case .refined(let refinement)? = type(endingAt: left - 1)?.type {
      items = (refinement.allowed ?? []).compactMap { value in
        guard case .string(let text) = value else { return nil }
        return CompletionItem(label: text, kind: .choice, detail: refinement.name)
      }
    }
  }

  // MARK: Types

  /// The type of the names, members and keys that end at a token, and where they start.
  private func type(endingAt at: Int) -> (type: ValueType, start: Int)? {
    if let name = word(at) {
      if mark(at - 1) == ".", let holder = type(endingAt: at - 2) {
        guard case .record(let record) = holder.type, let field = record.place(of: name) else { return nil }
        return (record.fields[field].type, holder.start)
      }
      return variables[name].map { ($0, at) }
    }
    guard mark(at) == "]", case .text(let key)? = kind(at - 1), mark(at - 2) == "[",
      let holder = type(endingAt: at - 3)
    else { return nil }
    guard case .keyed(let keyed) = holder.type else { return nil }
    return (keyed.place(of: key).map { keyed.entries[$0].type } ?? keyed.common, holder.start)
  }

  private func kind(_ at: Int) -> ExpressionToken.Kind? {
    tokens.indices.contains(at) ? tokens[at].kind : nil
  }

  private func mark(_ at: Int) -> String? { if case .mark(let mark)? = kind(at) { mark } else { nil } }

  private func word(_ at: Int) -> String? { if case .word(let word)? = kind(at) { word } else { nil } }
}
