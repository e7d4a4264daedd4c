import Diagnostics
import Documents
import Frameworks
import Rubrics

/// A cohort's judgements to the sheet that may be published of them.
public enum SheetMaker {
  /// Draws the noise and makes the sheet. Every call draws anew, so a release calls once and keeps the bytes.
  ///
  /// - Parameter generator: for anything that is published, `SystemRandomNumberGenerator`.
  /// - Throws: `refused` where a rule forbids it, with the rule's name; `badData` where the request cannot be.
  public static func make(
    _ request: SheetRequest, using generator: inout some RandomNumberGenerator
  ) throws(Failure) -> Sheet {
    try checkKind(request)
    try checkCohort(request)
    let (unit, candidates) = try SheetCandidates.of(request)
    let gate = Gate(request.policy, unit)
    try checkSections(request, gate, unit)
    var figures: [SheetFigure] = []
    var omitted: [SheetOmission] = []
    for candidate in candidates {
      switch outcome(of: candidate, gate, &generator) {
      case .success(let figure): figures.append(figure)
      case .failure(let omission): omitted.append(SheetOmission(id: candidate.id, reason: omission.reason))
      }
    }
    if figures.isEmpty { throw refusal(request.policy, gate, unit, candidates) }
    let rubric = request.rubric
    return try Sheet(
      partnership: request.partnership, region: request.region,
      framework: Sheet.FrameworkName(
        id: rubric.id, version: rubric.version, digest: rubric.digest, title: rubric.framework.framework.title
      ),
      period: request.period, kind: request.kind,
      policy: Sheet.PolicyName(id: request.policy.id.value, digest: request.policy.digest()),
      subjects: subjects(request), unit: unit, figures: figures, omitted: omitted,
      through: rubric.plugins)
  }

  private struct Omitted: Error { let reason: SheetOmission.Reason }

  private static func outcome(
    of candidate: SheetCandidate, _ gate: Gate, _ generator: inout some RandomNumberGenerator
  ) -> Result<SheetFigure, Omitted> {
    guard case .sum(let exact) = candidate.content else {
      if case .none(let reason) = candidate.content { return .failure(Omitted(reason: reason)) }
      return .failure(Omitted(reason: .notJudged))
    }
    let method = gate.method(for: exact.n)
    if type(of: method).technique == .nothing { return .failure(Omitted(reason: .belowGate)) }
    guard let content = method.publish(exact, using: &generator),
      let frame = FigureFrame(
        n: exact.n, points: exact.lowest...exact.highest, criteria: exact.criteria)
    else { return .failure(Omitted(reason: .oneValue)) }
    let figure = SheetFigure(id: candidate.id, title: candidate.title, frame, content)
    return .success(figure)
  }

  /// A policy from a file was checked for this; one made otherwise may hold anything.
  private static func checkSections(_ request: SheetRequest, _ gate: Gate, _ unit: Sheet.Unit) throws(Failure)
  {
    guard unit == .section else { return }
    let judged = request.rubric.columns(request.kind).count
    if gate.fewest == nil { throw SheetRules.noSections(request.policy, judged: judged) }
    for size in gate.classes where !size.technique.method.fitsSections {
      throw SheetRules.unfitForSections(request.policy, size.technique)
    }
  }

  private static func checkKind(_ request: SheetRequest) throws(Failure) {
    let kinds = request.rubric.framework.markingKinds
    let wanted: ReviewKind = kinds.contains(.peer) ? .peer : .own
    if kinds.isEmpty {
      throw Failure(.badData, "“\(request.rubric.reference)” has no criterion that anybody judges.")
    }
    if request.kind != wanted { throw SheetRules.otherKind(request.policy, request.kind) }
  }

  /// A subject that stood in the cohort twice would move a sum by more than the noise covers.
  private static func checkCohort(_ request: SheetRequest) throws(Failure) {
    if request.cohort.columnCount != request.rubric.columns(request.kind).count {
      throw Failure(.badData, "The judgements are not those of “\(request.rubric.reference)”.")
    }
    var seen: Set<String> = []
    for subject in request.cohort.subjects where !seen.insert(subject).inserted {
      throw Failure(.badData, "“\(subject)” stands in the cohort twice.")
    }
  }

  private static func subjects(_ request: SheetRequest) -> Int {
    let scales = request.rubric.columns(request.kind).scales.map { request.rubric.scales[$0] }
    return (0..<request.cohort.rowCount).count { row in
      scales.indices.contains { scales[$0].value(of: request.cohort[row, $0]) != nil }
    }
  }

  private static func refusal(
    _ policy: Policy, _ gate: Gate, _ unit: Sheet.Unit, _ candidates: [SheetCandidate]
  ) -> Failure {
    let sizes = candidates.compactMap { if case .sum(let exact) = $0.content { exact.n } else { nil } }
    guard let fewest = gate.fewest, let largest = sizes.max() else {
      return SheetRules.nothingToPublish(policy)
    }
    return SheetRules.belowGate(policy, fewest: fewest, unit: unit, largest: largest)
  }
}
