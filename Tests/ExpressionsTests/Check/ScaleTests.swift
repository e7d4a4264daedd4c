import Expressions
import Testing

/// What is known of points and values of scales.
@Suite struct ScaleTests {
  @Test(arguments: [
    Mistake(
      "j['our-impact'].point == ⟦\"securr\"⟧", "\"securr\" is no point of the scale impact",
      help: "did you mean \"secure\"?"),
    Mistake("⟦'Secure'⟧ != j['our-impact'].point", "\"Secure\" is no point of the scale impact"),
    Mistake(
      "j['our-impact'].point in ['secure', ⟦'good'⟧]", "\"good\" is no point of the scale impact",
      help: "it can be \"emerging\", \"developing\", \"secure\""),
    Mistake("⟦'good'⟧ in j.map(p, j[p].point)", "\"good\" is no point of the scale impact"),
    Mistake("j['our-impact'].value == ⟦4⟧", "4 is no value of the scale impact", help: "it can be 1, 2, 3"),
  ]) func `values that cannot be`(mistake: Mistake) throws { try mistake.expect(kind: .impossibleValue) }

  @Test(arguments: [
    Mistake(
      "⟦j['our-impact'].point == j['vision'].point⟧",
      "a point of the scale impact is compared with a point of the scale depth",
      help: "they are of two scales, whose values do not mean the same"),
    Mistake(
      "⟦j['our-impact'].value < j['vision'].value⟧",
      "a value of the scale impact is compared with a value of the scale depth"),
    Mistake(
      "⟦j['our-impact'].value + j['vision'].value⟧ > 3",
      "a value of the scale impact and a value of the scale depth are put into one sum"),
    Mistake(
      "⟦j['vision'].value in points⟧",
      "a value of the scale depth is compared with a value of the scale impact"),
  ]) func `two scales`(mistake: Mistake) throws { try mistake.expect(kind: .twoScales) }

  @Test(arguments: [
    Mistake(
      "⟦j['our-impact'].point >= 'secure'⟧",
      "“>=” would put a point of the scale impact in the order of the alphabet",
      help: "compare the values, which are numbers")
  ]) func `the order of the alphabet`(mistake: Mistake) throws { try mistake.expect(kind: .alphabetical) }

  @Test(arguments: [
    "j['our-impact'].point == 'secure'", "j['our-impact'].point in ['secure', 'emerging']",
    "j['our-impact'].value >= 2", "j['our-impact'].value + j['our-impact/use-of-data'].value > 4",
    "j['our-impact'].value > 1.5", "mean(points) >= 2.5", "sum(points) > 3 && median(points) < 2.0",
    "j['vision'].value == 7", "j['our-impact'].point == words", "'emerging' in j.map(p, j[p].point)",
    "(isAgreed ? j['our-impact'].point : 'none') == 'none'", "points.exists(p, p == 3)",
    "j.all(p, j[p].value > 1)", "previous(j['our-impact'].value) < j['our-impact'].value",
  ]) func `what is right`(text: String) throws {
    let (checked, issues) = try CheckWorld.check(text, wanting: .bool)
    #expect(issues.isEmpty && checked?.type == .bool, "\(issues)")
  }
}
