"""Optional backends: each adds to what the rules found, and loads its library only when it is asked for."""
