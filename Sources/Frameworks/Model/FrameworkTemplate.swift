/// The draft that `waymark framework new` starts with. It checks clean and explains itself in comments.
public enum FrameworkTemplate {
  public static func yaml(id: String, title: String) -> String {
    """
    # A framework: what a review is held against. Check it as you write: waymark framework check FILE
    # Everything after a # is a comment for people. Put a text in quotes if it holds a colon or a #.
    schema: waymark.framework/1

    # The id never changes. The version does, with every change after the release: 1.0.0, then 1.0.1, 1.1.0 or 2.0.0.
    id: \(id)
    version: 0.1.0
    status: draft
    title: \(title.quotedForYAML)
    language: en-GB
    subject: school # school, alliance, partnership or year-group

    # The documents it was made from. A criterion names one with source: {ref: own, at: "where in it"}.
    source:
      - id: own
        title: "Our own discussions"

    # What its depths are called, from the top down.
    levels:
      - id: area
        title: Area
      - id: question
        title: Question

    # A judgement is a point of a scale, the lowest first.
    scales:
      depth:
        kind: ordinal # nominal (names only), ordinal (an order) or interval (an order with equal steps)
        points:
          - {id: beginning, value: 1, label: Beginning}
          - {id: developing, value: 2, label: Developing}
          - {id: established, value: 3, label: Established}

    # Who marks which level. Write "none" where a kind of review marks nothing.
    judging:
      self: {level: question, scale: depth}
      peer: {level: question, scale: depth}

    # Openings that questions share.
    stems:
      - id: how-far
        text: How far

    criteria:
      - id: first-area
        title: First area
        stem: how-far
        source: {ref: own}
        criteria:
          - id: first-question
            text: do pupils know what they are learning, and why?
            source: {ref: own}
            # What the points look like, if you like; any number for each point.
            statements:
              - {id: some-know, at: beginning, strand: knowing, text: Some pupils can say what they are learning.}
              - {id: most-know, at: established, strand: knowing, text: Nearly all pupils can say what they are learning and why.}
            evidence:
              - {id: talk, text: conversations with pupils}
          - id: second-question
            text: does feedback help pupils to take the next step?
            source: {ref: own}

    # One figure for the whole review: none (then never), or an aggregation such as median.
    overall: none

    """
  }
}

extension String {
  /// A double-quoted YAML scalar.
  var quotedForYAML: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
