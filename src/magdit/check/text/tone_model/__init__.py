"""An optional model of tone from a folder that the school gives: a process of its own, that may only add flags."""
