import Diagnostics
import Foundation
import GRDB
import Profiles
import Registries
import Sealing

/// Values as columns.
extension ReleaseScope {
  /// In the order of `framework, major, kind, period`.
  var columns: [(any DatabaseValueConvertible)?] { [framework, major, kind.rawValue, period.startYear] }
}

extension SheetBasis {
  /// In the order of `version, framework_digest, policy, policy_digest`.
  var columns: [(any DatabaseValueConvertible)?] {
    [version.description, framework.blob, policyID, policy.blob]
  }
}

extension FigureKey {
  /// In the order of `unit, figure, lowest, highest`.
  var columns: [(any DatabaseValueConvertible)?] { [unit.rawValue, id, lowest, highest] }
}

extension Estimate {
  /// In the order of `subjects, weight, sum, variance, reach`.
  var columns: [(any DatabaseValueConvertible)?] { [subjects, weight, sum, variance, reach] }
}

extension FrameworkOutline {
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension Digest {
  var blob: Data { Data(bytes) }
}

extension UInt64 {
  /// SQLite counts to 2^63.
  func column() throws(Failure) -> Int64 {
    guard let value = Int64(exactly: self) else {
      throw Failure(.refused, "The number \(self) is larger than a registry can count.")
    }
    return value
  }
}
