"""Small widgets that several panels share."""

__all__ = ["color_wheel", "flow_layout", "icons", "swatch", "thumbnails"]
