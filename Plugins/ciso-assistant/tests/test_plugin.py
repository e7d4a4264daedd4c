"""The plugin as Waymark runs it: a program that is spoken to."""

import unittest

import paths
import yaml
from waymark_plugin_testing import PluginError, PluginProcess


class Hooks(unittest.TestCase):
    def setUp(self) -> None:
        self.plugin = PluginProcess(paths.PLUGIN)
        self.addCleanup(self.plugin.kill)
        self.sample = (paths.SAMPLE / "allotment.yaml").read_bytes()

    def test_a_library_goes_in_and_out(self) -> None:
        answer = self.plugin.call(
            "framework.import", {"format": "ciso-assistant", "options": {}}, {"a.yaml": self.sample}
        )
        self.assertEqual(set(answer.result), {"framework", "lost", "mistakes"})
        self.assertEqual(answer.result["framework"]["id"], "allotment")
        framework = {"reference": "allotment@7.0.0", "digest": None, "document": answer.result["framework"]}
        params = {"format": "ciso-assistant", "framework": framework, "kind": "self", "reviews": [{}], "options": {}}
        answer = self.plugin.call("framework.export", params)
        library = yaml.safe_load(answer.files["allotment.yaml"])
        self.assertEqual(library["urn"], "urn:waymark:risk:library:allotment")
        self.assertIn("holds no reviews", answer.result["lost"][-1]["what"])

    def test_a_bad_file_is_a_mistake_and_the_next_call_works(self) -> None:
        with self.assertRaises(PluginError) as refused:
            self.plugin.call("framework.import", {"format": "ciso-assistant"}, {"a.yaml": b"urn: [\n"})
        self.assertEqual(refused.exception.code, -32602)
        self.assertEqual(refused.exception.mistakes[0]["where"], "line 2")
        self.plugin.call("framework.import", {"format": "ciso-assistant"}, {"a.yaml": self.sample})

    def test_a_framework_that_cannot_leave_is_a_mistake(self) -> None:
        answer = self.plugin.call("framework.import", {}, {"a.yaml": self.sample})
        params = {"framework": {"document": answer.result["framework"]}, "options": {"packager": "intuitem"}}
        with self.assertRaisesRegex(PluginError, "cannot be the packager"):
            self.plugin.call("framework.export", params)
