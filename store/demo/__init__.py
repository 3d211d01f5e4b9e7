"""The demo production, “Low Water”: ten days' shoot of an invented film, told as it happened.

`script.fountain`, `crew.csv` and `cast.csv` are imported as a user's files are. The `.txt`
files hold lines of the entry language under the writer who typed them and the clock they were
typed at; `entries` reads them, `verbs` knows what each asks for, `boards` does it under the
writer's name, and `build` makes the whole.
"""
