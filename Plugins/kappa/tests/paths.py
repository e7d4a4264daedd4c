"""Makes the plugin's modules and the library of plugins importable, however the tests are started."""

import sys
from pathlib import Path

PLUGIN = Path(__file__).resolve().parents[1]
FRAMEWORKS = PLUGIN.parents[1] / "Frameworks"

for folder in (PLUGIN, PLUGIN.parent / "sdk" / "python"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
