"""Tag2Pix, its tagger of line art, and the decoder blocks that its paper compares."""
