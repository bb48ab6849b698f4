"""What a school remembers, an app per subject. Imports go down: consent, registers, people, journal."""
