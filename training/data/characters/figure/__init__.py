"""One figure: who it is, how it stands, its body, and how it is put together."""

__all__ = ["design", "figure", "gait", "palette", "pose", "postures"]
