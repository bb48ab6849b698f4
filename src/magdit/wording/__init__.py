"""Every sentence the program speaks about a verdict, a finding or an error."""
