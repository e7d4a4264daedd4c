import Foundation

/// Says how far a step is, once it has taken a second.
final class Progress {
  private let what: String
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now

  init(_ what: String) { self.what = what }

  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - shown > .seconds(1) || done == total else { return }
    shown = now
    Console.note("  \(what) \(done) of \(total)")
  }
}
