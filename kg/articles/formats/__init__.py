"""Formats whose text must be taken out of them: HTML, PDF, mail. Untrusted pages are read in a process apart."""
