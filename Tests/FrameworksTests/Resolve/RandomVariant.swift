import Diagnostics
import Documents
import TestSupport

@testable import Frameworks

/// Made-up frameworks and changes to them, drawn from a seed.
struct RandomVariant {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private static let ids = (0..<9).map { "id-\($0)" }

  /// Up to three levels of criteria, with statements, questions and fields here and there.
  mutating func base() -> String {
    // No level may be empty, whatever the changes do.
    let anchor = """
      - id: anchor
        title: Anchor
        locked: true
        criteria: [{id: b, title: B, criteria: [{id: c, title: C, criteria: [{id: d, title: D, criteria: [{id: e, text: E}]}]}]}]

      """
    return MadeUp.framework(
      levels:
        "[{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}]",
      judging: "{self: {level: b, scale: steps}, peer: none}",
      criteria: anchor + criteria(level: 0, indent: ""))
  }

  private mutating func criteria(level: Int, indent: String) -> String {
    let ids = Self.ids.shuffled(using: &random).prefix(number(level == 0 ? 3...5 : 1...4))
    return ids.map { id in
      var text = "\(indent)- id: \(id)\n\(indent)  title: Title of \(id) \(number(0...999))\n"
      if number(0...3) == 0 { text += "\(indent)  weight: \(number(1...9))\n" }
      if level == 1, number(0...2) == 0 {
        text +=
          "\(indent)  statements: [{id: s1, at: low, text: Low \(number(0...9)).}, {id: s2, at: high, text: High.}]\n"
      }
      if number(0...4) == 0 { text += "\(indent)  questions: [{id: q\(number(0...9)), text: What?}]\n" }
      if level < 2, level == 0 || number(0...2) > 0 {
        text += "\(indent)  criteria:\n" + criteria(level: level + 1, indent: indent + "  ")
      }
      return text
    }.joined()
  }

  /// A change that is likely to be possible, given what stands there.
  mutating func change(_ paths: [String], _ round: Int) -> String {
    func pick() -> String { paths.randomElement(using: &random) ?? "id-0" }
    let (one, other, id) = (pick(), pick(), Self.ids.randomElement(using: &random) ?? "id-1")
    let below = paths.filter { $0.hasPrefix(one + "/") }
      .map { $0.dropFirst(one.count + 1) }.filter { !$0.contains("/") }
    let why = "why: round \(round)}"
    switch number(0...15) {
    case 0: return "{reword: \(one), title: Words of round \(round), \(why)"
    case 1: return "{set: \(one)/code, to: C\(round), \(why)"
    case 2: return "{add: {id: new-\(round), title: New}, to: \(one), \(why)"
    case 3: return "{add: [{id: \(id), title: New, criteria: [{id: \(id), text: new?}]}], \(why)"
    case 4, 5: return "{move: \(one), to: \(other), \(why)"
    case 6: return "{move: \(one), as: moved-\(round), \(why)"
    case 7: return "{move: \(one), to: criteria, as: \(id), \(why)"
    case 8: return "{remove: \(one), withChildren: \(number(0...1) == 0), \(why)"
    case 9:
      return
        "{replace: \(one), with: {id: \(number(0...1) == 0 ? id : "replaced-\(round)"), title: Other, criteria: []}, \(why)"
    case 10, 11:
      let own = number(0...2) == 0 ? ", criteria: [{id: brought-\(round), text: brought?}]" : ""
      let to = number(0...2) == 0 ? ", to: \(pick())" : ""
      return
        "{merge: [\(one), \(other)], into: {id: \(number(0...2) == 0 ? id : "merged-\(round)"), title: Merged\(own)}\(to), \(why)"
    case 12, 13:
      let cut = number(0...below.count)
      let entries = ["s1", "s2"].shuffled(using: &random).prefix(number(0...2))
      let takes = (below[..<cut].map(String.init) + entries).joined(separator: ", ")
      let rest = below[cut...].joined(separator: ", ")
      let ids = [String(one.split(separator: "/").last ?? ""), "part-\(round)", id].shuffled(using: &random)
      return
        "{split: \(one), into: [{id: \(ids[0]), title: One, takes: [\(takes)]}, {id: \(ids[1]), title: Two, takes: [\(rest)], criteria: [{id: own-\(round), text: own?}]}], \(why)"
    case 14:
      return "{reorder: \(one), order: [\(below.shuffled(using: &random).joined(separator: ", "))], \(why)"
    default: return "{add: {id: what-\(round), text: What else?}, to: \(one)/questions, \(why)"
    }
  }

  /// As many changes of those drawn as can be made one after the other.
  mutating func variant(of base: String, draws: Int) -> (text: String, reading: Reading)? {
    let bases = TextBases([base])
    var changes: [String] = []
    var best: (text: String, reading: Reading)?
    var paths = Reading(base).framework?.criteria.map(\.path) ?? []
    for round in 0..<draws {
      let tried = changes + [change(paths, round)]
      let text = ResolutionTests.variant(tried)
      let reading = Reading(text, bases: bases)
      guard let framework = reading.framework else { continue }
      (changes, best, paths) = (tried, (text, reading), framework.criteria.map(\.path))
    }
    return best
  }
}
