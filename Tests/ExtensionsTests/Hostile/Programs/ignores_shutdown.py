"""Does not end: not when asked, not when its input is closed, not by a signal."""

import os
import signal
import time

import wire

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
for request in wire.requests():
    if request["method"] == "initialize":
        wire.answer(request, wire.introduction(request))
    elif request["method"] == "check":
        if os.fork() == 0:
            os.setsid()
            while True:
                time.sleep(60)
        wire.answer(request, {"mistakes": []})
while True:
    time.sleep(60)
