import Foundation

/// Language tags (BCP 47) as people use them.
public enum LanguageTag {
  /// Whether it has the form of a tag (RFC 5646, section 2.1).
  public static func isWellFormed(_ tag: String) -> Bool { LanguageTags.isWellFormed(tag) }

  /// Capitals do not count (RFC 5646, section 2.1.1).
  public static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  /// A tag and the less special ones that may stand in for it, the nearest first (lookup: RFC 4647, section 3.4):
  /// `cy-GB`, `cy`.
  public static func lookup(_ tag: String) -> [String] {
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    var tags: [String] = []
    while !parts.isEmpty {
      tags.append(parts.joined(separator: "-"))
      parts.removeLast()
      // A single letter means something only with what follows it.
      if parts.last?.count == 1 { parts.removeLast() }
    }
    return tags
  }

  /// Whether a wish for one language is met by texts in another: `en` by `en-GB`, `cy-GB` by `cy`.
  public static func meets(_ wish: String, _ tag: String) -> Bool {
    lookup(wish).contains { isSame($0, tag) } || lookup(tag).contains { isSame($0, wish) }
  }

  /// What English speakers call it: `Welsh` for `cy`; the tag itself where it has no name.
  public static func englishName(_ tag: String) -> String {
    Locale(identifier: "en_GB").localizedString(forIdentifier: tag) ?? tag
  }

  /// The names of two languages, without their regions where the languages alone tell them apart.
  static func englishNames(_ one: String, _ other: String) -> (String, String) {
    let short = [one, other].map { String($0.prefix { $0 != "-" }) }
    return isSame(short[0], short[1])
      ? (englishName(one), englishName(other)) : (englishName(short[0]), englishName(short[1]))
  }
}
