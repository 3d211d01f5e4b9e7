"""The Universal Schedule Standard: breakdowns, elements, boards and calendars in one JSON file.

Files are read as they are, not as the standard says they should be; what was odd is listed.
"""
