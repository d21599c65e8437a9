"""Small widgets that several panels share."""

__all__ = [
    "choice_row",
    "color_wheel",
    "flow_layout",
    "icons",
    "light_dial",
    "share_slider",
    "swatch",
    "thumbnails",
    "tint_button",
]
