"""What colouring means, for training and application alike; and the generators."""
