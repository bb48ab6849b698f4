"""Lists that leave the register: of people, of guardians. Only what the asker may see, and safe to open."""
