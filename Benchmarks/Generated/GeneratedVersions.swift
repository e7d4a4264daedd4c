/// Versions and variants of a framework of about 6,000 criteria, made up: 8 themes, 7 dimensions each, 106 questions
/// each, three statements a question.
public enum GeneratedVersions {
  /// - Parameter word: stands in every tenth question, so that two versions can differ.
  public static func framework(_ version: String, word: String) -> String {
    var text = """
      schema: waymark.framework/1
      id: base
      version: \(version)
      status: released
      title: Generated for a benchmark
      levels: [{id: theme, title: Theme}, {id: dimension, title: Dimension}, {id: question, title: Question}]
      scales: {extent: {points: [{id: p0, value: 0}, {id: p1, value: 1}, {id: p2, value: 2}]}}
      judging: {self: {level: question, scale: extent}, peer: none}
      overall: none
      sections:

      """
    for theme in 0..<8 { text += "  - {id: theme-\(theme), title: Theme \(theme), of: [theme-\(theme)]}\n" }
    text += "criteria:\n"
    var number = 0
    for theme in 0..<8 {
      text += "  - id: theme-\(theme)\n    title: Theme \(theme)\n    criteria:\n"
      for dimension in 0..<7 {
        text +=
          "      - id: dimension-\(dimension)\n        title: Dimension \(dimension)\n        criteria:\n"
        for question in 0..<106 {
          number += 1
          text += Self.question(question, number, word: number % 10 == 0 ? word : "know")
        }
      }
    }
    return text
  }

  private static func question(_ id: Int, _ number: Int, word: String) -> String {
    var text = "          - id: question-\(id)\n            text: To what extent do leaders at every level "
    text += "\(word) how question \(number) is answered, and by whom?\n            statements:\n"
    for point in 0..<3 {
      text +=
        "              - {id: statement-\(point), at: p\(point), text: At point \(point) most of the staff "
      text += "can say what they do about question \(number) and why they do it in this way.}\n"
    }
    return text
  }

  /// The variant of a chain that extends the one before it, with 100 changes of all kinds.
  ///
  /// - Parameters:
  ///   - number: 1 extends the framework itself.
  ///   - digest: of what it extends.
  public static func variant(_ number: Int, digest: String) -> String {
    var text = """
      schema: waymark.framework/1
      id: variant-\(number)
      version: 1.0.0
      status: released
      title: Variant \(number)
      extends: {id: \(number == 1 ? "base" : "variant-\(number - 1)"), version: 1.0.0, digest: "\(digest)"}
      changes:

      """
    for index in 0..<100 { text += change(index, of: number) }
    return text
  }

  private static func change(_ index: Int, of variant: Int) -> String {
    let theme = "theme-\(index % 8)"
    let dimension = "\(theme)/dimension-\(index / 8 % 6)"
    let first = variant * 16
    let question = "\(dimension)/question-\(first + index % 5)"
    let name = "\(variant)-\(index)"
    switch index % 10 {
    case 0: return "  - {reword: \(question), text: In other words \(name)?, why: Clearer here.}\n"
    case 1:
      return
        "  - {add: {id: new-\(name), text: Something new?}, to: \(dimension), after: question-3, why: Missing here.}\n"
    case 2:
      return
        "  - {move: \(dimension)/question-\(first + 5 + index / 10), to: \(theme)/dimension-6, as: moved-\(name), why: There.}\n"
    case 3: return "  - {remove: \(dimension)/question-\(first + 16 + index / 50), why: Not asked here.}\n"
    case 4: return "  - {set: \(question)/code, to: C\(name), why: As printed.}\n"
    case 5:
      return
        "  - {merge: [\(dimension)/question-\(first + 8), \(dimension)/question-\(first + 9)], into: {id: merged-\(name), text: Both?, statements: []}, why: One is enough.}\n"
    case 6:
      return
        "  - {replace: \(dimension)/question-\(first + 10), with: {id: replaced-\(name), text: Another?}, why: Another thing.}\n"
    case 7: return "  - {reword: \(dimension), title: Dimension in words \(name), why: Ours.}\n"
    case 8: return "  - {set: \(question)/weight, to: \(index + 1), why: Heavier.}\n"
    default:
      return
        "  - {add: {id: what-\(variant), text: and what else?}, to: \(question)/questions, why: Helps.}\n"
    }
  }
}
