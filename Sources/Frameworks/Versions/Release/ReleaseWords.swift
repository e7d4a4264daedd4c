extension ReleasePlan {
  /// What was done, or would be.
  public func words(isDone: Bool) -> String {
    let name = "\(release.id.value)@\(release.version.value)"
    var lines = [isDone ? "Released \(name)." : "\(name) may be released; nothing was written."]
    if let previous = release.previous, let diff {
      lines.append(
        diff.step.map { "It needed a \($0) step from \(previous): \(changes(diff.changes.count))." }
          ?? "It says the same as \(previous).")
    } else {
      lines.append("It is the first version that is released.")
    }
    if let pinned { lines.append("Its base is pinned: \(pinned)") }
    if let digest = release.digest { lines.append("Digest: \(digest.value)") }
    if isDone { lines.append("Kept in \(ReleaseFile.path(beside: path)).") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func changes(_ count: Int) -> String { count == 1 ? "one change" : "\(count) changes" }
}
