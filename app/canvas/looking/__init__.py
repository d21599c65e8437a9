"""How the picture is looked at: the view moves, and the document stays as it is."""

__all__ = ["held_keys", "looking_widget", "view_tools"]
