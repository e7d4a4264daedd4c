/// The names of a framework in an expression (CEL): paths in `j["…"]`, points and roles that something is compared
/// with, and what stands behind `measures.` and its like. Works on half-written expressions too.
struct ExpressionNames {
  struct Name: Equatable {
    let target: NameTarget
    /// UTF-8 offsets in the expression; of a path, those of one id in it.
    let range: Range<Int>
    let isUnderscored: Bool
  }

  private(set) var names: [Name] = []
  private let tokens: [ExpressionToken]
  /// The form that `form.` means.
  private let form: String?
  /// The form that `plan.` means.
  private let plan: String?

  /// What stands behind these is an id with underscores.
  static let members = [
    "measures": "measure", "trends": "trend", "signals": "signal", "agreements": "agreement",
    "subject": "fact",
  ]

  init(_ text: String, form: String? = nil, plan: String? = nil) {
    tokens = ExpressionToken.read(Array(text.utf8))
    (self.form, self.plan) = (form, plan)
    var at = 0
    while at < tokens.count {
      switch tokens[at].kind {
      case .word(let word): self.word(word, at)
      case .text(let text): self.text(text, at)
      case .mark: break
      }
      at += 1
    }
  }

  private mutating func word(_ word: String, _ at: Int) {
    guard mark(at - 1) != "." else {
      if word == "role" { compare(with: at, { .named(kind: "role", id: $0) }) }
      return
    }
    switch word {
    case "j", "self", "peer":
      guard mark(at + 1) == "[", let path = textAt(at + 2) else { return }
      addPath(path.text, path.range)
      guard mark(at + 3) == "]", mark(at + 4) == ".", wordAt(at + 5) == "point" else { return }
      compare(with: at + 5, { .point(id: $0, criterion: path.text) })
    case "covered":
      guard mark(at + 1) == "[", let level = textAt(at + 2) else { return }
      add(.named(kind: "level", id: level.text), level.range)
    case "form", "plan":
      guard let id = word == "form" ? form : plan else { return }
      var address = "forms/\(id)"
      var next = at + 1
      while mark(next) == ".", let field = wordAt(next + 1) {
        address += "/fields/\(Self.id(field))"
        add(.address(address), tokens[next + 1].range, isUnderscored: true)
        next += 2
      }
    default:
      guard let kind = Self.members[word], mark(at + 1) == ".", let name = wordAt(at + 2) else { return }
      add(.named(kind: kind, id: Self.id(name)), tokens[at + 2].range, isUnderscored: true)
      if kind == "trend" {
        compare(with: at + 2, { .named(kind: "trend category", id: $0, under: "trends/\(Self.id(name))") })
      }
    }
  }

  /// A text that stands alone may be a path: `"our-impact/people" in covered["dimension"]`.
  private mutating func text(_ text: String, _ at: Int) {
    let isTested = wordAt(at + 1) == "in" && wordAt(at + 2) == "covered"
    guard mark(at - 1) != "[" || wordAt(at - 2) == nil, isTested || text.contains("/") else { return }
    addPath(text, tokens[at].range)
  }

  /// The texts that something is compared with: `x == "a"`, `x in ["a", "b"]`.
  private mutating func compare(with at: Int, _ target: (String) -> NameTarget) {
    if mark(at + 1) == "==" || mark(at + 1) == "!=", let text = textAt(at + 2) {
      add(target(text.text), text.range)
    } else if wordAt(at + 1) == "in", mark(at + 2) == "[" {
      var next = at + 3
      while let text = textAt(next) {
        add(target(text.text), text.range)
        next += mark(next + 1) == "," ? 2 : 1
      }
    }
  }

  private mutating func addPath(_ path: String, _ range: Range<Int>) {
    var start = range.lowerBound
    var address = ""
    for id in path.split(separator: "/", omittingEmptySubsequences: false) {
      address += address.isEmpty ? String(id) : "/\(id)"
      let end = min(start + id.utf8.count, range.upperBound)
      add(.address(address), start..<end)
      start = min(end + 1, range.upperBound)
    }
  }

  private mutating func add(_ target: NameTarget, _ range: Range<Int>, isUnderscored: Bool = false) {
    names.append(Name(target: target, range: range, isUnderscored: isUnderscored))
  }

  private func mark(_ at: Int) -> String? {
    guard tokens.indices.contains(at), case .mark(let mark) = tokens[at].kind else { return nil }
    return mark
  }

  private func wordAt(_ at: Int) -> String? {
    guard tokens.indices.contains(at), case .word(let word) = tokens[at].kind else { return nil }
    return word
  }

  private func textAt(_ at: Int) -> (text: String, range: Range<Int>)? {
    guard tokens.indices.contains(at), case .text(let text) = tokens[at].kind else { return nil }
    return (text, tokens[at].range)
  }

  /// The id behind a name.
  static func id(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }
}
