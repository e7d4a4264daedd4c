import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Workspaces

@Suite("The file: opening and starting")
struct FileTests {
  @Test("a new workspace is one file that only its owner reads")
  func create() throws {
    let bench = try Bench()
    #expect(bench.folder.names == ["valley.waymark", "valley.waymark.ledger"])
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(bench.workspace.partnership.slug == "made-up-valley")
    #expect(bench.workspace.partnership.workspace.count == 32)
    #expect(try Workspace.open(bench.path).partnership == bench.workspace.partnership)
    #expect(try bench.workspace.verify().problems == [])
  }

  @Test("two workspaces never share an id")
  func randomID() throws {
    #expect(try Bench().workspace.partnership.workspace != Bench().workspace.partnership.workspace)
  }

  @Test("the settings are those that were asked for, read back from the connection")
  func settings() throws {
    let bench = try Bench()
    try bench.workspace.queue.inDatabase { (db) throws in
      func pragma(_ name: String) throws -> String? { try String.fetchOne(db, sql: "PRAGMA \(name)") }
      #expect(try pragma("journal_mode") == "delete")
      #expect(try pragma("synchronous") == "3")
      #expect(try pragma("secure_delete") == "1")
      #expect(try pragma("foreign_keys") == "1")
      #expect(try pragma("recursive_triggers") == "1")
      #expect(try pragma("busy_timeout") == "10000")
      #expect(try pragma("application_id") == String(WorkspaceFile.applicationID))
      #expect(try pragma("user_version") == String(WorkspaceMigrations.version))
    }
  }

  @Test("nothing is left beside the file after a change")
  func singleFile() throws {
    let bench = try Bench(schools: 3)
    #expect(bench.folder.names == ["valley.waymark", "valley.waymark.ledger"])
  }

  @Test("a file that was switched to a write-ahead log is switched back")
  func switchedJournal() throws {
    let bench = try Bench()
    try {
      let queue = try DatabaseQueue(path: bench.path)
      try queue.writeWithoutTransaction { _ = try Row.fetchAll($0, sql: "PRAGMA journal_mode = WAL") }
    }()
    let workspace = try Workspace.open(bench.path)
    _ = try workspace.add(members: [Fixtures.member(1)])
    #expect(bench.folder.names == ["valley.waymark", "valley.waymark.ledger"])
  }

  @Test("what is no workspace is refused, and left as it is")
  func notAWorkspace() throws {
    let folder = try TemporaryFolder()
    let contents: [(name: String, bytes: [UInt8], words: String)] = [
      ("empty", [], "it is empty"),
      ("text.yaml", Array("schema: waymark.review/1\n".utf8), "some other kind of file"),
      ("binary", (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }, "some other kind of file"),
      ("cut", Array("SQLite format 3\0".utf8), "breaks off"),
    ]
    for (name, bytes, words) in contents {
      try folder.write(bytes, to: name)
      let failure = try expectFailure(.badData) { _ = try Workspace.open(folder.path(name)) }
      #expect(failure.message.contains(words), "\(failure.message)")
      #expect(try folder.bytes(name) == bytes)
    }
    let other = folder.path("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    let failure = try expectFailure(.badData) { _ = try Workspace.open(other) }
    #expect(failure.message.contains("another program"))
    #expect(folder.names.count == contents.count + 1)
  }

  @Test("a missing file and a folder")
  func missing() throws {
    let folder = try TemporaryFolder()
    try expectFailure(.noInput) { _ = try Workspace.open(folder.path("none.waymark")) }
    try expectFailure(.noInput) { _ = try Workspace.open(folder.path("no/such/folder.waymark")) }
    let failure = try expectFailure(.noInput) { _ = try Workspace.open(folder.path) }
    #expect(failure.message.contains("folder"))
    #expect(folder.names == [])
  }

  @Test("a pipe is refused and not waited for")
  func pipe() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    try expectFailure(.badData) { _ = try Workspace.open(folder.path("pipe")) }
  }

  @Test("a newer format is refused with its number")
  func newer() throws {
    let bench = try Bench()
    var bytes = try bench.folder.bytes("valley.waymark")
    bytes[63] = 9
    try bench.folder.write(bytes, to: "newer.waymark")
    let failure = try expectFailure(.badData) { _ = try Workspace.open(bench.folder.path("newer.waymark")) }
    #expect(failure.message.contains("format 9"))
    #expect(failure.help.contains("newer Waymark"))
  }

  @Test("a damaged file is said to be damaged")
  func damaged() throws {
    let bench = try Bench(schools: 3)
    var bytes = try bench.folder.bytes("valley.waymark")
    for index in bytes.indices.dropFirst(4_096) { bytes[index] = UInt8(truncatingIfNeeded: index) }
    try bench.folder.write(bytes, to: "bad.waymark")
    let failure = try expectFailure(.badData) {
      _ = try Workspace.open(bench.folder.path("bad.waymark")).members()
    }
    #expect(failure.message.contains("damaged"))
  }

  @Test("a file that was cut off in copying is found out")
  func cutOff() throws {
    let bench = try Bench(schools: 3)
    let bytes = try bench.folder.bytes("valley.waymark")
    try bench.folder.write(bytes.prefix(bytes.count / 2), to: "cut.waymark")
    try expectFailure(.badData) {
      let workspace = try Workspace.open(bench.folder.path("cut.waymark"))
      let problems = try workspace.verify().problems
      if !problems.isEmpty { throw Failure(.badData, problems.joined(separator: "\n")) }
    }
  }

  @Test("starting never overwrites")
  func taken() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("mine".utf8), to: "taken")
    try expectFailure(.cannotWrite) {
      _ = try Workspace.create(folder.path("taken"), for: Fixtures.partnership)
    }
    #expect(try folder.bytes("taken") == Array("mine".utf8))
    try expectFailure(.cannotWrite) { _ = try Workspace.create(folder.path, for: Fixtures.partnership) }
    try expectFailure(.cannotWrite) {
      _ = try Workspace.create(folder.path("no/folder"), for: Fixtures.partnership)
    }
    #expect(folder.names == ["taken"])
  }

  @Test("a journal left over from another file is not played into a new one")
  func leftoverJournal() throws {
    let folder = try TemporaryFolder()
    try folder.write([1, 2, 3], to: "a.waymark-journal")
    let failure = try expectFailure(.cannotWrite) {
      _ = try Workspace.create(folder.path("a.waymark"), for: Fixtures.partnership)
    }
    #expect(failure.message.contains("a.waymark-journal"))
  }

  @Test("a partnership needs a slug, a name and a region's code")
  func badPartnership() throws {
    let folder = try TemporaryFolder()
    let good = Fixtures.partnership
    for bad in [
      NewPartnership(slug: "Not A Slug", name: good.name, region: good.region),
      NewPartnership(slug: good.slug, name: " \n", region: good.region),
      NewPartnership(slug: good.slug, name: good.name, region: "East Midlands"),
    ] {
      try expectFailure(.badData) { _ = try Workspace.create(folder.path("x"), for: bad) }
    }
    #expect(folder.names == [])
  }

  @Test("a name that looks like an SQLite address is a name")
  func addressLikeName() throws {
    let folder = try TemporaryFolder()
    let name = "file:x?mode=memory"
    _ = try Workspace.create(folder.path(name), for: Fixtures.partnership)
    _ = try Workspace.open(folder.path(name)).add(members: [Fixtures.member(1)])
    #expect(folder.names == [name, "\(name).ledger"])
    #expect(WorkspaceFile.absolute("file:x").hasPrefix("/"))
  }
}
