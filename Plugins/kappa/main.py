"""The hook, and nothing else."""

from pathlib import Path
from typing import Any, Dict, Mapping

from analysis import analyse
from waymark_plugin import Call, Plugin

plugin = Plugin.from_manifest(Path(__file__).resolve().parent)


@plugin.hook("trend.analyse")
def trend_analyse(params: Dict[str, Any], call: Call) -> Mapping[str, Any]:
    return analyse(params, call)


if __name__ == "__main__":
    plugin.run()
