"""What the animation panel remembers between runs: it stays as the artist left it."""

from app.panels.batch.onion_button import OnionChoice
from app.panels.batch.panel import BatchPanel
from app.settings import Settings


def remember(panel: BatchPanel, settings: Settings) -> None:
    """Bring the panel back to what was chosen last, and keep what is chosen from now on."""
    player, onion = panel.player, panel.onion_button
    kept = settings.animation
    player.fps.setValue(_number(kept.get("fps"), player.fps.value()))
    player.loop_button.setChecked(bool(kept.get("loops", True)))
    player.halt_button.setChecked(bool(kept.get("halts", False)))
    player.canvas_button.setChecked(bool(kept.get("on_canvas", False)))
    usual = OnionChoice()
    onion.show_choice(
        OnionChoice(
            round(_number(kept.get("onion_before"), usual.before)),
            round(_number(kept.get("onion_after"), usual.after)),
            _number(kept.get("onion_strength"), usual.opacity),
        )
    )
    onion.setChecked(bool(kept.get("onion", False)))
    page = round(_number(kept.get("page"), 0))
    panel.tabs.setCurrentIndex(min(max(page, 0), panel.tabs.count() - 1))

    def keep(*_: object) -> None:
        choice = onion.choice
        settings.animation = {
            "fps": player.fps.value(),
            "loops": player.loop_button.isChecked(),
            "halts": player.halt_button.isChecked(),
            "on_canvas": player.canvas_button.isChecked(),
            "onion": onion.isChecked(),
            "onion_before": choice.before,
            "onion_after": choice.after,
            "onion_strength": choice.opacity,
            "page": panel.tabs.currentIndex(),
        }

    for changed in (
        player.fps.valueChanged, player.loop_button.toggled, player.halt_button.toggled,
        player.canvas_button.toggled,
        onion.toggled, onion.choice_changed, panel.tabs.tabBar().currentChanged,
    ):  # fmt: skip
        changed.connect(keep)


def _number(value: object, usual: float) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e6 else usual  # type: ignore[arg-type]
