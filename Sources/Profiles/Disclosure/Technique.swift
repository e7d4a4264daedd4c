import Documents

/// How a figure is protected. The list of all there are; each stands in a file of its own beside this one.
public enum Technique: String, Choice {
  case nothing
  case noisyMean = "noisy-mean"
  case rounded
  case coarseMean = "coarse-mean"

  var method: any DisclosureMethod.Type {
    switch self {
    case .nothing: NothingPublished.self
    case .noisyMean: NoisyMean.self
    case .rounded: Rounded.self
    case .coarseMean: CoarseMean.self
    }
  }

  public var meaning: String { method.meaning }
}
