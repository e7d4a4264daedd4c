/// A framework of about 2.8 MB, made up: 8 themes, 7 dimensions each, 21 questions each, six statements a question.
public enum GeneratedFramework {
  public static let text: String = {
    var text = """
      schema: waymark.framework/1
      id: generated
      version: 1.0.0
      status: released
      title: Generated for a benchmark
      language: en-GB
      subject: school
      source:
        - {id: made-up, title: Made up for a benchmark}
      levels:
        - {id: theme, title: Theme}
        - {id: dimension, title: Dimension}
        - {id: question, title: Question}
      scales:
        extent:
          kind: ordinal
          points:

      """
    for point in 0..<6 { text += "      - {id: p\(point), value: \(point), label: Point \(point)}\n" }
    text += """
      judging:
        self: {level: question, scale: extent, method: best-fit}
        peer: none
      overall: none

      """
    text += "sections:\n"
    for theme in 0..<8 { text += "  - {id: theme-\(theme), title: Theme \(theme), of: [theme-\(theme)]}\n" }
    text += "criteria:\n"
    for theme in 0..<8 { add(theme: theme, to: &text) }
    return text
  }()

  private static func add(theme: Int, to text: inout String) {
    text += """
        - id: theme-\(theme)
          title: Theme number \(theme)
          source: {ref: made-up, at: "Theme \(theme)"}
          criteria:

      """
    for dimension in 0..<7 {
      text += """
              - id: dimension-\(dimension)
                title: Dimension number \(dimension) of theme \(theme)
                source: {ref: made-up, at: "Theme \(theme), dimension \(dimension)"}
                criteria:

        """
      for question in 0..<21 { add(question, dimension, theme, to: &text) }
    }
  }

  private static func add(_ question: Int, _ dimension: Int, _ theme: Int, to text: inout String) {
    text += """
                  - id: question-\(question)
                    text: To what extent do leaders at every level know how question \(question) is answered, and by whom?
                    source: {ref: made-up, at: "Theme \(theme), dimension \(dimension), question \(question)"}
                    statements:

      """
    for point in 0..<6 {
      text += """
                        - id: statement-\(point)
                          at: p\(point)
                          strand: knowing
                          text: At point \(point) most of the staff can say what they do about question \(question), why they
                            do it in this way, and what has changed for pupils in dimension \(dimension) because of it.
                          source: {ref: made-up, at: "Statement \(point)"}

        """
    }
  }
}
