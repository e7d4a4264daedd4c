import Testing

@testable import Profiles

@Suite struct FractionTests {
  @Test(arguments: ["1", "2", "3/2", "6/5", "1/3", "18446744073709551615"])
  func `a fraction has one text`(_ text: String) { #expect(Fraction(text)?.description == text) }

  @Test(arguments: [
    "", "0", "0/1", "1/0", "4/2", "3/1", "03/2", "+3", "-3", "1.5", "3/2/1", " 3", "3 /2", "/", "١",
  ])
  func `nothing else is taken`(_ text: String) { #expect(Fraction(text) == nil) }

  @Test func `it is kept in lowest terms`() {
    #expect(Fraction(12, over: 8) == Fraction("3/2"))
    #expect(Fraction("6/5")?.dividing(3) == Fraction("5/2"))
    #expect(Fraction("6/5")?.dividing(0) == nil)
    #expect(Fraction("1/3")?.dividing(.max) == nil)
  }
}
