"""What the workbook that is made and the workbook that comes back agree on."""
