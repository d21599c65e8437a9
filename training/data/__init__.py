"""From pictures to training items: sources, line art, simulated hints, views."""
