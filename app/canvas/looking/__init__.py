"""How the picture is looked at: the view moves, and the document stays as it is."""

__all__ = ["comparison", "held_keys", "looking_widget", "mini_map", "pixel_grid", "view_tools"]
