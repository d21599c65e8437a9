"""What is put right in what a generator guessed, before hints and regions have their say.

borders  smooth contours where colours meet without a line.
eyes     whites and pupils of eyes, which a small picture does not tell.
ground   the paper around the figure: white, or as hints on it say.
"""

__all__ = ["borders", "eyes", "ground"]
