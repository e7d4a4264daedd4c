import Foundation

/// The start of a program in bubblewrap, in steps: at each the program waits until it is let on, so that it
/// never runs before it is held to its limits, nor after a Waymark that ended meanwhile.
extension PluginLaunch {
  /// A sandbox that is being made.
  private struct Beginning {
    let process: pid_t
    let pipes: ProgramPipes.Kept
    /// Where bubblewrap tells of what it made, and what it waits for.
    let information: Descriptor
    let block: Descriptor
  }

  func sandboxed(
    _ bubblewrap: Sandbox.Bubblewrap, _ folder: PrivateFolder, snapshot: String, input: String
  ) throws(Obstacle) -> Started {
    let beginning = try begin(bubblewrap, folder, snapshot: snapshot, input: input)
    let group = bubblewrap.usesControlGroups ? ControlGroup.make(program.limits) : nil
    guard let first = SandboxInformation.firstProcess(beginning.information, within: Self.patience) else {
      var child = Child(process: beginning.process, sandbox: nil, group: group)
      child.kill()
      throw unmade(beginning.pipes.printed())
    }
    var child = Child(process: beginning.process, sandbox: first, group: group)
    do throws(Obstacle) {
      let calls = try open(beginning, first, group, input: input)
      return Started(
        child: child, input: beginning.pipes.input, output: beginning.pipes.output,
        errors: beginning.pipes.errors,
        calls: calls, folder: folder)
    } catch {
      child.kill()
      throw error
    }
  }

  private static let patience = Duration.seconds(10)

  /// Starts bubblewrap. What it holds of the pipes is its alone afterwards, so that its end shows.
  private func begin(
    _ bubblewrap: Sandbox.Bubblewrap, _ folder: PrivateFolder, snapshot: String, input: String
  ) throws(Obstacle) -> Beginning {
    let words = try command(snapshot, folder: SandboxArguments.plugin)
    guard let pipes = ProgramPipes(), let information = Descriptor.pipe(), let block = Descriptor.pipe()
    else {
      throw noRoom()
    }
    let filter = filter(in: folder)
    var descriptors = pipes.handedOver + [information.writing, block.reading]
    if let filter { descriptors.append(filter) }
    let arguments = SandboxArguments(bubblewrap).arguments(
      binds: binds(snapshot), input: input, limits: program.limits, information: 3, block: 4,
      filter: filter == nil ? nil : 5)
    let process = try spawn(
      bubblewrap.path, arguments + words, nil, descriptors, home: SandboxArguments.call, libraries)
    return Beginning(
      process: process, pipes: pipes.kept, information: information.reading, block: block.writing)
  }

  /// Counts the sandbox, waits until it stands, opens its folder and lets the program run.
  private func open(
    _ beginning: Beginning, _ first: pid_t, _ group: ControlGroup?, input: String
  ) throws(Obstacle) -> CallFolder {
    let pipes = beginning.pipes
    if let group, !group.add(first) {
      let reason = String(cString: strerror(errno))
      guard !pipes.hasPrinted else { throw unmade(pipes.printed()) }
      throw Obstacle(
        kind: .cannotStart, message: "The plugin “\(program.id)” could not be held to its limits: \(reason).",
        help: "Look whether a security policy of this machine forbids control groups.")
    }
    pipes.send("\n", to: beginning.block)
    guard pipes.isReady(within: Self.patience) else { throw unmade(pipes.printed()) }
    guard
      let calls = CallFolder(
        inside: SandboxArguments.call, input: input, parent: "/proc/\(first)/root", isOwnFileSystem: true)
    else {
      let reason = String(cString: strerror(errno))
      throw Obstacle(
        kind: .cannotStart,
        message:
          "The sandbox of the plugin “\(program.id)” stands, but Waymark cannot see into it: \(reason).",
        help: "Look whether a security policy of this machine forbids it.")
    }
    pipes.send("go\n", to: pipes.input)
    return calls
  }

  /// Bubblewrap gave up.
  private func unmade(_ printed: String) -> Obstacle {
    Obstacle(
      kind: .cannotStart,
      message: "The sandbox of the plugin “\(program.id)” could not be made. "
        + PluginText.clean(printed, limit: 300),
      help: "See that every folder that the plugin needs can be read.")
  }

  private func binds(_ snapshot: String) -> [SandboxArguments.Bind] {
    var binds = [SandboxArguments.Bind(source: snapshot, target: SandboxArguments.plugin)]
    binds += zip(program.libraries, libraries).map { SandboxArguments.Bind(source: $0, target: $1) }
    if let environment = program.environment { binds += PythonEnvironment(path: environment).binds }
    return binds
  }

  /// Where Waymark's libraries are inside.
  private var libraries: [String] {
    program.libraries.indices.map { number in
      number == 0 ? SandboxArguments.library : "\(SandboxArguments.library)-\(number + 1)"
    }
  }

  /// The filter of system calls as an open file, for bubblewrap to read.
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
}
