"""Folders outside the program: where generators are looked for and settings are kept."""

from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

import resources

APPLICATION = "Tintline"


def generator_folders() -> tuple[Path, ...]:
    """Folders of generators, the user's own first."""
    return user_data_path(APPLICATION, appauthor=False) / "generators", resources.GENERATORS


def light_folders() -> tuple[Path, ...]:
    """Folders of trained lights, the user's own first."""
    return user_data_path(APPLICATION, appauthor=False) / "lights", resources.LIGHTS


def settings_folder() -> Path:
    """Where settings are kept."""
    return user_config_path(APPLICATION, appauthor=False)


def recovery_folder() -> Path:
    """Where unsaved work is copied to, in case the program ends badly."""
    return user_state_path(APPLICATION, appauthor=False) / "recovery"
