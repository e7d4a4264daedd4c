import Testing

@testable import Expressions

/// What is found where, by RE2's rules.
@Suite struct PatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let yes: [String]
    let no: [String]
    var testDescription: String { pattern }

    init(_ pattern: String, _ yes: [String], not no: [String] = []) {
      (self.pattern, self.yes, self.no) = (pattern, yes, no)
    }
  }

  private static let basics = [
    Case("", ["", "x"]),
    Case("abc", ["abc", "xxabcyy"], not: ["ab", "ABC", ""]),
    Case("a|b|", ["", "a"]),
    Case("^(?:a|bc)$", ["a", "bc"], not: ["ab", "abc", ""]),
    Case("a.c", ["abc", "a😀c"], not: ["a\nc", "ac"]),
    Case("(?s)a.c", ["a\nc"]),
    Case("(?s:a.)c.", ["a\ncx"], not: ["a\nc\n"]),
    Case("^b", ["b", "bc"], not: ["a\nb"]),
    Case("(?m)^b$", ["a\nb", "a\nb\nc"], not: ["ab"]),
    Case("a$", ["a", "ba"], not: ["a\n"]),
    Case("\\Ab\\z", ["b"], not: ["a\nb", "b\n"]),
    Case("(?m:^b)\\z", ["a\nb"], not: ["b\n"]),
    Case("\\bcat\\b", ["cat", "a cat.", "-cat-"], not: ["cats", "1cat", "_cat"]),
    Case("a\\Bb", ["ab"], not: ["a b"]),
    Case("écat\\b", ["écat"]),
    Case("\\bcat", ["écat"]),
  ]

  private static let repetitions = [
    Case("^a*$", ["", "aaaa"], not: ["b"]),
    Case("^a+?$", ["a", "aa"], not: [""]),
    Case("^ab?c$", ["abc", "ac"], not: ["abbc"]),
    Case("^a{3}$", ["aaa"], not: ["aa", "aaaa"]),
    Case("^a{2,}$", ["aa", "aaaaa"], not: ["a"]),
    Case("^a{1,3}?$", ["a", "aaa"], not: ["", "aaaa"]),
    Case("^(ab){0}$", [""], not: ["ab"]),
    Case("a{,2}", ["a{,2}"], not: ["aa"]),
    Case("a{b}", ["a{b}"]),
    Case("^(a*)*$", ["", "aaa"], not: ["b"]),
    Case("^(a|b*)+$", ["", "abba"], not: ["c"]),
    Case("^(^a)*$", ["", "a"], not: ["aa"]),
    Case("^x{1000}$", [String(repeating: "x", count: 1_000)], not: [String(repeating: "x", count: 999)]),
  ]

  private static let classes = [
    Case("^[a-c]+$", ["abc"], not: ["d", ""]),
    Case("^[^a-c]$", ["d", "\n", "😀"], not: ["a"]),
    Case("^[]a]+$", ["]a"], not: ["b"]),
    Case("^[^]a]$", ["b"], not: ["]"]),
    Case("^[a-]+$", ["-a"], not: ["b"]),
    Case("^[-a]+$", ["a-"]),
    Case("^[a\\]\\-]+$", ["]-a"]),
    Case("^\\d\\D\\w\\W\\s\\S$", ["1x_- x"], not: ["١x_- x", "1xé- x"]),
    Case("^[\\d\\s.]+$", ["1 2.\t"], not: ["a"]),
    Case("^[^\\d]$", ["a"], not: ["1"]),
    Case("^\\s$", ["\u{C}"], not: ["\u{B}", "\u{A0}"]),
    Case("^[[:alpha:]]+$", ["aZ"], not: ["é", "1"]),
    Case("^[[:^alpha:][:upper:]]+$", ["A1é"], not: ["a"]),
    Case("^[[:space:]]$", ["\u{B}"]),
    Case("^[[:punct:]]+$", ["!/:@[`{~"], not: ["a"]),
    Case("^[[:xdigit:]_]+$", ["0fA_"], not: ["g"]),
    Case("^\\p{L}+$", ["aéЖ日"], not: ["1", "-"]),
    Case("^\\pL\\PL$", ["a1"], not: ["1a"]),
    Case("^\\p{Lu}\\p{^Lu}$", ["Éé"], not: ["éÉ"]),
    Case("^[\\p{Nd}\\p{Greek}]+$", ["1α٣"], not: ["a"]),
    Case("^\\p{Latin}+$", ["aé"], not: ["α"]),
    Case("^\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Cyrillic}\\p{Arabic}$", ["日のノЖع"]),
    Case("^\\p{Sc}$", ["£", "€"], not: ["$$", "a"]),
    Case("^\\p{Any}$", ["\n"]),
  ]

  private static let escapes = [
    Case("^\\.\\*\\\\\\_$", [".*\\_"], not: ["ab\\_"]),
    Case("^\\x41\\x{20AC}\\101\\0$", ["A€A\0"]),
    Case("^\\t\\n\\r\\f\\v\\a$", ["\t\n\r\u{C}\u{B}\u{7}"]),
    Case("^\\Qa.b(\\E+$", ["a.b(", "a.b(((("], not: ["a.b", "a.b(a.b("]),
    Case("^\\Q.*\\E$", [".*"], not: ["ab"]),
    Case("^\\Qab", ["ab"]),
    Case("a-b:c,d#e", ["a-b:c,d#e"]),
  ]

  private static let cases = [
    Case("(?i)straße", ["STRAßE", "straẞe"], not: ["strasse"]),
    Case("(?i)^k$", ["K", "\u{212A}"]),
    Case("(?i)^[^k]$", ["s"], not: ["K", "k", "\u{212A}"]),
    Case("(?i)É", ["é"]),
    Case("(?i)^σ$", ["Σ", "ς"]),
    Case("(?i)^[a-c]$", ["B"], not: ["D"]),
    Case("(?i)^\\p{Lu}$", ["a", "A"], not: ["1"]),
    Case("a(?i)b(?-i)c", ["aBc"], not: ["Abc", "abC"]),
    Case("a(?i:b|c)d", ["aCd"], not: ["aCD"]),
    Case("(?:(?i)a|b)c", ["Bc", "Ac"], not: ["bC"]),
    Case("(?P<year>\\d{4})-(?<month>\\d\\d)", ["2025-11"], not: ["25-11"]),
    Case("(?U)^a+$", ["aaa"]),
    Case("(?im-s)^B", ["a\nb"]),
  ]

  @Test(arguments: basics + repetitions + classes + escapes + cases)
  func `is found or not`(example: Case) throws {
    let pattern = try Pattern(example.pattern)
    for text in example.yes { #expect(pattern.matches(text), "should match “\(text)”") }
    for text in example.no { #expect(!pattern.matches(text), "should not match “\(text)”") }
  }
}
