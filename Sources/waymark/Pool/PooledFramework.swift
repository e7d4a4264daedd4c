import Diagnostics
import Profiles
import Rubrics
import Sealing

extension FrameworkOptions {
  /// A pool's own framework, with exactly the content that its registries hold.
  ///
  /// - Throws: `refused` where what is found here is another content.
  func rubric(_ reference: String, of digest: Digest) throws -> Rubric {
    let rubric = try rubric(reference)
    guard rubric.digest == digest else {
      throw PoolRule.otherFramework.refusal(
        "The \(reference) found here is not the one that the registries hold (\(digest)).",
        help: "Get the framework as it was published, and name its folder with --frameworks.")
    }
    return rubric
  }
}
