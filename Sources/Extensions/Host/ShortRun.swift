import Foundation

/// Runs a trusted program that ends at once, and takes what it prints.
enum ShortRun {
  /// Its exit status (-1 where it did not start or took longer than ten seconds) and the first of what it
  /// printed.
  static func run(_ path: String, _ arguments: [String]) -> (status: Int32, output: String) {
    guard let pipe = Descriptor.pipe(), let nothing = Descriptor.open("/dev/null", O_RDWR) else {
      return (-1, "")
    }
    let process: pid_t
    do throws(Spawner.Refusal) {
      process = try Spawner.shared.start(
        Spawner.Program(
          path: path, arguments: arguments, environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin"], folder: "/",
          descriptors: [nothing, pipe.writing, pipe.writing]))
    } catch {
      return (-1, error.reason)
    }
    var child = Child(process: process, sandbox: nil, group: nil)
    let output = output(of: &child, pipe.reading)
    if let status = child.wait(.seconds(1)) { return (status, output) }
    child.kill()
    return (-1, output)
  }

  /// Until the program ends: Waymark holds the writing end too, so that the pipe does not tell.
  private static func output(of child: inout Child, _ reading: Descriptor) -> String {
    reading.setNonblocking()
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let limit = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < limit {
      // Asked before the reading, so that what was printed last is read after the end.
      let isOver = child.poll() != nil
      let count = read(reading.number, &buffer, buffer.count)
      if count > 0 {
        output.append(contentsOf: buffer[..<min(count, max(0, 65_536 - output.count))])
      } else if isOver {
        break
      } else {
        var watched = pollfd(fd: reading.number, events: Int16(POLLIN), revents: 0)
        poll(&watched, 1, 5)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
