import Study

@main
struct WaymarkStudy {
  static func main() async { Explore.run() }
}
