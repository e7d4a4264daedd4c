/// Publishes a mean by publishing the sum behind it with discrete Laplace noise of scale sensitivity /
/// epsilon (DISCLOSURE section 5 (i)). The sum is not clamped: cutting it off would bias what others work out
/// from it.
enum NoisyMean {
  /// The noisy sum; `nil` where the points have only one value, so that there is nothing to tell.
  static func publish(
    _ exact: ExactSum, epsilon: Fraction, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    guard let scale = epsilon.dividing(exact.sensitivity) else { return nil }
    return exact.sum + DiscreteLaplace(scale: scale).sample(using: &generator)
  }
}
