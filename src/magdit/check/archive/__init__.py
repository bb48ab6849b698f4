"""What stands online already, read into pieces: the words and pictures of one page. Opens files; knows no network."""
