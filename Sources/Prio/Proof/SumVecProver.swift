extension SumVecCircuit {
  /// A proof that `encoded` holds ones and zeros (VDAF draft, section 7.3.3): the wires' seeds, which keep the proof from
  /// telling anything else, and the gadget's polynomial over the wires' polynomials, by its values.
  func proof(of encoded: [Field128], seeds: [Field128], jointRandomness: [Field128]) -> [Field128] {
    var values = wireValues(of: encoded, seeds: seeds[...], jointRandomness: jointRandomness, one: .one)
    var gadget = [Field128](repeating: .zero, count: 2 * wireSize)
    addProducts(of: values, to: &gadget, from: 0)
    for wire in 0..<wires { doubling.moveHalfway(&values, from: wire * wireSize) }
    addProducts(of: values, to: &gadget, from: 1)
    return seeds + gadget.prefix(gadgetValues)
  }

  /// At each point, the sum over all pairs of wires of the product of their values, into every other place.
  private func addProducts(of values: [Field128], to gadget: inout [Field128], from first: Int) {
    for pair in 0..<chunkLength {
      let base = 2 * pair * wireSize
      for point in 0..<wireSize {
        gadget[first + 2 * point] += values[base + point] * values[base + wireSize + point]
      }
    }
  }
}
