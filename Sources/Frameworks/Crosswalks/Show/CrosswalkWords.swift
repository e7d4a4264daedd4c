import Documents

/// What a crosswalk's words are called when people read them.
enum CrosswalkWords {
  static func sentence(_ relation: CrosswalkLink.Relation) -> String {
    switch relation {
    case .same: "asks the same as"
    case .reworded: "asks the same, in other words, as"
    case .broader: "asks for more than, and takes in,"
    case .narrower: "asks for a part of"
    case .overlaps: "shares something with"
    case .lookalike: "looks like, and does not correspond to,"
    }
  }

  static func sentence(_ confidence: CrosswalkLink.Confidence) -> String {
    switch confidence {
    case .high: "Sure"
    case .medium: "Fairly sure"
    case .low: "A guess"
    }
  }

  static func sentence(_ basis: CrosswalkLink.Basis) -> String {
    switch basis {
    case .stated: "a source says so"
    case .inferred: "worked out from the texts"
    }
  }

  static func sentence(_ combination: CrosswalkCombination) -> String {
    switch combination {
    case .min: "Of several marks, the lowest counts."
    case .max: "Of several marks, the highest counts."
    case .median: "Of several marks, the one in the middle counts."
    case .mean: "Of several marks, the mean counts."
    case .mode: "Of several marks, the most frequent counts."
    case .allEqual: "Several marks count where all are the same."
    case .uncombined: "Several marks are never made into one."
    }
  }

  /// Lines of at most `width` characters, broken between words.
  static func wrapped(_ text: String, indent: Int, width: Int = 100) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [margin + line]
  }
}
