"""Words of Greek and of the world, apart from all rules: tables, one fact a row, and their one reader."""
