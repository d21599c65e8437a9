"""Pictures from files of every kind, with what each says of itself, and back."""

__all__ = ["files", "kinds", "png", "psd_header"]
