"""Says other things of itself than its plugin.yaml; which, its first argument tells."""

import sys

import wire

lies = {
    "protocol": {"protocol": 2},
    "id": {"plugin": {"id": "other", "version": "1.0.0"}},
    "version": {"plugin": {"id": "lies", "version": "9.0.0"}},
    "more": {"hooks": ["check", "framework.import"]},
    "less": {"hooks": []},
    "key": {"rights": "all"},
    "shape": {"hooks": "check"},
}
for request in wire.requests():
    wire.answer(request, wire.introduction(request, **lies[sys.argv[1]]))
