import Foundation
import Synchronization

/// Calls plugins, each in a process of its own for every workspace, so that what one workspace's reviews left
/// in a program's memory is never near another's. A process is started by its first call, and anew after one
/// that ended.
public final class PluginHost: Sendable {
  public let sandbox: Sandbox
  private let waymark: String
  private let onMessage: @Sendable (String, PluginMessage) -> Void
  private let places = Mutex<[Key: Place]>([:])

  private struct Key: Hashable {
    let program: PluginProgram
    let workspace: String?
  }

  /// Where the process of one plugin and workspace is; calls of it wait for one another, others do not.
  private final class Place: Sendable {
    let process = Mutex<PluginProcess?>(nil)
  }

  /// - Parameters:
  ///   - waymark: the version of Waymark, which plugins are told.
  ///   - onMessage: what plugins say beside their answers, with the plugin's id; it must not call a plugin.
  public init(
    sandbox: Sandbox, waymark: String,
    onMessage: @escaping @Sendable (String, PluginMessage) -> Void = { _, _ in }
  ) {
    self.sandbox = sandbox
    self.waymark = waymark
    self.onMessage = onMessage
  }

  deinit { close() }

  /// Calls a plugin's method; `workspace` names whose reviews it sees, if any. See `PluginProcess.call`.
  public func call(
    _ program: PluginProgram, workspace: String? = nil, _ method: String, params: PluginParams,
    files: [CallFile] = [], deadline: Duration? = nil, cancellation: PluginCancellation? = nil
  ) throws(PluginFailure) -> PluginAnswer {
    let key = Key(program: program, workspace: workspace)
    let place = places.withLock { places in
      if let place = places[key] { return place }
      let place = Place()
      places[key] = place
      return place
    }
    return try place.process.withLock { (process) throws(PluginFailure) in
      let running: PluginProcess
      if let process, process.isRunning { running = process } else { running = try start(program) }
      process = running
      return try running.call(
        method, params: params, files: files, deadline: deadline, cancellation: cancellation)
    }
  }

  /// Ends every process.
  public func close() {
    let all = places.withLock { places in
      defer { places = [:] }
      return Array(places.values)
    }
    for place in all {
      place.process.withLock { process in
        process?.close()
        process = nil
      }
    }
  }

  private func start(_ program: PluginProgram) throws(PluginFailure) -> PluginProcess {
    let id = program.id
    return try PluginProcess(program, sandbox: sandbox, waymark: waymark) { [onMessage] in onMessage(id, $0) }
  }
}
