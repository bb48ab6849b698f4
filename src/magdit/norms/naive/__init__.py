"""The engine a second time, slow and straight from its definition: what tests hold the compiled one against."""
