"""Calendars in iCalendar form to events."""
