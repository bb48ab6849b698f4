"""Example acts: made from the conditions of a pack, so that lint and compare can show what they say."""
