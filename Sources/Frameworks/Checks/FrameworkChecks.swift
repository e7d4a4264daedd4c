import Diagnostics

/// Every check of meaning, in the order in which they run.
public enum FrameworkChecks {
  public static let all: [any FrameworkCheck.Type] = [
    DuplicateIDs.self, LanguageTags.self,
    // scales
    DuplicatePointValues.self, PointsOutOfOrder.self, PointsWithoutValue.self, NominalValues.self,
    UnknownScales.self, UnusedScales.self,
    // levels and judging
    EmptyLevels.self, CriteriaTooDeep.self, JudgedLevels.self, JudgedScales.self, ScalesNotJudged.self,
    NothingJudged.self, BestFitStatements.self,
    // criteria
    CriteriaWithoutWords.self, StatementPoints.self, StatementsNotJudged.self, StrandsUsedOnce.self,
    UnknownStems.self, UnusedStems.self, UnknownSources.self, MissingSources.self,
    // summing up
    UnknownAggregations.self, AggregatedScales.self, ProportionPoints.self, IncompleteWeights.self,
    UnusedWeights.self,
    // sections, coverage, forms
    SectionPaths.self, SectionNumbers.self, CoverageTargets.self, CoverageNumbers.self, FormLevels.self,
  ]

  public static func run(on framework: ResolvedFramework, into bag: inout DiagnosticBag) {
    for check in all { check.check(framework, into: &bag) }
  }
}
