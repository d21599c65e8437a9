"""What is asked of a generator for a drawing, and the answer in stages."""
