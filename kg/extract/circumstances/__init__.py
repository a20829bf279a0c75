"""When, where and with whom events were; where bodies are and what they are part of."""
