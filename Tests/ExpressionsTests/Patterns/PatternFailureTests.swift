import Testing

@testable import Expressions

/// ⟦ and ⟧ mark the characters that a message is about.
@Suite struct PatternFailureTests {
  @Test(arguments: [
    ("a⟦)⟧", "this “)” closes no bracket"),
    ("x⟦(⟧a", "this “(” is never closed"),
    ("x⟦(⟧?i", "this “(” is never closed"),
    ("é⟦[⟧a-z", "this “[” is never closed"),
    ("⟦*⟧a", "there is nothing before this “*” that it could repeat"),
    ("a|⟦+⟧", "there is nothing before this “+” that it could repeat"),
    ("a⟦++⟧", "possessive repetition such as “a++” is not part of this syntax"),
    ("a⟦{2}+⟧", "possessive repetition such as “a++” is not part of this syntax"),
    ("a⟦**⟧", "one repetition stands right behind another"),
    ("a⟦{2}{3}⟧", "one repetition stands right behind another"),
    ("a⟦{1001}⟧", "a repetition may ask for 1000 at the most"),
    ("a⟦{99999999999999999999}⟧", "a repetition may ask for 1000 at the most"),
    ("a⟦{3,2}⟧", "this repetition wants at least 3 and at most 2"),
    ("a⟦(?=⟧b)", "look-ahead (“(?=…)”) is not part of this syntax"),
    ("a⟦(?!⟧b)", "negative look-ahead (“(?!…)”) is not part of this syntax"),
    ("⟦(?<=⟧a)b", "look-behind (“(?<=…)”) is not part of this syntax"),
    ("⟦(?<!⟧a)b", "negative look-behind (“(?<!…)”) is not part of this syntax"),
    ("⟦(?>⟧a)", "an atomic group (“(?>…)”) is not part of this syntax"),
    ("(?P<n>a)⟦(?P=⟧n)", "a backreference to a named group (“(?P=…)”) is not part of this syntax"),
    ("(a)⟦\\1⟧", "a backreference to an earlier group (“\\1”) is not part of this syntax"),
    ("(a)⟦\\9⟧", "a backreference to an earlier group (“\\9”) is not part of this syntax"),
    ("(a)⟦\\k⟧<n>", "a backreference to an earlier group is not part of this syntax"),
    ("a⟦\\Z⟧", "“\\Z” is not part of this syntax"),
    ("a⟦\\y⟧", "“\\y” is no known escape"),
    ("a⟦\\C⟧", "“\\C” is no known escape"),
    ("a⟦\\é⟧", "“\\é” is no known escape"),
    ("a⟦\\⟧", "the pattern ends in a backslash"),
    ("⟦\\x4⟧", "“\\x” wants two hexadecimal digits, or a character's number in braces"),
    ("⟦\\x{110000}⟧", "“\\x” wants two hexadecimal digits, or a character's number in braces"),
    ("⟦\\p{Lx}⟧", "there is no Unicode class “Lx” here"),
    ("⟦\\p{⟧L", "this “\\p{” is never closed"),
    ("[⟦[:alfa:]⟧]", "there is no class “[:alfa:]”"),
    ("[⟦z-a⟧]", "the range “z-a” runs backwards"),
    ("[⟦a-\\d⟧]", "a range cannot end in a class"),
    ("⟦(?y⟧)", "“(?” is not followed by anything known"),
    ("⟦(?P<1 ⟧>a)", "a group's name is made of letters, digits and “_”, closed by “>”"),
    ("(?P<a>x)(?P<⟦a⟧>y)", "two groups are called “a”"),
    ("⟦((a{100}){100}){100}⟧", "the pattern is too large once its repetitions are written out"),
    ("⟦((((){1000}){1000}){1000}){1000}⟧", "the pattern is too large once its repetitions are written out"),
  ])
  func `is said at its place`(marked: String, message: String) throws {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let parts = marked.split(whereSeparator: { $0 == "⟦" || $0 == "⟧" }).map(\.utf8.count)
    let start = marked.hasPrefix("⟦") ? 0 : parts[0]
    let length = marked.hasPrefix("⟦") ? parts[0] : parts[1]
    let failure = #expect(throws: PatternFailure.self) { try Pattern(text) }
    #expect(failure?.message == message)
    #expect(failure?.range == start..<start + length)
    #expect(failure?.help.isEmpty == false)
  }

  @Test func `the nearest class is named`() {
    let failure = #expect(throws: PatternFailure.self) { try Pattern("\\p{Latn}") }
    #expect(failure?.help.hasPrefix("did you mean “\\p{Latin}”?") == true)
  }

  @Test func `deep brackets`() {
    let deep = String(repeating: "(", count: 4_000) + String(repeating: ")", count: 4_000)
    let failure = #expect(throws: PatternFailure.self) { try Pattern(deep) }
    #expect(failure?.message == "brackets are nested deeper than 200")
    let long = #expect(throws: PatternFailure.self) { try Pattern(String(repeating: "a", count: 10_001)) }
    #expect(long?.message == "the pattern has 10001 bytes and may have 10000")
  }
}
