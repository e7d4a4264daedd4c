"""From a filled workbook to a review, or to its mistakes."""
