import Diagnostics
import Documents

/// Where the criteria of one version of a framework are in a later one.
struct BaseMoves {
  /// What became of a criterion.
  enum Fate: Equatable {
    case at(String)
    case removed(why: String)
    case merged(into: String)
    case split(into: [String])
    case replaced(by: String)
  }

  private var hops: [Hop] = []

  private struct Hop {
    let earlier: ResolvedFramework
    let fates: [String: Fate]
  }

  /// - Parameter versions: from the old base to the new one, each with how it came from the one before.
  init(_ versions: [(earlier: ResolvedFramework, later: ResolvedFramework, descent: Descent)]) {
    hops = versions.map { hop in
      var arrivals: [String: [(path: String, how: Descent.How)]] = [:]
      var replaced: [String: String] = [:]
      for criterion in hop.later.criteria {
        let origin = hop.descent.origin(of: criterion.path)
        for path in origin.paths where hop.earlier.criterion(path) != nil {
          arrivals[path, default: []].append((criterion.path, origin.how))
        }
        if origin.how == .replaced { replaced[criterion.path] = criterion.path }
      }
      var fates: [String: Fate] = [:]
      for criterion in hop.earlier.criteria {
        let there = arrivals[criterion.path] ?? []
        if there.count > 1 || there.first?.how == .split {
          fates[criterion.path] = .split(into: there.map(\.path))
        } else if let one = there.first {
          fates[criterion.path] = one.how == .merged ? .merged(into: one.path) : .at(one.path)
        } else if let path = replaced[criterion.path] {
          fates[criterion.path] = .replaced(by: path)
        } else {
          fates[criterion.path] = .removed(
            why: hop.descent.removed.first { $0.path == criterion.path }?.why ?? "")
        }
      }
      return Hop(earlier: hop.earlier, fates: fates)
    }
  }

  /// Where an address of the old base leads in the new one. What it names below a criterion keeps its name.
  func follow(_ address: String) -> (address: String, fate: Fate?) {
    var address = address
    for hop in hops {
      let parts = address.split(separator: "/").map(String.init)
      let length = (1...max(1, parts.count)).last {
        hop.earlier.criterion(parts.prefix($0).joined(separator: "/")) != nil
      }
      guard let length, let fate = hop.fates[parts.prefix(length).joined(separator: "/")] else { continue }
      guard case .at(let path) = fate else { return (address, fate) }
      address = ([path] + parts.dropFirst(length)).joined(separator: "/")
    }
    return (address, nil)
  }
}
