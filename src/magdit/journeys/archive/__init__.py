"""The check of what stands online already: sources are read, looked at, judged and remembered; then the report."""
