"""Small widgets that several panels share."""

__all__ = [
    "choice_row",
    "color_numbers",
    "color_wheel",
    "flow_layout",
    "icons",
    "light_dial",
    "share_slider",
    "swatch",
    "swatch_pair",
    "thumbnails",
    "tint_button",
]
