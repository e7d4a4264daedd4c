import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("titl", "title"), ("titlee", "title"),
    ("criterai", "criteria"),
    ("overal", "overall"), ("stme", "stem"), ("scal", "scale"), ("coverag", "coverage"),
    ("questionaires", "questionnaires"),
  ])
  func `what was meant`(word: String, name: String) {
    #expect(
      NearestName.of(
        word, among: ["title", "criteria", "overall", "stem", "scale", "coverage", "questionnaires"]) == name)
  }

  @Test(arguments: ["", "xyz", "colour", "ti", "st", "tttttt"]) func `nothing is near`(word: String) {
    #expect(NearestName.of(word, among: ["title", "stem", ""]) == nil)
  }

  @Test func `short words may differ by one letter, longer ones by more`() {
    #expect(NearestName.of("abcd", among: ["abxx"]) == nil)
    #expect(NearestName.of("abcde", among: ["abcxx"]) == "abcxx")
    #expect(NearestName.of("abcdefghi", among: ["abcdefxxx"]) == "abcdefxxx")
    #expect(NearestName.of("abcdefghi", among: ["abcdexxxx"]) == nil)
  }

  @Test func `the nearest wins, then the first`() {
    #expect(NearestName.of("horse", among: ["house", "horses", "hors", "horse"]) == "horse")
    #expect(NearestName.of("horze", among: ["horse", "horde"]) == "horse")
    #expect(NearestName.of("horze", among: ["horde", "horse"]) == "horde")
  }

  @Test func `distances`() {
    func distance(_ a: String, _ b: String) -> Int {
      NearestName.distance(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
    #expect(distance("", "") == 0)
    #expect(distance("", "abc") == 3)
    #expect(distance("abc", "") == 3)
    #expect(distance("ab", "ba") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("ca", "abc") == 3)
    #expect(distance("é", "e") == 1)
  }

  @Test func `a very long word is not compared`() {
    #expect(
      NearestName.of(String(repeating: "a", count: 201), among: [String(repeating: "a", count: 201)]) == nil)
  }
}
