import Frameworks
import Testing

@Suite("Relations of criteria")
struct RelationTests {
  typealias Relation = Comparability.Relation

  /// The rules of composition, in one table: a row is the first relation, a column the second.
  static let table: [(Relation, [Relation])] = [
    //            same       reworded   rescaled   split   merged   moving     none
    (.same, [.same, .reworded, .rescaled, .split, .merged, .moving, .none]),
    (.reworded, [.reworded, .reworded, .rescaled, .split, .merged, .moving, .none]),
    (.rescaled, [.rescaled, .rescaled, .rescaled, .split, .merged, .rescaled, .none]),
    (.split, [.split, .split, .split, .split, .none, .split, .none]),
    (.merged, [.merged, .merged, .merged, .none, .merged, .merged, .none]),
    (.moving, [.moving, .moving, .rescaled, .split, .merged, .moving, .none]),
    (.none, [.none, .none, .none, .none, .none, .none, .none]),
  ]

  @Test("compose as the table says", arguments: table)
  func composition(_ first: Relation, _ row: [Relation]) {
    for (second, result) in zip(Relation.allCases, row) { #expect(first.then(second) == result) }
  }

  @Test("compose in any grouping, and the way back is the inverse of the way there")
  func algebra() {
    for first in Relation.allCases {
      #expect(first.inverse.inverse == first)
      for second in Relation.allCases {
        #expect(first.then(second).inverse == second.inverse.then(first.inverse))
        for third in Relation.allCases where !Set([first, second, third]).isSuperset(of: [.split, .merged]) {
          #expect(first.then(second).then(third) == first.then(second.then(third)))
        }
      }
    }
  }

  @Test("allow figures but where criteria were split or merged, or nothing corresponds")
  func figures() {
    #expect(Relation.allCases.filter { !$0.allowsFigures } == [.split, .merged, .none])
  }

  @Test("points go through maps, and back where a map is one to one")
  func points() {
    let (first, second) = (
      PointConversion.mapped(["a": "x", "b": "y"]), PointConversion.mapped(["x": "1", "y": "1"])
    )
    #expect(first.then(second) == .mapped(["a": "1", "b": "1"]))
    #expect(first.inverse == .mapped(["x": "a", "y": "b"]))
    #expect(second.inverse == .apart)
    #expect(first.then(.same) == first)
    #expect(PointConversion.same.then(first) == first)
    #expect(first.then(.apart) == .apart)
    #expect(first.then(.mapped(["z": "1"])) == .apart)
    #expect(first.converted("b") == "y")
    #expect(first.converted("c") == nil)
    #expect(PointConversion.same.converted("c") == "c")
    #expect(PointConversion.apart.converted("a") == nil)
  }

  @Test("medians need a map that keeps the order")
  func order() {
    let map = PointConversion.mapped(["a": "x", "b": "x", "c": "y"])
    #expect(map.keepsOrder(from: ["a", "b", "c"], to: ["x", "y"]))
    #expect(!map.keepsOrder(from: ["a", "c", "b"], to: ["x", "y"]))
    #expect(!map.keepsOrder(from: ["a", "d"], to: ["x", "y"]))
    #expect(PointConversion.same.keepsOrder(from: [], to: []))
    #expect(!PointConversion.apart.keepsOrder(from: [], to: []))
  }
}
