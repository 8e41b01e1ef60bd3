"""What an assistant may ask over MCP: the tools, and the server over standard input and output."""
