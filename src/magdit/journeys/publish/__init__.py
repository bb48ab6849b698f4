"""From a draft that may go to a publication, and back: sent, placed, judged again, taken down, put back."""
