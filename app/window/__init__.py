"""The window itself, and what lies around canvas and panels."""
