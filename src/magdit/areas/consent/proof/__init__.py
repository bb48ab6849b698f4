"""The proof of an answer: a record that a machine can check, and a receipt that a family can keep. Plain values in."""
