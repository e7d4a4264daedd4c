import Expressions
import Testing

/// Functions and operators that do not take what they are given.
@Suite struct OverloadTests {
  @Test(arguments: [
    Mistake(
      "⟦review.date > '2026-01-01'⟧", "a date is compared with text",
      help: "a date is written timestamp(\"2026-07-01T00:00:00Z\")"),
    Mistake("⟦review.lead == 1⟧", "text is compared with a whole number"),
    Mistake(
      "⟦whole == '1'⟧", "a whole number is compared with text", help: "a number stands without quotes: 1"),
    Mistake(
      "⟦fraction == 2⟧", "a number with a fraction is compared with a whole number",
      help: "write 2.0 instead of 2"),
    Mistake(
      "⟦natural == 2⟧", "a whole number without a sign is compared with a whole number",
      help: "write 2u instead of 2"),
    Mistake(
      "⟦words == null⟧", "text is compared with null", help: "whether something is there is asked with has(…)"
    ),
    Mistake("⟦team == 'x'⟧", "a list of records is compared with text"),
    Mistake("⟦team < team⟧", "a list of records has no order by which “<” could compare it"),
    Mistake(
      "⟦review.length > 2⟧", "a length of time is compared with a whole number",
      help: "a length of time is written duration(\"48h\")"),
    Mistake("⟦'x' in numbers⟧", "text is looked for in a list of whole numbers"),
    Mistake("'x' in ⟦words⟧", "“in” looks in a list or a map, and this is text"),
  ]) func comparisons(mistake: Mistake) throws { try mistake.expect(kind: .noOverload) }

  @Test(arguments: [
    Mistake(
      "⟦words + 1⟧ == words", "text and a whole number cannot be added",
      help: "write string(…) around the number, if text is meant"),
    Mistake(
      "⟦whole * fraction⟧ > 1.0", "a whole number and a number with a fraction cannot be multiplied",
      help: "write double(…) around the whole number"),
    Mistake("⟦review.date - 2⟧ < review.date", "a whole number cannot be subtracted from a date"),
    Mistake("⟦words / 2⟧ == 1", "text cannot be divided by a whole number"),
    Mistake(
      "⟦fraction % 2.0⟧ == 0.0",
      "“%” wants two whole numbers, and is given a number with a fraction and a number with a fraction"),
    Mistake("-⟦words⟧ == 'x'", "“-” wants a number that may be negative, and this is text"),
    Mistake("!⟦whole⟧", "“!” wants true or false, and this is a whole number"),
    Mistake("isAgreed && ⟦team⟧", "“&&” joins true and false, and this is a list of records"),
    Mistake("⟦words⟧ || isAgreed || whole > 1", "“||” joins true and false, and this is text"),
    Mistake("⟦whole⟧ ? 1 : 2", "“?” asks whether something is true, and this is a whole number"),
    Mistake(
      "(⟦isAgreed ? 1 : 'x'⟧) == 1", "the two results of “?” are of two types: a whole number and text"),
  ]) func arithmetic(mistake: Mistake) throws { try mistake.expect(kind: .noOverload) }

  @Test(arguments: [
    Mistake(
      "size(⟦whole⟧) > 1", "size() is given a whole number and wants text, bytes, a list or a map"),
    Mistake(
      "⟦whole⟧.size() > 1", "size() is called on a whole number and wants text, bytes, a list or a map"),
    Mistake("words.startsWith(⟦1⟧)", "startsWith() is given a whole number and wants text"),
    Mistake(
      "⟦numbers⟧.contains('x')", "contains() is called on a list of whole numbers and wants text",
      help: "whether a list has an element is written: element in list"),
    Mistake(
      "mean(⟦team⟧) > 1.0",
      "mean() is given a list of records and wants a list of whole numbers, a list of whole numbers without a"
        + " sign or a list of numbers with fractions",
      help: "take the numbers out first, such as mean(list.map(x, x.value))"),
    Mistake("words.⟦startsWith⟧('x', 'y')", "startsWith() is given 2 arguments and wants 1"),
    Mistake("⟦size⟧() > 1", "size() is given 0 arguments and wants 1"),
    Mistake(
      "⟦startsWith⟧(words, 'x')", "startsWith() is not called like this", help: "write words.startsWith(…)"),
    Mistake("numbers.⟦sum⟧() > 1", "sum() is not called like this", help: "write sum(numbers)"),
    Mistake(
      "timestamp(⟦true⟧) < review.date",
      "timestamp() is given true or false and wants a date, text or a whole number"),
    Mistake("numbers[⟦'x'⟧] > 1", "a list's elements are counted from 0, and this is text"),
    Mistake("counts[⟦1⟧] > 1", "the map's keys are text, and this is a whole number"),
    Mistake(
      "j[⟦1⟧].value > 1", "a criterion is looked up by its name in quotes, and this is a whole number"),
    Mistake("⟦whole⟧[0] > 1", "“[…]” takes something out of a list or a map, and this is a whole number"),
    Mistake("⟦whole⟧.all(x, x > 1)", "all() goes over a list or a map, and this is a whole number"),
    Mistake(
      "team.exists(m, ⟦m.name⟧)", "exists() asks whether something is true of each, and this is text"),
    Mistake(
      "size({⟦1.5⟧: 1}) > 0",
      "a key is text, a whole number, true or false, and this is a number with a fraction"),
  ]) func functions(mistake: Mistake) throws { try mistake.expect(kind: .noOverload) }

  @Test(arguments: [
    Mistake("⟦siz⟧(words) > 1", "there is no function “siz”", help: "did you mean “size”?"),
    Mistake("⟦length⟧(words) > 1", "there is no function “length”", help: "did you mean size()?"),
    Mistake(
      "team.⟦any⟧(m, m.name == 'x')", "there is no function “any”",
      help: "did you mean team.exists(x, …)?"),
    Mistake(
      "⟦exists⟧(team, m, m.name == 'x')", "there is no function “exists”",
      help: "did you mean team.exists(x, …)?"),
    Mistake("math.⟦greatest⟧(1, 2) > 1", "there is no function “greatest”"),
    Mistake("⟦average⟧(numbers) > 1", "there is no function “average”", help: "did you mean mean()?"),
  ]) func `unknown functions`(mistake: Mistake) throws { try mistake.expect(kind: .unknownFunction) }

  @Test(arguments: [
    Mistake("⟦size(team)⟧", "true or false is wanted here, and this is a whole number"),
    Mistake("⟦j['vision'].point⟧", "true or false is wanted here, and this is a point of the scale depth"),
  ]) func `another result than is wanted`(mistake: Mistake) throws {
    try mistake.expect(kind: .wrongResult, wanting: .bool)
  }
}
