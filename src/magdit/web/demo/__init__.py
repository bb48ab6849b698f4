"""Demo: be anyone. Only where MAGDIT_DEMO says so."""
