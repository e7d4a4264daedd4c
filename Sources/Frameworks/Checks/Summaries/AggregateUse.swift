/// One place where a framework says how judgements are summed up, and the criteria that it sums up there.
struct AggregateUse {
  let aggregate: Aggregate
  /// Each a criterion's descendants, as positions in ``ResolvedFramework/criteria``; for `overall`
  /// everything.
  let spans: [Range<Int>]
}

extension ResolvedFramework {
  /// `overall`, then the levels', then the criteria's own. Names that could not be read are left out.
  var aggregateUses: [AggregateUse] {
    var uses: [AggregateUse] = []
    if case .aggregate(let aggregate) = framework.overall {
      uses.append(AggregateUse(aggregate: aggregate, spans: [0..<criteria.count]))
    }
    var spansOfLevel = [[Range<Int>]](repeating: [], count: framework.levels.count + 1)
    var own: [AggregateUse] = []
    for index in criteria.indices {
      let below = (index + 1)..<criteria[index].end
      if let aggregate = criteria[index].criterion.aggregate {
        own.append(AggregateUse(aggregate: aggregate, spans: [below]))
      } else {
        spansOfLevel[criteria[index].level].append(below)
      }
    }
    for (index, level) in framework.levels.enumerated() {
      if let aggregate = level.aggregate {
        uses.append(AggregateUse(aggregate: aggregate, spans: spansOfLevel[index]))
      }
    }
    return (uses + own).filter { !$0.aggregate.name.value.isEmpty }
  }

  /// The aggregation that weighs, or does not weigh, each criterion's children: its own or its level's. Where that
  /// gives no figure (`none`, `distribution`), a weighted mean above looks through to the children, so the one of
  /// the criterion above governs, at the top `overall`. The last element is that of the top.
  var governingAggregations: [String?] {
    var top: String?
    if case .aggregate(let aggregate) = framework.overall { top = aggregate.name.value }
    var governing: [String?] = []
    governing.reserveCapacity(criteria.count + 1)
    for index in criteria.indices {
      let level = criteria[index].level
      let ofLevel = level < framework.levels.count ? framework.levels[level].aggregate : nil
      let name = (criteria[index].criterion.aggregate ?? ofLevel)?.name.value
      let above = criteria[index].parent.map { governing[$0] } ?? top
      governing.append(name == nil || name == "none" || name == "distribution" ? above : name)
    }
    governing.append(top)
    return governing
  }
}
