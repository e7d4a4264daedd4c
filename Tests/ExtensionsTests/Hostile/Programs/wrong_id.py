"""Answers another call than it was asked."""

import wire

wire.serve(lambda request: wire.send({"id": request["id"] + 7, "result": {"mistakes": []}}))
