/// Small rules of English that every page and listing needs.
enum English {
  /// "1 school", "3 schools", "no schools"; the plural is made where it is not given.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    let word = number == 1 ? noun : plural ?? self.plural(noun)
    return "\(number == 0 ? "no" : "\(number)") \(word)"
  }

  static func plural(_ noun: String) -> String {
    if noun == "criterion" { return "criteria" }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) ? noun + "es" : noun + "s"
  }

  /// "a, b and c"; with a comma before the last where a part has an "and" of its own.
  static func list(_ parts: [String], last: String = "and") -> String {
    guard let end = parts.last, parts.count > 1 else { return parts.first ?? "" }
    let comma = parts.contains { $0.contains(" \(last) ") } ? "," : ""
    return parts.dropLast().joined(separator: ", ") + "\(comma) \(last) " + end
  }

  /// One to ten in words, then figures.
  static func number(_ number: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : "\(number)"
  }

  /// "An alliance", "A school".
  static func withArticle(_ noun: String) -> String {
    ("aeiou".contains(noun.lowercased().prefix(1)) ? "An " : "A ") + noun
  }

  /// A title inside a sentence: small first letter, unless it is an abbreviation such as ITT.
  static func inSentence(_ title: String) -> String {
    let second = title.dropFirst().first
    return second?.isUppercase == true ? title : title.prefix(1).lowercased() + title.dropFirst()
  }

  /// A slug as a heading: "business-model" is "Business model".
  static func heading(slug: String) -> String {
    let words = slug.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Text that ends as a sentence does.
  static func sentence(_ text: String) -> String {
    guard let last = text.last else { return "" }
    return ".!?…:".contains(last) ? text : text + "."
  }
}
