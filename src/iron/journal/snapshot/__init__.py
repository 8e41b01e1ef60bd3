"""What the server computes for the phone: capacity and trend of lines, the next session, stored advice replayed."""
