"""Server-rendered pages and the app's shell."""
