import Diagnostics
import Foundation
import Sealing
import Synchronization

/// A plugin's running program. It serves one call at a time; others wait their turn. Messages are passed on
/// from within a call, on its thread.
///
/// A call that fails ends the program, except where the program itself answered with an error or heeded a
/// cancellation: `isRunning` tells. It is ended in any case when the last user lets go of it.
public final class PluginProcess: Sendable {
  public let program: PluginProgram
  private let session: Mutex<PluginSession>

  /// Starts the program and shakes hands with it.
  ///
  /// - Parameters:
  ///   - waymark: the version of Waymark, which the plugin is told.
  ///   - onMessage: what the plugin says beside its answers; it must not call the plugin.
  public init(
    _ program: PluginProgram, sandbox: Sandbox, waymark: String,
    onMessage: @escaping @Sendable (PluginMessage) -> Void = { _ in }
  ) throws(PluginFailure) {
    self.program = program
    session = Mutex(try PluginSession.start(program, sandbox, waymark: waymark, onMessage))
  }

  deinit { session.withLock { $0.end(isForced: true) } }

  /// Whether it can be called: it was not ended, and said nothing out of turn since its last call.
  public var isRunning: Bool { session.withLock { $0.isReady() } }

  /// Calls a method of the program, with a call's files in its private folder.
  ///
  /// - Parameters:
  ///   - deadline: how long it may take; the plugin's own limit if none is given, and never longer than that.
  ///   - cancellation: lets another thread end the call.
  public func call(
    _ method: String, params: PluginParams, files: [CallFile] = [], deadline: Duration? = nil,
    cancellation: PluginCancellation? = nil
  ) throws(PluginFailure) -> PluginAnswer {
    try session.withLock { (session) throws(PluginFailure) in
      try session.call(method, params, files, deadline, cancellation)
    }
  }

  /// Asks the program to end, and ends it if it does not do so soon.
  public func close() { session.withLock { $0.end(isForced: false) } }

  /// Bytes of memory that the program and its files used at the most, where it is counted (`ControlGroup`).
  public var peakMemory: Int? { session.withLock { $0.child.group?.peakMemory } }
}
