"""Writers for leaving: the formats that other apps take in. They do not import each other."""
