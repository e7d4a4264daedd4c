import Diagnostics
import Documents
import Frameworks
import Interchange
import Reviews
import TestSupport
import Testing

/// Changed bytes may be refused in any way, but never crash; what is still taken has to survive being written.
@Suite struct ReviewCSVFuzzTests {
  static let rounds = 20_000

  @Test func `mutated tables`() throws {
    let (framework, digest) = try Fixtures.framework()
    let original = Array(ReviewCSVReadTests.plain.utf8)
    let today = Day(year: 2026, month: 11, day: 22)!
    var random = SeededGenerator(seed: 4)
    var taken = 0
    for _ in 0..<Self.rounds {
      let mutant = mutated(original, &random)
      var bag = DiagnosticBag()
      var sources = SourceMap()
      let source = SourceFile(path: "review.csv", bytes: mutant)
      let file = sources.add(source)
      guard let parsed = ReviewCSV.parse(source, file, into: &bag) else {
        #expect(bag.hasErrors)
        continue
      }
      for item in bag.items { #expect(item.range.map { Int($0.end) <= mutant.count } ?? true) }
      let isClean = !bag.hasErrors
      ReviewChecks.run(parsed, against: framework, digest: digest, today: today, into: &bag)
      _ = TextPrinter.print(bag, sources)
      guard isClean else { continue }
      taken += 1
      let first = ReviewCSV.write(parsed, framework: framework, digest: digest)
      let again = try #require(ReadTable(first).review, "\(first)")
      #expect(ReviewCSV.write(again, framework: framework, digest: digest) == first)
    }
    #expect(taken > 1_000)
  }

  /// A few bytes changed, cut, repeated, or put in from what tables are made of.
  private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let tokens = Array(",;\t\"\n\r'=@/- x1é".utf8) + [0, 0xFF, 0xEF, 0xBB, 0xBF]
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.insert(tokens.randomElement(using: &random) ?? 0, at: place)
      default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }
}
