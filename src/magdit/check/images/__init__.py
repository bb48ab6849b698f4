"""What a photo, video or sound shows and carries; detection only, nobody is ever recognised."""
