import Diagnostics
import Frameworks
import Hooks
import Rubrics

/// An aggregation that a plugin works out. Waymark still says when too little is answered, and counts.
public struct PluginAggregation: Aggregation {
  public let name: String
  public let summary: String
  public let unanswered = UnansweredRule.usual
  private let kinds: [Scale.Kind]
  private let calls: PluginCalls

  public init(_ provided: PluginManifest.Provided, _ calls: PluginCalls) {
    name = provided.key
    summary = provided.title
    kinds = provided.accepts.isEmpty ? [.ordinal, .interval] : provided.accepts
    self.calls = calls
  }

  public func accepts(_ kind: Scale.Kind) -> Bool { kinds.contains(kind) }

  public func value(of basis: AggregateBasis) -> AggregateValue? { results(of: [basis])[0].value }

  public func result(of basis: AggregateBasis) -> AggregateResult { results(of: [basis])[0] }

  /// Asks for all that have enough answers in one call.
  public func results(of bases: [AggregateBasis]) -> [AggregateResult] {
    let obstacles = bases.map { obstacle(to: $0) }
    let asked = bases.indices.filter { obstacles[$0] == nil }
    let outcomes = Dictionary(uniqueKeysWithValues: zip(asked, ask(asked.map { bases[$0] })))
    return bases.indices.map { index in
      let basis = bases[index]
      let outcome = outcomes[index] ?? .failure(obstacles[index] ?? .noFigure)
      let value = outcome.figure
      return AggregateResult(
        aggregation: name, scale: basis.scale, tally: basis.tally, value: value,
        shortfall: value == nil ? outcome.shortfall : nil,
        band: value?.number(on: basis.scale).flatMap { figure in basis.rule.bands.last { $0.from <= figure }
        },
        notes: basis.notes, through: calls.stamp)
    }
  }

  private enum Outcome {
    case figure(AggregateValue)
    case failure(Shortfall)

    var figure: AggregateValue? { if case .figure(let value) = self { value } else { nil } }
    var shortfall: Shortfall? { if case .failure(let shortfall) = self { shortfall } else { nil } }
  }

  private func ask(_ bases: [AggregateBasis]) -> [Outcome] {
    guard let first = bases.first else { return [] }
    let points = zip(first.scale.scale.points, first.scale.values).map {
      AggregateRequest.Point(id: $0.id.value, value: $1, label: $0.name)
    }
    let request = AggregateRequest(
      aggregation: name, kind: first.scale.scale.kind, points: points, criteria: first.criteria.map(\.path),
      weights: first.criteria.map { $0.criterion.weight ?? 1 },
      marks: bases.flatMap { basis in basis.marks.map(Self.wire) })
    do {
      let answer = try calls.call(request)
      return bases.indices.map { row in
        if let figure = answer.figures[row], figure.isFinite {
          return .figure(.figure(figure, text: answer.texts.isEmpty ? nil : answer.texts[row]))
        }
        let reason = answer.reasons.isEmpty ? nil : answer.reasons[row]
        return .failure(reason.map { .plugin($0) } ?? .noFigure)
      }
    } catch let failure as PluginFailure {
      return bases.map { _ in .failure(.plugin(failure.message)) }
    } catch let failure as Failure {
      return bases.map { _ in .failure(.plugin(failure.message)) }
    } catch {
      return bases.map { _ in .failure(.plugin("The plugin “\(calls.stamp.id)” cannot be asked: \(error).")) }
    }
  }

  private static func wire(_ mark: UInt8) -> Int8 {
    switch mark {
    case Mark.notApplicable, Mark.hidden: AggregateRequest.notApplicable
    case Mark.notReviewed: AggregateRequest.notReviewed
    case ..<Mark.firstReserved: Int8(clamping: mark)
    default: AggregateRequest.missing
    }
  }
}
