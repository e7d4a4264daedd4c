"""Speaks through Waymark's own library instead of by hand."""

import waymark_plugin

plugin = waymark_plugin.Plugin("uses_library", "1.0.0")


@plugin.hook("check")
def check(params: dict, call: waymark_plugin.Call) -> dict:
    return {"mistakes": [], "library": waymark_plugin.__file__}


plugin.run()
