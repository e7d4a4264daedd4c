import Diagnostics
import Dispatch
import Foundation
import Synchronization

/// Texts that wait to be checked, only the newest of each. A text that changes while it is checked is checked again, and
/// what was found in the older one is never shown.
final class CheckQueue: Sendable {
  /// One text at one moment.
  struct Job: Sendable {
    let uri: String
    let version: Int64?
    let source: SourceFile
    let frameworks: KnownFrameworks
    let encoding: PositionEncoding
    fileprivate var number = 0

    init(
      uri: String, version: Int64?, source: SourceFile, frameworks: KnownFrameworks,
      encoding: PositionEncoding
    ) {
      self.uri = uri
      self.version = version
      self.source = source
      self.frameworks = frameworks
      self.encoding = encoding
    }
  }

  private struct State {
    var waiting: [Job] = []
    /// The newest job of each text; none for one that was closed.
    var newest: [String: Int] = [:]
    var count = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  /// How long nobody types before a text is checked, in microseconds.
  private static let quiet: UInt32 = 5_000

  func add(_ job: Job) {
    state.withLock { state in
      state.count += 1
      var job = job
      job.number = state.count
      state.newest[job.uri] = job.number
      if let index = state.waiting.firstIndex(where: { $0.uri == job.uri }) {
        state.waiting[index] = job
      } else {
        state.waiting.append(job)
      }
    }
    arrived.signal()
  }

  /// Forgets a text that was closed.
  func remove(_ uri: String, then body: () -> Void) {
    state.withLock { state in
      state.newest[uri] = nil
      state.waiting.removeAll { $0.uri == uri }
      body()
    }
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    arrived.signal()
  }

  /// The next text, as soon as there is one and nobody types for a moment; `nil` once the server stops.
  func next() -> Job? {
    while true {
      arrived.wait()
      usleep(Self.quiet)
      let (job, isStopped) = state.withLock { state in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isStopped)
      }
      if isStopped { return nil }
      if let job { return job }
    }
  }

  func isCurrent(_ job: Job) -> Bool { state.withLock { $0.newest[job.uri] == job.number } }

  /// Sends what was found, unless the text has changed meanwhile.
  func ifCurrent(_ job: Job, send: () -> Void) {
    state.withLock { if $0.newest[job.uri] == job.number { send() } }
  }
}
