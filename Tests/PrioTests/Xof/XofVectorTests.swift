import Testing

@testable import Prio

/// The VDAF draft's vector of XofTurboShake128.
@Suite(
  .enabled(
    if: PrioVector.folder != nil, "WAYMARK_VECTORS does not name the folder with the public test vectors"))
struct XofVectorTests {
  @Test func `a seed and a vector come out as the draft has them`() throws {
    let vector = try PrioVector("XofTurboShake128")
    let seed = try vector.bytes("seed")
    let tag = try vector.bytes("dst")
    let binder = try vector.bytes("binder")

    var seeds = XofTurboShake128(seed: seed, tag: tag, binder: binder)
    #expect(try seeds.nextSeed() == vector.bytes("derived_seed"))

    var elements = XofTurboShake128(seed: seed, tag: tag, binder: binder)
    let expanded = try elements.nextVector(vector.integer("length"))
    #expect(try Field128.bytes(of: expanded) == vector.bytes("expanded_vec_field128"))
  }
}
