"""What references are matched by, fitted on views of drawn characters."""
