"""Tag2Pix, and the tagger of line art that it looks through."""
