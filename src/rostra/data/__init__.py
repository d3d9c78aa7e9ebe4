"""What rostra knows of the world, as files with typed loaders; every file has its entry in SOURCES.toml."""

from rostra.data.knowledge import Knowledge, shipped_knowledge

__all__ = ["Knowledge", "shipped_knowledge"]
