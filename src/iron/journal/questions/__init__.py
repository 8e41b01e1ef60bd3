"""What a lifter asks a journal: one answer for the library, the command line, the API and the assistant."""
