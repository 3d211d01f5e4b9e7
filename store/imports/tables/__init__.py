"""Lists of any kind of record: which kind a table holds, and each row as a record of it."""
