"""Proving a reading: the sums that forms must keep bear facts out, and settle what print leaves in doubt."""
