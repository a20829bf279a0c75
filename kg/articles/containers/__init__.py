"""Files that hold many articles, one after the other: JSON lines, web archives, ZIP archives."""
