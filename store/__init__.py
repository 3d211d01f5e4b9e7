"""Everything that reads or writes bytes: the production folder, imports and exports."""
