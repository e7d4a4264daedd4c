import Diagnostics
import Documents
import Profiles
import Rubrics
import Sealing

@testable import Workspaces

/// Stands for the maker of sheets: counts how often it is asked, and never gives the same bytes twice.
final class Maker {
  var calls = 0
  var rows: [String] = []

  func make(_ table: JudgementTable) throws(Failure) -> [UInt8] {
    calls += 1
    rows = table.subjects
    if table.rowCount < 8 { throw Failure(.refused, "Below the gate.") }
    return Array("made \(calls)".utf8)
  }
}

extension Bench {
  func preview(
    _ maker: Maker, version: String = "1.0.0", policy: Policy? = nil,
    audience: String = Consent.everyone, on day: Day = Fixtures.today
  ) throws -> Release {
    try workspace.preview(
      Fixtures.rubric(version: version), period: Fixtures.period, kind: .own,
      under: ReleaseTerms(policy ?? Fixtures.policy()), audience: audience, on: day, make: maker.make)
  }

  func sign(
    _ identity: ReleaseIdentity, _ key: SigningKey, origin: String = "registry.made-up",
    on day: Day = Fixtures.today, calls: ((LeafPlace) -> Void)? = nil
  ) throws -> Release {
    try workspace.sign(identity, with: key.verifyingKey, for: origin, on: day) {
      (release, place) throws(Failure) in
      calls?(place)
      return (release.payload + Array(" signed at \(place.next)".utf8), Digest(of: release.payload))
    }
  }
}
