"""Who can sign in: accounts, the owner's code, invitations."""
