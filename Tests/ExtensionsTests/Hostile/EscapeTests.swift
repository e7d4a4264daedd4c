import Diagnostics
import Extensions
import Foundation
import Sealing
import TestSupport
import Testing

extension SandboxedTests {
  /// Plugins that reach for what is not theirs.
  @Suite struct EscapeTests {
    let trials: Trials
    let neighbour: Neighbour

    init() throws {
      trials = try Trials()
      neighbour = try Neighbour(trials)
    }

    @Test func readsOtherPeoplesFiles() throws {
      let program = try trials.plugin("reads")
      let workspace = "\(trials.folder)/partnership.waymark"
      try Data("reviews".utf8).write(to: URL(fileURLWithPath: workspace))
      chmod(workspace, 0o666)
      let secrets: [JSONValue] = [
        "/etc/passwd", "/etc/shadow", "/etc/hostname", "/home", "/root", "/var", "/sys",
        "/proc/1/root/etc/passwd", .string(workspace), .string(trials.folder),
        .string(Repository.root.path), .string(program.folder),
      ]
      let own: [JSONValue] = ["/plugin/reads.py", "/usr/bin/python3", "/proc/self/status"]
      try neighbour.isUnmoved {
        let answer = try trials.host.call(
          program, "check", params: .value(["paths": .array(secrets + own)]),
          files: [CallFile("Book (1).xlsx", [1, 2, 3])])
        let found = answer.result
        #expect(found["read"] == .array(own))
        let top = Set((found["top"]?.asArray ?? []).compactMap(\.asString))
        #expect(
          top.subtracting(["bin", "sbin", "lib", "lib32", "lib64", "libx32"])
            == ["call", "dev", "etc", "plugin", "proc", "tmp", "usr"])
        let etc = Set((found["etc"]?.asArray ?? []).compactMap(\.asString))
        #expect(etc.isSubset(of: ["ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives"]))
        // Its own two, bubblewrap's included.
        #expect(found["processes"] == 2)
        let environment = Set((found["environment"]?.asArray ?? []).compactMap(\.asString))
        #expect(
          environment.isSubset(of: [
            "HOME", "TMPDIR", "PATH", "LANG", "LC_CTYPE", "PWD", "OLDPWD", "SHLVL", "_",
            "PYTHONDONTWRITEBYTECODE",
          ]))
        #expect(found["user"] != 0)
        #expect(found["capabilities"]?.asArray?.allSatisfy { $0 == "0000000000000000" } == true)
        #expect(found["descriptors"] == [0, 1, 2])
      }
    }

    @Test func opensASocket() throws {
      let program = try trials.plugin("opens_socket")
      let server = try Listener(path: "\(trials.folder)/socket")
      try neighbour.isUnmoved {
        let answer = try trials.host.call(
          program, "check",
          params: .value(["port": .int(Int64(server.port)), "path": .string("\(trials.folder)/socket")]))
        let tried = (answer.result["tried"]?.asArray ?? []).compactMap(\.asString)
        #expect(tried.count == 3)
        #expect(!tried.contains("connected"))
        #expect(answer.result["devices"] == ["lo"])
      }
    }

    @Test func leavesTheSandbox() throws {
      let program = try trials.plugin("escapes_sandbox")
      try neighbour.isUnmoved {
        let answer = try trials.host.call(program, "check", params: .value([:]))
        #expect(answer.result["done"] == [])
      }
    }

    @Test func changesItsFileAfterItWasChecked() throws {
      let program = try trials.plugin("good")
      let file = "\(program.folder)/good.py"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      // While it runs, its own copy is what runs.
      _ = try trials.host.call(program, "check", params: .value([:]))
      try (text + "\n# and more\n").write(toFile: file, atomically: false, encoding: .utf8)
      #expect(try trials.host.call(program, "check", params: .value([:])).result == ["mistakes": []])
      trials.host.close()
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value([:]))
      }
      #expect(failure?.kind == .changed)
      #expect(failure?.message == "The plugin “good” was changed since it was checked.")
      #expect(failure?.failure.status == .refused)
      try text.write(toFile: file, atomically: false, encoding: .utf8)
      _ = try neighbour.median(of: 3)
    }

    @Test func hasALinkInItsFolder() throws {
      let program = try trials.plugin("good")
      symlink("/etc/passwd", "\(program.folder)/list")
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value([:]))
      }
      #expect(failure?.message.hasSuffix("/good/list is neither a file nor a folder.") == true)
    }

    @Test func cannotWriteItsOwnFiles() throws {
      let program = try trials.plugin("disk")
      let before = try PluginDigest.of(folder: program.folder, command: program.command)
      _ = try trials.host.call(program, "check", params: .value([:]))
      #expect(try PluginDigest.of(folder: program.folder, command: program.command) == before)
    }

    @Test func givesBackAFile() throws {
      let program = try trials.plugin("names_files")
      let answer = try trials.host.call(program, "check", params: .value(["kind": "good"]))
      #expect(answer.files == ["book.txt": Array("all is well".utf8)])
      // The same name is free again in the next call.
      let again = try trials.host.call(program, "check", params: .value(["kind": "good"]))
      #expect(again.files == answer.files)
    }

    @Test(arguments: [
      ("../in/book.txt", "named a file “../in/book.txt”, which is no plain name of a file"),
      ("/etc/passwd", "named a file “/etc/passwd”, which is no plain name of a file"),
      ("..", "named a file “..”, which is no plain name of a file"),
      (".hidden", "named a file “.hidden”, which is no plain name of a file"),
      ("a\nb", "named a file “a b”, which is no plain name of a file"),
      ("", "named a file “”, which is no plain name of a file"),
      ("link", "named a file “book.txt” that is a link to another place"),
      ("second name", "named a file “book.txt” that is a link to another file"),
      ("pipe", "named a file “book.txt” that is not a regular file"),
      ("folder", "named a file “book.txt” that is not a regular file"),
      ("missing", "named a file “book.txt” that it did not write"),
      ("huge", "named files that are larger than its limit for files"),
    ])
    func givesBackWhatIsNoFile(kind: String, words: String) throws {
      let program = try trials.plugin("names_files")
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value(["kind": .string(kind)]))
      }
      #expect(failure?.kind == .file)
      #expect(failure?.message == "The plugin “names_files” \(words).")
      let answer = try trials.host.call(program, "check", params: .value(["kind": "good"]))
      #expect(answer.files.count == 1)
      _ = try neighbour.median(of: 3)
    }

    @Test func putsALinkWhereTheFolderWas() throws {
      let program = try trials.plugin("names_files")
      do throws(PluginFailure) {
        let answer = try trials.host.call(program, "check", params: .value(["kind": "link for the folder"]))
        Issue.record("\(answer.files.keys)")
      } catch {
        // Under root the folder is not the plugin's, and cannot be moved.
        #expect(
          error.message.hasSuffix("its folder for them is gone.")
            || error.standardError.last?.hasPrefix("PermissionError") == true)
      }
      #expect(try trials.host.call(program, "check", params: .value(["kind": "good"])).files.count == 1)
    }

    @Test func givesBackOneFileTwice() throws {
      let program = try trials.plugin("names_files")
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value(["kind": "twice"]))
      }
      #expect(failure?.message == "The plugin “names_files” named the file “book.txt” twice.")
    }
  }
}

/// Servers on this machine that a plugin must not reach.
private final class Listener {
  let port: UInt16
  private let sockets: [Int32]

  init(path: String) throws {
    let stream = Int32(SOCK_STREAM.rawValue)
    let internet = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(internet, pointer, length) == 0 && listen(internet, 5) == 0
          && getsockname(internet, pointer, &length) == 0
      }
    }
    try #require(bound)
    port = UInt16(bigEndian: address.sin_port)

    let local = socket(AF_UNIX, stream, 0)
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &name.sun_path) { bytes in
      for (index, byte) in path.utf8.enumerated() where index < bytes.count - 1 { bytes[index] = byte }
    }
    let isListening = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(local, pointer, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 && listen(local, 5) == 0
      }
    }
    try #require(isListening)
    chmod(path, 0o777)
    sockets = [internet, local]
  }

  deinit { for number in sockets { close(number) } }
}
