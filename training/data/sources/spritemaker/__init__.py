"""Random characters composited from the parts of the Browser Sprite Maker."""
