"""Lay the accounts of one event by several news outlets side by side, claim by claim."""
