import Foundation
import Sealing

/// What bubblewrap tells about the sandbox that it made (`--info-fd`).
enum SandboxInformation {
  /// The first process of the sandbox, which waits until it is let go; `nil` where bubblewrap gave up, or
  /// takes too long.
  static func firstProcess(_ pipe: Descriptor, within time: Duration) -> pid_t? {
    let end = ContinuousClock.now + time
    var told: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while told.last(where: { $0 > 0x20 }) != UInt8(ascii: "}") {
      guard told.count < 65_536, ContinuousClock.now < end else { return nil }
      var watched = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 1_000) > 0 else { continue }
      let count = read(pipe.number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      told.append(contentsOf: buffer[..<count])
    }
    let value = try? JSONValue(parsing: told)
    return value?["child-pid"]?.asInt.flatMap { pid_t(exactly: $0) }
  }
}
