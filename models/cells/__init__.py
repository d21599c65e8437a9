"""Line art as small cells, and pieces of them that choose among the hints."""

__all__ = ["cells", "pieces", "shapes"]
