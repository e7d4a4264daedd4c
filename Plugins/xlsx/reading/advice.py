"""What is advised in several places."""

FRESH = "Make a fresh workbook of the framework and copy the answers into it."
