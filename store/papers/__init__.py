"""How papers are set: as text, PDF, spreadsheet and calendar, one format a file."""
