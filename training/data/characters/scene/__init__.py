"""What stands around figures: backdrops, and things that they hold and sit on."""
