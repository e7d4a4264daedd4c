"""Does what it is asked: the neighbour that must not suffer."""

import wire

wire.serve(lambda request: {"mistakes": []})
