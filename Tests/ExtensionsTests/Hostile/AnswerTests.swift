import Extensions
import Foundation
import Sealing
import Testing

extension SandboxedTests {
  /// Plugins that answer badly, or not at all.
  @Suite struct AnswerTests {
    let trials: Trials
    let neighbour: Neighbour

    init() throws {
      trials = try Trials()
      neighbour = try Neighbour(trials)
    }

    /// Calls a plugin in its neighbour's hearing, and gives back why it failed.
    private func failure(
      of program: PluginProgram, _ params: JSONValue = [:], deadline: Duration? = nil,
      location: SourceLocation = #_sourceLocation
    ) throws -> PluginFailure {
      let thrown = try neighbour.isUnmoved(
        {
          #expect(throws: PluginFailure.self, sourceLocation: location) {
            try trials.host.call(program, "check", params: .value(params), deadline: deadline)
          }
        }, location: location)
      return try #require(thrown, sourceLocation: location)
    }

    @Test func neverAnswers() throws {
      let started = ContinuousClock.now
      let failure = try failure(of: try trials.plugin("never_answers"), deadline: .seconds(1))
      #expect(failure.kind == .deadline)
      #expect(
        failure.message == "The plugin “never_answers” did not do check within 1 second and was stopped.")
      #expect(ContinuousClock.now - started < .seconds(15))
    }

    @Test func answersLate() throws {
      let program = try trials.plugin("answers_late")
      let failure = try failure(of: program, ["wait": 1.2], deadline: .seconds(1))
      #expect(failure.kind == .deadline)
      // The late answer is nobody's: the next call is another process's first.
      let answer = try trials.host.call(program, "check", params: .value(["wait": 0]))
      #expect(answer.result["of"] == 2)
    }

    @Test func answersTwice() throws {
      let program = try trials.plugin("answers_twice")
      try neighbour.isUnmoved {
        let first = try trials.host.call(program, "check", params: .value(["wait": 0]))
        #expect(first.result == ["mistakes": []])
        usleep(100_000)
        _ = trials.messages
        let second = try trials.host.call(program, "check", params: .value(["wait": 0]))
        #expect(second.result == ["mistakes": []])
        let said = "The plugin “answers_twice” answered call 2 once more and was stopped; it starts anew."
        #expect(trials.messages.contains(.log(.warning, said)))
      }
    }

    @Test func answersTwiceWhileItIsAskedAgain() throws {
      let program = try trials.plugin("answers_twice")
      try neighbour.isUnmoved {
        _ = try trials.host.call(program, "check", params: .value(["wait": 0.3]))
        let failure = #expect(throws: PluginFailure.self) {
          try trials.host.call(program, "check", params: .value(["wait": 0]))
        }
        #expect(failure?.message == "The plugin “answers_twice” answered call 2 when it was asked call 3.")
        _ = try trials.host.call(program, "check", params: .value(["wait": 0]))
      }
    }

    @Test func answersAnotherCall() throws {
      let failure = try failure(of: try trials.plugin("wrong_id"))
      #expect(failure.kind == .garbled)
      #expect(failure.message == "The plugin “wrong_id” answered call 9 when it was asked call 2.")
    }

    @Test(arguments: [
      ("no luck today", "wrote a line that is not JSON (“no luck today”). "),
      ("[]", "wrote a line that is not a JSON object."),
      ("{\"jsonrpc\":\"1.0\",\"id\":2,\"result\":{}}", "wrote a message without “jsonrpc”: “2.0”."),
      ("{\"jsonrpc\":\"2.0\",\"id\":2}", "answered with neither a result nor an error."),
      (
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":1,\"error\":{}}",
        "answered with a result and an error at once."
      ),
      ("{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"result\":1}", "answered with an id that is not a whole number."),
      (
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":1,\"extra\":1}",
        "wrote “extra” in its answer, where it has no meaning."
      ),
      (
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"files\"}",
        "asked “files” of Waymark, which answers no plugin."
      ),
      ("\u{1b}[31mred", "wrote a line that is not JSON (“red”). "),
    ])
    func speaksAnotherLanguage(line: String, words: String) throws {
      let program = try trials.plugin("not_json")
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value(["line": .string(line)]))
      }
      #expect(failure?.kind == .garbled)
      #expect(
        failure?.message.hasPrefix("The plugin “not_json” \(words)") == true, "\(failure?.message ?? "")")
      _ = try neighbour.median(of: 3)
    }

    @Test func writesOneEndlessLine() throws {
      let failure = try failure(of: try trials.plugin("long_line"))
      #expect(failure.kind == .flood)
      #expect(failure.message == "The plugin “long_line” wrote a line of more than 4 MiB and was stopped.")
    }

    @Test func reportsProgressWithoutEnd() throws {
      let failure = try failure(of: try trials.plugin("much_chatter"))
      #expect(failure.kind == .flood)
      #expect(trials.messages.count < 2_000)
    }

    /// Standard error is drained, whatever comes, and shown in part.
    @Test(arguments: ["all is well\n", "no line break ", "\n"])
    func logsWithoutEnd(line: String) throws {
      try neighbour.isUnmoved {
        let program = try trials.plugin("much_log")
        let answer = try trials.host.call(program, "check", params: .value(["line": .string(line)]))
        #expect(answer.result == ["mistakes": []])
        #expect(trials.messages.count <= 202)
      }
    }

    @Test func endsInTheMiddleOfAnAnswer() throws {
      let failure = try failure(of: try trials.plugin("dies_midway"))
      #expect(failure.kind == .died)
      #expect(failure.message == "The plugin “dies_midway” ended with code 3 in the middle of an answer.")
      #expect(failure.standardError == ["I feel unwell"])
    }

    @Test func endsAtTheStart() throws {
      let failure = try failure(of: try trials.plugin("dies_at_start"))
      #expect(failure.kind == .died)
      #expect(
        failure.message == "The plugin “dies_at_start” ended with code 1 before it answered initialize.")
      #expect(failure.failure.description.contains("no module named luck"))
    }

    @Test(arguments: [
      ("protocol", "speaks protocol 2, but its plugin.yaml says 1"),
      ("id", "says that its id is other, but its plugin.yaml says lies"),
      ("version", "says that its version is 9.0.0, but its plugin.yaml says 1.0.0"),
      ("more", "offers framework.import, which its plugin.yaml does not declare"),
      ("less", "does not offer check, which its plugin.yaml declares"),
      ("key", "answered initialize with “rights”, which has no meaning there"),
      ("shape", "answered initialize without plugin and hooks"),
    ])
    func lies(about what: String, words: String) throws {
      let program = try trials.plugin("lies", arguments: [what])
      let failure = #expect(throws: PluginFailure.self) {
        try trials.host.call(program, "check", params: .value([:]))
      }
      #expect(failure?.kind == .lied)
      #expect(failure?.message == "The plugin “lies” \(words).")
      _ = try neighbour.median(of: 3)
    }

    @Test(arguments: [false, true])
    func paintsTheScreen(fails: Bool) throws {
      let program = try trials.plugin("escapes_text")
      let clean = "red link back txet."
      try neighbour.isUnmoved {
        _ = trials.messages
        if fails {
          let failure = #expect(throws: PluginFailure.self) {
            try trials.host.call(program, "check", params: .value(["fails": true]))
          }
          #expect(failure?.message == "The plugin “escapes_text” could not do check: \(clean)")
          guard case .answered(let error) = failure?.kind else { throw Unexpected() }
          #expect(error.mistakes.first?["message"]?.asString?.contains("\u{1b}") == false)
          #expect(failure?.failure.status == .badData)
        } else {
          let answer = try trials.host.call(program, "check", params: .value(["fails": false]))
          let shown = answer.result.prettyText()
          #expect(!shown.contains("\\u00") && !shown.contains("\u{202e}") && !shown.contains("\u{7f}"))
          #expect(shown.contains("line\\nline\\ttab"))
        }
        let messages = trials.messages
        #expect(messages.contains(.progress(done: 1, of: 2, message: clean)))
        #expect(messages.contains(.log(.warning, clean + " error: a line of its own")))
        #expect(messages.contains(.standardError(clean)))
      }
    }

    private struct Unexpected: Error {}
  }
}
