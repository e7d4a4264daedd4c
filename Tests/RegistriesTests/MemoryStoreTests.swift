import StoreContract
import Testing

@Suite struct MemoryStoreTests {
  @Test(arguments: StoreContract.all) func contract(_ promise: ContractCase) throws {
    try promise.run(MemoryStore())
  }
}
