"""One finder per file. Each takes a Text and says where something stands; none of them decides what may go out."""
