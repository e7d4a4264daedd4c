import Diagnostics
import Documents
import Foundation
import Frameworks
import TestSupport

/// Two frameworks that were read, and what differs.
struct DiffReading {
  static let folder = Repository.fixtures.appendingPathComponent("diffs")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  let earlier: ResolvedFramework
  let later: ResolvedFramework

  init(_ name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    earlier = try Self.read(try Repository.bytes(folder.appendingPathComponent("a.yaml")))
    later = try Self.read(try Repository.bytes(folder.appendingPathComponent("b.yaml")))
  }

  var diff: FrameworkDiff { FrameworkDiff(from: earlier, to: later) }
  var reverse: FrameworkDiff { FrameworkDiff(from: later, to: earlier) }

  static func read(_ bytes: [UInt8]) throws -> ResolvedFramework {
    let reading = Reading(bytes)
    guard let framework = reading.framework else { throw Broken(report: reading.report) }
    return framework
  }

  static func read(_ text: String) throws -> ResolvedFramework { try read(Array(text.utf8)) }

  struct Broken: Error { let report: String }
}

extension FrameworkDiff {
  /// All of it, a change a paragraph.
  var listing: String {
    var lines = route + ["step: \(step?.rawValue ?? "none"), kept: \(kept)", ""]
    for change in changes {
      let places = [change.from, change.to].map { $0.isEmpty ? "-" : $0.joined(separator: " + ") }
      lines.append(
        "\(change.step) \(change.rowID) | \(change.kind.rawValue)\(change.isGuess ? " (guess)" : "") | \(places[0]) > \(places[1])"
      )
      lines.append("  \(change.sentence)")
      for edit in change.edits where edit.isProse {
        let words = edit.words.map { run in
          run.side == .both ? run.text : run.side == .before ? "[-\(run.text)-]" : "{+\(run.text)+}"
        }
        lines.append("  \(edit.field): \(words.joined(separator: " "))")
      }
      for why in change.why { lines.append("  why: \(why)") }
    }
    lines.append("")
    for standing in standings {
      lines.append(
        "\(standing.name): \(standing.standing.rawValue) (\(standing.relation.rawValue)) \(standing.reasons.joined(separator: " "))"
          .trimmingCharacters(in: .whitespaces))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
