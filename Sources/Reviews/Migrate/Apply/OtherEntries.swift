import Diagnostics
import Documents
import Frameworks

/// Occasion, measures, agreements and facts: what the other framework does not ask is carried, what it asked before is
/// restored.
enum OtherEntries {
  static func pass(
    _ review: inout Review, to framework: ResolvedFramework, _ kept: inout CarriedAnswers,
    _ left: inout CarriedAnswers
  ) {
    let content = framework.framework
    passOccasion(&review, content, &kept, &left)
    pass(
      &review.measures, &kept.measures, &left.measures, name: \.key.value,
      fits: { entry in
        content.measures.contains { $0.id == entry.key && $0.takes(entry.value, in: framework) }
      })
    pass(
      &review.agreements, &kept.agreements, &left.agreements, name: \.id.value,
      fits: { entry in content.agreements.contains { $0.id == entry.id } })
    pass(
      &review.subject.facts, &kept.facts, &left.facts, name: \.key.value,
      fits: { fits($0, .subject, content) })
    for index in review.team.indices {
      var member = review.team[index]
      member.facts = review.team[index].facts.filter { !fits($0, .member, content) }
      guard !member.facts.isEmpty else { continue }
      left.team.append(member)
      review.team[index].facts.removeAll { !fits($0, .member, content) }
    }
    restoreTeam(&review, &kept)
  }

  /// People are known by their names; whoever left the team meanwhile stays carried.
  private static func restoreTeam(_ review: inout Review, _ kept: inout CarriedAnswers) {
    var places = Dictionary(grouping: review.team.indices, by: { review.team[$0].name })
    kept.team.removeAll { member in
      guard let place = places[member.name]?.first else { return false }
      places[member.name]?.removeFirst()
      let known = Set(review.team[place].facts.map(\.key.value))
      review.team[place].facts += member.facts.filter { !known.contains($0.key.value) }
      return true
    }
  }

  private static func fits(_ entry: Keyed<PlainValue>, _ owner: Fact.Owner, _ content: Framework) -> Bool {
    content.facts.contains { $0.of == owner && $0.id == entry.key && $0.value(of: entry.value) != nil }
  }

  private static func passOccasion(
    _ review: inout Review, _ content: Framework, _ kept: inout CarriedAnswers, _ left: inout CarriedAnswers
  ) {
    if let occasion = review.occasion, !content.occasions.contains(where: { $0.id == occasion }) {
      left.occasion = occasion
      review.occasion = nil
    }
    if review.occasion == nil, kept.occasion != nil {
      review.occasion = kept.occasion
      kept.occasion = nil
    }
  }

  private static func pass<Entry>(
    _ entries: inout [Entry], _ kept: inout [Entry], _ left: inout [Entry], name: (Entry) -> String,
    fits: (Entry) -> Bool
  ) {
    left += entries.filter { !fits($0) }
    entries = entries.filter(fits)
    let names = Set(entries.map(name))
    entries += kept.filter { !names.contains(name($0)) }
    kept = kept.filter { names.contains(name($0)) }
  }
}

extension Measure {
  /// Whether an entry has the form that the measure asks for.
  fileprivate func takes(_ entry: MeasureEntry, in framework: ResolvedFramework) -> Bool {
    var review = Review()
    review.measures = [Keyed(key: id, value: entry)]
    return review.value(of: self, in: framework) != nil
  }
}
