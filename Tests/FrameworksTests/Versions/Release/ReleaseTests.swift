import Diagnostics
import Documents
import Foundation
import Frameworks
import Testing

@Suite("Releases")
struct ReleaseTests {
  private typealias Library = MadeUpLibrary

  private func refusal(_ body: () throws -> ReleasePlan) -> Failure? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test("a first release changes one word of the file and keeps the digest beside it")
  func first() throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    let plan = try made.plan(path)
    #expect(try made.codes(path) == [])
    try plan.write()
    #expect(try made.text(path) == Library.pond("1.0.0", status: "released"))
    let digest = try made.read(path).framework.contentDigest()
    #expect(plan.release.digest?.value == digest)
    #expect(
      try made.text(ReleaseFile.path(beside: path)) == """
        # Kept from the release on, so that a change of the released content can be seen. Not for editing.
        schema: waymark.release/1
        id: pond-made-up
        version: 1.0.0
        digest: \(digest)
        date: 2026-03-01

        """)
    #expect(try made.codes(path) == [])
    #expect(plan.words(isDone: true).contains("It is the first version that is released."))
  }

  @Test("a line for the status is added where there is none", arguments: ["\n", "\r\n"])
  func noStatus(lineBreak: String) throws {
    let made = try Library()
    let text = Library.pond("1.0.0").replacingOccurrences(of: "status: draft\n", with: "")
      .replacingOccurrences(of: "\n", with: lineBreak)
    let path = try made.write(text, "pond-made-up", "1.0.0")
    let bytes = try made.plan(path).bytes
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == text.replacingOccurrences(of: "# kept", with: "# kept\(lineBreak)status: released"))
  }

  @Test("other ways to write a status", arguments: ["\"draft\"", "'draft'", "draft # soon", ""])
  func ways(status: String) throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0", status: status), "pond-made-up", "1.0.0")
    try made.plan(path).write()
    #expect(try made.read(path).framework.status == .released)
    #expect(try made.text(path).contains("# soon") == status.contains("# soon"))
  }

  @Test("a framework on one line")
  func flow() throws {
    let made = try Library()
    let text = """
      {schema: waymark.framework/1, id: pond-made-up, version: 1.0.0, title: Pond, levels: [{id: animal, title: Animal}], \
      scales: {number: {points: [{id: few, value: 1}, {id: many, value: 2}]}}, \
      judging: {self: {level: animal, scale: number}, peer: none}, criteria: [{id: frogs, title: Frogs}], overall: none}
      """
    let path = try made.write(text, "pond-made-up", "1.0.0")
    try made.plan(path).write()
    #expect(try made.text(path).contains("version: 1.0.0, status: released, title"))
    #expect(try made.read(path).framework.status == .released)
  }

  @Test("too small a step is refused, with every change that asks for more and the version it should have")
  func smallStep() throws {
    let made = try Library()
    try made.write(Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    let wanted = Library.pond("1.0.1", title: "Frogs and toads", rest: "subject: alliance")
      .replacingOccurrences(of: "id: newts", with: "id: salamanders")
    let path = try made.write(wanted, "pond-made-up", "1.0.1")
    let failure = try #require(refusal { try made.plan(path) })
    #expect(failure.status == .refused)
    #expect(failure.message.contains("1.0.1 is too small a step from 1.0.0"))
    #expect(failure.message.contains("“salamanders”"))
    #expect(failure.message.contains("alliance"))
    #expect(!failure.message.contains("Frogs and toads"))
    #expect(failure.help.contains("2.0.0"))
  }

  @Test("the newest released version below counts: not drafts, not those on their way, not later ones")
  func previous() throws {
    let made = try Library()
    try made.write(Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    try made.write(Library.pond("1.0.5", status: "draft", rest: "subject: alliance"), "pond-made-up", "1.0.5")
    try made.write(
      Library.pond("2.0.0-draft.1", status: "released", rest: "subject: alliance"), "pond-made-up",
      "2.0.0-draft.1")
    try made.write(
      Library.pond("3.0.0", status: "released", rest: "subject: alliance"), "pond-made-up", "3.0.0")
    let path = try made.write(Library.pond("1.0.6", title: "Toads"), "pond-made-up", "1.0.6")
    let plan = try made.plan(path)
    #expect(plan.release.previous == SemanticVersion(1, 0, 0))
    #expect(plan.release.step == .patch)
    #expect(try made.text(path) == Library.pond("1.0.6", title: "Toads"))
  }

  @Test("changed content under a released version is seen and refused")
  func changed() throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    try made.plan(path).write()
    #expect(
      refusal { try made.plan(path) }?.message == "pond-made-up@1.0.0 is released already, since 2026-03-01.")
    // Comments are no content.
    try made.write("# More.\n" + Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    #expect(try made.codes(path) == [])
    try made.write(Library.pond("1.0.0", status: "released", title: "Toads"), "pond-made-up", "1.0.0")
    #expect(try made.codes(path) == ["released-changed"])
    #expect(
      refusal { try made.plan(path) }?.message
        == "pond-made-up@1.0.0 is released, and its content changed since.")
    // Nor does it help to call it a draft again.
    try made.write(Library.pond("1.0.0", title: "Toads"), "pond-made-up", "1.0.0")
    #expect(try made.codes(path) == ["released-draft"])
    let failure = try #require(refusal { try made.plan(path) })
    #expect(failure.status == .refused)
    #expect(failure.message == "pond-made-up@1.0.0 was released with another content on 2026-03-01.")
  }

  @Test("a release that was stopped half-way is finished by the same command")
  func resumed() throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    let plan = try made.plan(path)
    try plan.write()
    try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    try made.plan(path).write()
    #expect(try made.codes(path) == [])
    #expect(try made.read(path).framework.status == .released)
  }

  @Test("another content under the same version elsewhere in the library is refused")
  func elsewhere() throws {
    let (made, other) = (try Library(), try Library())
    let path = try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    try other.write(Library.pond("1.0.0", status: "released", title: "Toads"), "pond-made-up", "1.0.0")
    let both = FrameworkLibrary(folders: [made.folder.path, other.folder.path])
    let planner = ReleasePlanner(library: both, today: .earliest)
    let framework = try made.read(path)
    let source = try FileReading.source(path)
    let failure = refusal { try planner.plan(framework, source) }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains("released already with another content") == true)
    try other.write(Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    #expect(refusal { try planner.plan(framework, source) } == nil)
  }

  @Test(
    "a variant needs a released base, named with its digest, which can be filled in",
    arguments: [true, false])
  func variant(isFlow: Bool) throws {
    let made = try Library()
    try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    let base =
      isFlow
      ? "extends: {id: pond-made-up, version: 1.0.0}"
      : "extends:\n  id: pond-made-up\n  version: 1.0.0 # kept"
    let text = """
      schema: waymark.framework/1
      id: lake-made-up
      version: 1.0.0
      status: draft
      title: A lake (made up)
      \(base)
      changes:
        - {reword: frogs, title: Many frogs, why: Lakes are larger.}
      """
    let path = try made.write(text, "lake-made-up", "1.0.0")
    #expect(refusal { try made.plan(path) }?.message.contains("which is a draft") == true)
    let released = try made.write(Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    let failure = try #require(refusal { try made.plan(path) })
    #expect(failure.status == .refused)
    #expect(failure.help.contains("--pin"))
    let plan = try made.plan(path, pins: true)
    try plan.write()
    let digest = try made.read(released).framework.contentDigest()
    #expect(plan.pinned == digest)
    #expect(
      try made.text(path)
        == text.replacingOccurrences(of: "status: draft", with: "status: released")
        .replacingOccurrences(
          of: base,
          with: isFlow
            ? "extends: {id: pond-made-up, version: 1.0.0, digest: \(digest)}"
            : "\(base)\n  digest: \(digest)"))
    #expect(try made.codes(path) == [])
  }

  @Test("records are made for what was released before there were any, and never replaced unasked")
  func recorded() throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0", status: "released"), "pond-made-up", "1.0.0")
    let planner = ReleasePlanner(library: made.library, today: .earliest)
    func record(replaces: Bool = false, writes: Bool = true) throws -> ReleaseRecorder.Outcome {
      try ReleaseRecorder(planner, replaces: replaces).record(try made.read(path), at: path, writes: writes)
    }
    #expect(try record(writes: false) == .recorded)
    #expect(try record() == .recorded)
    #expect(try record() == .kept)
    try made.write(Library.pond("1.0.0", status: "released", title: "Toads"), "pond-made-up", "1.0.0")
    #expect(try record() == .refused)
    #expect(try made.codes(path) == ["released-changed"])
    #expect(try record(replaces: true) == .replaced)
    #expect(try made.codes(path) == [])
    try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    #expect(try record() == .draft)
  }

  @Test("a record of another framework is said to be one")
  func ofAnother() throws {
    let made = try Library()
    let path = try made.write(Library.pond("1.0.0"), "pond-made-up", "1.0.0")
    try made.plan(path).write()
    let copy = try made.write(Library.pond("1.1.0"), "pond-made-up", "1.1.0")
    try Data(try made.text(ReleaseFile.path(beside: path)).utf8)
      .write(to: URL(fileURLWithPath: ReleaseFile.path(beside: copy)))
    #expect(try made.codes(copy) == ["release-of-another"])
  }

  @Test("the record lies beside its framework and is named like it")
  func paths() {
    #expect(ReleaseFile.path(beside: "a/1.0.0/framework.yaml") == "a/1.0.0/release.yaml")
    #expect(ReleaseFile.path(beside: "framework.yaml") == "release.yaml")
    #expect(ReleaseFile.path(beside: "a/ours.yaml") == "a/ours.release.yaml")
  }
}
