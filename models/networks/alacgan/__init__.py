"""AlacGAN."""
