import Diagnostics

/// Every check of meaning, in the order in which they run.
public enum FrameworkChecks {
  public static let all: [any FrameworkCheck.Type] = [
    // names
    DuplicateIDs.self, KeptIDs.self, RepeatedNames.self, Bounds.self, LanguageTags.self,
    // scales
    DuplicatePointValues.self, PointsOutOfOrder.self, PointsWithoutValue.self, NominalValues.self,
    UnknownScales.self, UnusedScales.self,
    // levels and judging
    EmptyLevels.self, CriteriaTooDeep.self, JudgedLevels.self, JudgedScales.self, ScalesNotJudged.self,
    NothingJudged.self, BestFitStatements.self,
    // criteria
    CriteriaWithoutWords.self, StatementPoints.self, StatementsNotJudged.self, StrandsUsedOnce.self,
    UnknownStems.self, UnusedStems.self,
    // sources
    UnknownSources.self, MissingSources.self, UnknownPlaces.self, UnusedPlaces.self,
    // summing up
    UnknownAggregations.self, AggregatedScales.self, ProportionPoints.self, IncompleteWeights.self,
    UnusedWeights.self, Bands.self, SectionPaths.self, SectionNumbers.self,
    // coverage, evidence, rules
    CoverageTargets.self, CoverageNumbers.self, EvidenceTargets.self,
    CriteriaToPick.self, RuleTargets.self,
    // team
    UnknownRoles.self, UnusedRoles.self, TeamSizes.self, Exclusions.self,
    // process
    UnknownSteps.self, Windows.self, SampleShares.self, UnknownForms.self, FormUse.self,
    // forms
    FormLevels.self, FieldKinds.self, Choices.self, FormPurposes.self,
    // measures, trends, watch lists
    MeasureKinds.self, OccasionOrder.self, TrendCategories.self, WatchReferences.self, TriggerUse.self,
  ]

  public static func run(on framework: ResolvedFramework, into bag: inout DiagnosticBag) {
    for check in all { check.check(framework, into: &bag) }
  }
}
