"""The canvas: pen and view, tools, and how the layers become what is seen."""
