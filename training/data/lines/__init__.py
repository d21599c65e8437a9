"""Line art from coloured pictures, and what scanning, inking and style do to it."""
