"""Ends before a word is said."""

import sys

sys.exit("no module named luck")
