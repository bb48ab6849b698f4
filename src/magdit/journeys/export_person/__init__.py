"""Handing someone all that the register holds about them (AVG art. 15): gather, write, pack."""
