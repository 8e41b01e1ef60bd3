"""Commands of a host: serve, accounts, keys, backups."""
