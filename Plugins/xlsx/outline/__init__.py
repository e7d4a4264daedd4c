"""What a workbook needs to know of a framework."""
