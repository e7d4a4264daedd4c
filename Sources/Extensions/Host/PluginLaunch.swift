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
    let place: CallPlace
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
    case .bubblewrap(let bubblewrap): return try sandboxed(bubblewrap, folder, snapshot, input)
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

  private func command(_ snapshot: String, folder: String) throws(Obstacle) -> [String] {
    do throws(PluginCommand.Missing) {
      return try PluginCommand.resolve(program, snapshot: snapshot, folder: folder)
    } catch {
      throw Obstacle(kind: .cannotStart, message: error.what, help: error.help)
    }
  }

  // MARK: In bubblewrap

  private func sandboxed(
    _ bubblewrap: Sandbox.Bubblewrap, _ folder: PrivateFolder, _ snapshot: String, _ input: String
  ) throws(Obstacle) -> Started {
    let words = try command(snapshot, folder: SandboxArguments.plugin)
    guard let pipes = Pipes(), let information = Descriptor.pipe(), let block = Descriptor.pipe() else {
      throw noRoom()
    }
    let filter = filter(in: folder)
    var descriptors = [pipes.input.reading, pipes.output.writing, pipes.errors.writing]
    descriptors += [information.writing, block.reading]
    if let filter { descriptors.append(filter) }
    let arguments = SandboxArguments(bubblewrap).arguments(
      binds: binds(snapshot), input: input, limits: program.limits, information: 3, block: 4,
      filter: filter == nil ? nil : 5)
    let process = try spawn(
      bubblewrap.path, arguments + words, nil, descriptors, home: SandboxArguments.call, library)
    return try finish(
      process, pipes.kept, information.reading, block.writing, folder, input,
      bubblewrap.usesControlGroups ? ControlGroup.make(program.limits) : nil)
  }

  /// Waits until the sandbox stands, puts it into its control group, and lets the program begin.
  private func finish(
    _ process: pid_t, _ pipes: Pipes.Kept, _ information: Descriptor, _ block: Descriptor,
    _ folder: PrivateFolder,
    _ input: String, _ group: ControlGroup?
  ) throws(Obstacle) -> Started {
    guard let first = SandboxInformation.firstProcess(information, within: .seconds(10)) else {
      var child = Child(process: process, sandbox: nil, group: group)
      child.kill()
      throw Self.unmade(program, PluginText.clean(pipes.printed(), limit: 300))
    }
    var child = Child(process: process, sandbox: first, group: group)
    if let group, !group.add(first) {
      let code = errno
      child.kill()
      let printed = PluginText.clean(pipes.printed(), limit: 300)
      if !printed.isEmpty { throw Self.unmade(program, printed) }
      throw Obstacle(
        kind: .cannotStart,
        message:
          "The plugin “\(program.id)” could not be held to its limits: \(String(cString: strerror(code))).",
        help: "Look whether a security policy of this machine forbids control groups.")
    }
    let go: [UInt8] = [1]
    _ = BrokenPipe.ignored { write(block.number, go, 1) }
    return Started(
      child: child, input: pipes.input, output: pipes.output, errors: pipes.errors,
      place: CallPlace(
        inside: SandboxArguments.call, input: input, parent: "/proc/\(first)/root", isOwnFileSystem: true),
      folder: folder)
  }

  /// Bubblewrap gave up, with what it printed.
  static func unmade(_ program: PluginProgram, _ printed: String) -> Obstacle {
    Obstacle(
      kind: .cannotStart, message: "The sandbox of the plugin “\(program.id)” could not be made. \(printed)",
      help: "See that every folder that it names can be read.")
  }

  private func binds(_ snapshot: String) -> [SandboxArguments.Bind] {
    var binds = [SandboxArguments.Bind(source: snapshot, target: SandboxArguments.plugin)]
    for (number, library) in program.libraries.enumerated() {
      binds.append(SandboxArguments.Bind(source: library, target: Self.library(number)))
    }
    if let environment = program.environment { binds += PythonEnvironment(path: environment).binds }
    return binds
  }

  private var library: [String] { program.libraries.indices.map { Self.library($0) } }

  private static func library(_ number: Int) -> String {
    number == 0 ? SandboxArguments.library : "\(SandboxArguments.library)-\(number + 1)"
  }

  /// The filter of system calls as an open file; bubblewrap reads it.
  private func filter(in folder: PrivateFolder) -> Descriptor? {
    guard let bytes = SystemCallFilter.program else { return nil }
    let path = "\(folder.path)/filter"
    guard let file = Descriptor.open(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600) else { return nil }
    unlink(path)
    guard write(file.number, bytes, bytes.count) == bytes.count, lseek(file.number, 0, SEEK_SET) == 0 else {
      return nil
    }
    return file
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
    guard let pipes = Pipes() else { throw noRoom() }
    var arguments = words
    #if os(Linux)
      arguments = ResourceLimits(limits: program.limits, others: ResourceLimits.ownTasks()).arguments + words
    #endif
    let process = try spawn(
      arguments[0], Array(arguments.dropFirst()), snapshot,
      [pipes.input.reading, pipes.output.writing, pipes.errors.writing], home: call, program.libraries)
    let kept = pipes.kept
    return Started(
      child: Child(process: process, sandbox: nil, group: nil), input: kept.input, output: kept.output,
      errors: kept.errors,
      place: CallPlace(inside: call, input: input, parent: folder.path, isOwnFileSystem: false),
      folder: folder)
  }

  // MARK: Both

  private func spawn(
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

  private func noRoom() -> Obstacle {
    Obstacle(
      kind: .cannotStart,
      message: "The plugin “\(program.id)” could not be started: \(String(cString: strerror(errno))).",
      help: "")
  }
}

/// The pipes of a program: its standard input, output and error.
private struct Pipes {
  let input: (reading: Descriptor, writing: Descriptor)
  let output: (reading: Descriptor, writing: Descriptor)
  let errors: (reading: Descriptor, writing: Descriptor)

  init?() {
    guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let errors = Descriptor.pipe() else {
      return nil
    }
    (self.input, self.output, self.errors) = (input, output, errors)
  }

  /// The ends that Waymark keeps.
  struct Kept {
    let input: Descriptor
    let output: Descriptor
    let errors: Descriptor

    /// What was written on standard error so far.
    func printed() -> String {
      errors.setNonblocking()
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = read(errors.number, &buffer, buffer.count)
      return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
  }

  var kept: Kept { Kept(input: input.writing, output: output.reading, errors: errors.reading) }
}
