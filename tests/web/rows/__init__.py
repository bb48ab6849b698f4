"""Who may open what: a file of rows per room. tests/web/test_routes.py tries every row, and misses every address
without one."""
