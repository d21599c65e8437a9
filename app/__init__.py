"""The application: the window and the command line. It needs no torch."""
