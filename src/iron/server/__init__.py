"""The server: Django settings, accounts, storage, the API and the pages."""
