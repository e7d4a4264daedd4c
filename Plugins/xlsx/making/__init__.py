"""From a framework, and perhaps a review, to a workbook."""
