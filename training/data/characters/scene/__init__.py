"""What stands around figures: backdrops, and things that they hold and sit on."""

__all__ = ["backdrop", "props", "scene", "scenery"]
