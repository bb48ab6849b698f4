"""From photos and words to a verdict: taking in, looking, saying who is who, and judging again after every change."""
