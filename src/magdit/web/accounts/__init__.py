"""Where a school publishes: its accounts and pages, who keeps them, and what was agreed with the platform."""
