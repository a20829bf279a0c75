"""Downloads pages: politely, and only those that are not there yet.

    report = fetch(read_addresses(text), Path("pages"))

The pages lie in a folder for each host; a manifest beside them says where each came from, which ``kg build`` reads.
"""

from __future__ import annotations

from kg.fetch.addresses import file_for, read_addresses
from kg.fetch.fetching import FetchReport, fetch
from kg.fetch.visiting import FetchOptions

__all__ = ["FetchOptions", "FetchReport", "fetch", "file_for", "read_addresses"]
