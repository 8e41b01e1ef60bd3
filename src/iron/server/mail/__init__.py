"""Mail, where the host names a mail server: links to reset a password, to confirm an address, to sign up."""
