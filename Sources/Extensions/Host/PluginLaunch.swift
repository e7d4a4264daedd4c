import Diagnostics
import Foundation

/// Starts a plugin's program: its folder copied and compared, its private folder made, its sandbox closed
/// around it.
struct PluginLaunch {
  let program: PluginProgram
  let sandbox: Sandbox

  /// A program that runs.
  struct Started {
    let child: Child
    let input: Descriptor
    let output: Descriptor
    let errors: Descriptor
    let calls: CallFolder
    /// Everything of it on disk.
    let folder: PrivateFolder
  }

  /// What stands in the way, with what was printed meanwhile.
  struct Obstacle: Error {
    let kind: PluginFailure.Kind
    let message: String
    let help: String
  }

  func start() throws(Obstacle) -> Started {
    let (folder, snapshot, input) = try prepare()
    switch sandbox {
    case .bubblewrap(let bubblewrap):
      return try sandboxed(bubblewrap, folder, snapshot: snapshot, input: input)
    case .unsandboxed: return try unsandboxed(folder, snapshot, input)
    }
  }

  /// The private folder with the copy of the plugin and the folder of what goes into a call.
  private func prepare() throws(Obstacle) -> (PrivateFolder, snapshot: String, input: String) {
    do throws(Failure) {
      let folder = try PrivateFolder()
      let snapshot = "\(folder.path)/plugin"
      try PluginSnapshot.make(of: program, at: snapshot)
      chmod(snapshot, 0o755)
      return (folder, snapshot, try folder.makeFolder("call/in"))
    } catch {
      throw Obstacle(
        kind: error.status == .cannotWrite ? .cannotStart : .changed, message: error.message, help: error.help
      )
    }
  }

  func command(_ snapshot: String, folder: String) throws(Obstacle) -> [String] {
    do throws(PluginCommand.Missing) {
      return try PluginCommand.resolve(program, snapshot: snapshot, folder: folder)
    } catch {
      throw Obstacle(kind: .cannotStart, message: error.what, help: error.help)
    }
  }

  // MARK: Without a sandbox

  private func unsandboxed(
    _ folder: PrivateFolder, _ snapshot: String, _ input: String
  ) throws(Obstacle) -> Started {
    let words = try command(snapshot, folder: snapshot)
    let call = "\(folder.path)/call"
    do throws(Failure) { _ = try folder.makeFolder("call/out") } catch {
      throw Obstacle(kind: .cannotStart, message: error.message, help: error.help)
    }
    guard let pipes = ProgramPipes(),
      let calls = CallFolder(inside: call, input: input, parent: folder.path, isOwnFileSystem: false)
    else { throw noRoom() }
    var arguments = words
    #if os(Linux)
      arguments = ResourceLimits(limits: program.limits, others: ResourceLimits.ownTasks()).arguments + words
    #endif
    let process = try spawn(
      arguments[0], Array(arguments.dropFirst()), snapshot, pipes.handedOver, home: call, program.libraries)
    let kept = pipes.kept
    return Started(
      child: Child(process: process, sandbox: nil, group: nil), input: kept.input, output: kept.output,
      errors: kept.errors, calls: calls, folder: folder)
  }

  // MARK: Both

  func spawn(
    _ path: String, _ arguments: [String], _ folder: String?, _ descriptors: [Descriptor], home: String,
    _ libraries: [String]
  ) throws(Obstacle) -> pid_t {
    var environment = [
      "HOME=\(home)", "TMPDIR=\(home)", "PATH=\(PluginCommand.path.joined(separator: ":"))", "LANG=C.UTF-8",
      "PYTHONDONTWRITEBYTECODE=1",
    ]
    if !libraries.isEmpty { environment.append("PYTHONPATH=\(libraries.joined(separator: ":"))") }
    do throws(Spawner.Refusal) {
      return try Spawner.shared.start(
        Spawner.Program(
          path: path, arguments: arguments, environment: environment, folder: folder, descriptors: descriptors
        ))
    } catch {
      throw Obstacle(
        kind: .cannotStart, message: "The plugin “\(program.id)” could not be started: \(error.reason).",
        help: "")
    }
  }

  func noRoom() -> Obstacle {
    Obstacle(
      kind: .cannotStart,
      message: "The plugin “\(program.id)” could not be started: \(String(cString: strerror(errno))).",
      help: "")
  }
}
