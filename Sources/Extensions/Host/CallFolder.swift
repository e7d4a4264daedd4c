import Foundation

/// The folder in which a call's files change hands: Waymark puts files into `in`, the plugin into `out`.
///
/// In a sandbox it is a file system of its own in memory, of limited size, into which Waymark sees by the
/// root folder of the sandbox's first process (proc(5)), which is bubblewrap's own. The plugin cannot move
/// the folder, but may change what is in it at any time: every step goes from an open folder and follows no
/// link.
struct CallFolder {
  /// Where it is for the program.
  let inside: String
  /// Where the program's `in` is for Waymark.
  private let input: String
  private let folder: Descriptor
  /// How many blocks were free at the start; `nil` where other things lie in the same file system.
  private let freeAtStart: UInt64?

  /// Opens the folder `call` in `parent`; `nil` with `errno` set where that fails.
  init?(inside: String, input: String, parent: String, isOwnFileSystem: Bool) {
    guard let above = Descriptor.open(parent, O_RDONLY | O_DIRECTORY),
      let folder = Descriptor.open("call", in: above, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    else { return nil }
    self.inside = inside
    self.input = input
    self.folder = folder
    freeAtStart = isOwnFileSystem ? Self.free(folder) : nil
  }

  /// Why a file cannot be taken, as the end of a sentence that begins with the plugin's name.
  struct Refusal: Error, Equatable { let what: String }

  /// Copies a call's files in.
  func put(_ files: [CallFile]) throws(Refusal) {
    guard !files.isEmpty else { return }
    guard let input = Descriptor.open(input, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      throw Refusal(what: "cannot be given files: its folder is gone")
    }
    for file in files {
      guard
        let copy = Descriptor.open(
          file.name, in: input, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644),
        fchmod(copy.number, 0o644) == 0, Self.write(file.bytes, to: copy)
      else {
        let reason = String(cString: strerror(errno))
        throw Refusal(what: "cannot be given the file “\(file.name)”: \(reason)")
      }
    }
  }

  /// Reads files that a result names. They have to be what a program writes when it means no harm: plain
  /// names, regular files that have no other name, in `out`, `limit` bytes all together.
  func take(_ names: [String], limit: Int) throws(Refusal) -> [String: [UInt8]] {
    guard !names.isEmpty else { return [:] }
    guard let output = Descriptor.open("out", in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      throw Refusal(what: "named files, but its folder for them is gone")
    }
    var taken: [String: [UInt8]] = [:]
    var left = limit
    for name in names {
      let shown = PluginText.clean(name, limit: 100)
      guard PlainName.isPlain(name) else {
        throw Refusal(what: "named a file “\(shown)”, which is no plain name of a file")
      }
      guard taken[name] == nil else { throw Refusal(what: "named the file “\(shown)” twice") }
      let bytes = try read(name, shown, in: output, left)
      left -= bytes.count
      taken[name] = bytes
    }
    return taken
  }

  private func read(_ name: String, _ shown: String, in output: Descriptor, _ left: Int) throws(Refusal)
    -> [UInt8]
  {
    // Without O_NONBLOCK, the opening of a named pipe would wait for its writer.
    guard let file = Descriptor.open(name, in: output, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY) else {
      switch errno {
      case ENOENT: throw Refusal(what: "named a file “\(shown)” that it did not write")
      case ELOOP: throw Refusal(what: "named a file “\(shown)” that is a link to another place")
      default: throw Refusal(what: "named a file “\(shown)” that cannot be read")
      }
    }
    var status = stat()
    guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal(what: "named a file “\(shown)” that is not a regular file")
    }
    guard status.st_nlink == 1 else {
      throw Refusal(what: "named a file “\(shown)” that is a link to another file")
    }
    var bytes: [UInt8] = []
    let size = Int(status.st_size)
    if size <= left { bytes.reserveCapacity(size + 1) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while bytes.count <= left, size <= left {
      let count = Foundation.read(file.number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Refusal(what: "named a file “\(shown)” that cannot be read") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
    throw Refusal(what: "named files that are larger than its limit for files")
  }

  /// Takes away everything but `in` and an empty `out`, and what is in those. False where that cannot be
  /// done, or the plugin still holds on to room; then its process has to end.
  func empty() -> Bool {
    var budget = 10_000
    if let input = Descriptor.open(input, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) {
      guard Self.empty(input, keeping: [], depth: 0, &budget) else { return false }
    } else {
      return false
    }
    guard Self.empty(folder, keeping: ["in", "out"], depth: 0, &budget),
      let output = Descriptor.open("out", in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      Self.empty(output, keeping: [], depth: 0, &budget)
    else { return false }
    guard let freeAtStart else { return true }
    return Self.free(folder) >= freeAtStart
  }

  private static func empty(_ folder: Descriptor, keeping kept: [String], depth: Int, _ budget: inout Int)
    -> Bool
  {
    guard let names = names(in: folder, most: budget) else { return false }
    for name in names where !kept.contains(name) {
      budget -= 1
      guard budget > 0 else { return false }
      if unlinkat(folder.number, name, 0) == 0 { continue }
      guard errno == EISDIR || errno == EPERM, depth < 32,
        let below = Descriptor.open(name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
        empty(below, keeping: [], depth: depth + 1, &budget),
        unlinkat(folder.number, name, AT_REMOVEDIR) == 0
      else { return false }
    }
    return true
  }

  /// The names in a folder; `nil` where it cannot be read or holds more than `most`.
  private static func names(in folder: Descriptor, most: Int) -> [String]? {
    // A descriptor of its own: reading moves the place in it.
    let own = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      names.append(name)
      if names.count > most { return nil }
    }
    return names
  }

  private static func write(_ bytes: [UInt8], to file: Descriptor) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(file.number, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func free(_ folder: Descriptor) -> UInt64 {
    var status = statvfs()
    return fstatvfs(folder.number, &status) == 0 ? UInt64(status.f_bfree) : 0
  }
}
