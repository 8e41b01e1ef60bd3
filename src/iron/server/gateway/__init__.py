"""What stands between the network and Django: bodies are read here, work is shared out, abuse is turned away."""
