import Diagnostics
import Foundation

/// What keeps a plugin from everything that is not its own.
public enum Sandbox: Sendable, Hashable {
  case bubblewrap(Bubblewrap)
  /// The operator's explicit choice: the plugin may do whatever its user may.
  case unsandboxed

  /// A bubblewrap that was tried and works.
  public struct Bubblewrap: Sendable, Hashable {
    /// Where `bwrap` is.
    public let path: String
    /// Its version, such as 0.8.0.
    public let version: BubblewrapVersion
    /// Whether memory and processes are counted by control groups where the machine has them.
    public var usesControlGroups = true
  }

  /// Looks for bubblewrap, and runs a program in it once.
  ///
  /// - Throws: `unavailable`, saying what is missing and what to do about it.
  public static func probe() throws(Failure) -> Sandbox { .bubblewrap(try SandboxProbe().run()) }

  /// What every output says where plugins run unguarded; `nil` in a sandbox.
  public var warning: String? {
    switch self {
    case .bubblewrap: nil
    case .unsandboxed:
      "Plugins ran without a sandbox (--unsandboxed): nothing kept them from this machine's files."
    }
  }
}

/// A version of bubblewrap.
public struct BubblewrapVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let major: Int
  public let minor: Int
  public let patch: Int

  /// `--size` came with it.
  static let oldest = BubblewrapVersion(0, 7, 0)
  /// `--disable-userns` came with it.
  static let disablesNamespaces = BubblewrapVersion(0, 8, 0)

  init(_ major: Int, _ minor: Int, _ patch: Int) {
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  /// Reads what `bwrap --version` prints.
  init?(printed: String) {
    guard let word = printed.split(whereSeparator: \.isWhitespace).last else { return nil }
    let numbers = word.split(separator: ".").map { Int($0) }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.init(major, minor, numbers.count > 2 ? numbers[2] ?? 0 : 0)
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  public var description: String { "\(major).\(minor).\(patch)" }
}
