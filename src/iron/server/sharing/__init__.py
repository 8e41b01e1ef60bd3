"""What lifters let others read: grants to accounts and to holders of a link, and the one permission function."""
