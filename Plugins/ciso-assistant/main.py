"""CISO Assistant's library files in and out: the two hooks, and nothing else."""

from pathlib import Path
from typing import Any, Dict, Mapping

from waymark_plugin import Call, Mistakes, Plugin

from exporting import export_library
from importing import import_library
from library import read_library
from library_yaml import LibraryError, read_yaml, write_yaml

MEDIA_TYPE = "application/yaml"

plugin = Plugin.from_manifest(Path(__file__).resolve().parent)


@plugin.hook("framework.import")
def framework_import(params: Dict[str, Any], call: Call) -> Mapping[str, Any]:
    options = params.get("options") or {}
    try:
        document = read_yaml(call.path(params["file"]).read_bytes())
        call.progress(1, 3, "The file is read.")
        library = read_library(document, options.get("framework"))
        call.progress(2, 3, "The library is understood.")
        imported = import_library(library, options)
    except LibraryError as error:
        raise Mistakes(error.mistakes) from error
    return {"framework": imported.framework, "lost": imported.lost, "mistakes": library.warnings}


@plugin.hook("framework.export")
def framework_export(params: Dict[str, Any], call: Call) -> Mapping[str, Any]:
    framework = params["framework"]
    try:
        exported = export_library(
            framework["document"],
            digest=framework.get("digest"),
            kind=params.get("kind") or "self",
            language=params.get("language"),
            options=params.get("options") or {},
        )
    except LibraryError as error:
        raise Mistakes(error.mistakes) from error
    if params.get("reviews"):
        exported.losses.add("A library holds no reviews, so the reviews stay behind")
    name = f"{framework['document']['id']}.yaml"
    call.out(name).write_text(write_yaml(exported.library), encoding="utf-8")
    return {"files": [call.file(name, media_type=MEDIA_TYPE)], "lost": exported.losses.entries()}


if __name__ == "__main__":
    plugin.run()
