"""Ink and paper, and the closed regions that a drawing's lines bound."""
