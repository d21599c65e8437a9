"""AlacGAN, and the feature networks that it is trained with."""
