import Expressions
import Testing

/// What fails whenever it is evaluated, known before it is.
@Suite struct ConstantTests {
  @Test(arguments: [
    Mistake("⟦1 / 0⟧ > whole", "the number is divided by zero"),
    Mistake("⟦whole / 0⟧ > 1", "the number is divided by zero"),
    Mistake("⟦points[0] % 0⟧ == 1", "the number is divided by zero"),
    Mistake("isAgreed && ⟦9223372036854775807 + 1⟧ > whole", "the result does not fit 64 bits"),
    Mistake(
      "review.date > timestamp(⟦\"2026-13-01\"⟧)", "\"2026-13-01\" is no moment such as 2026-07-01T00:00:00Z"),
    Mistake("review.length > duration(⟦'2 days'⟧)", "\"2 days\" is no duration such as 1h30m"),
    Mistake("whole == int(⟦'x'⟧)", "\"x\" is no number of this type"),
    Mistake("⟦[1, 2][5]⟧ == whole", "the list has 2 elements and none at 5"),
    Mistake("numbers[⟦-1⟧] == whole", "a list has no element at -1"),
    Mistake("⟦{'a': 1, 'a': 2}⟧ == counts", "the key \"a\" is there twice"),
  ]) func `failing parts`(mistake: Mistake) throws { try mistake.expect(kind: .failingConstant) }

  @Test(arguments: [
    Mistake("words.matches('a⟦(⟧b')", "this “(” is never closed"),
    Mistake("words.matches('\\t\\u00e9⟦[⟧b')", "this “[” is never closed"),
    Mistake("words.matches(r'\\d⟦\\y⟧')", "“\\y” is no known escape"),
    Mistake("words.matches('\\\\d⟦\\\\y⟧')", "“\\y” is no known escape"),
    Mistake(
      "matches(words, \"\"\"(a)\n⟦\\\\1⟧\"\"\")",
      "a backreference to an earlier group (“\\1”) is not part of this syntax"),
    Mistake("words.matches('\\x61⟦(?=⟧b)')", "look-ahead (“(?=…)”) is not part of this syntax"),
  ]) func patterns(mistake: Mistake) throws { try mistake.expect(kind: .badPattern) }

  @Test(arguments: [
    "1 / 2 == whole", "1.0 / 0.0 > fraction", "false && 1 / 0 > 1", "words.matches('^[a-z]+$')",
    "review.date > timestamp('2026-01-01T00:00:00Z')", "[1, 2][1] == whole",
  ]) func `what is right`(text: String) throws {
    #expect(try CheckWorld.check(text).issues.isEmpty)
  }

  @Test func `constants are left alone on request`() throws {
    let options = CheckOptions(constants: false)
    #expect(try CheckWorld.check("1 / 0 > whole", options: options).issues.isEmpty)
  }
}
