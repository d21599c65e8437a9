"""What references told of a picture's regions, in words and as JSON."""

from models.hints.tags import format_color
from models.requests.references import ReferenceReport, ToldRegion

MOST_NAMED = 3


def told_notes(told: ReferenceReport) -> list[str]:
    """What the artist should look at: what stayed open, and what is not sure."""
    notes = []
    if found := told.open_regions:
        notes.append(f"no reference shows {_places(found)}: left white")
    if found := told.unsure_regions:
        notes.append(f"the reference is not sure of {_places(found)}")
    return notes


def _places(regions: tuple[ToldRegion, ...]) -> str:
    places = ", ".join(f"{region.x:.0f},{region.y:.0f}" for region in regions[:MOST_NAMED])
    more = len(regions) - MOST_NAMED
    count = f"{len(regions)} region{'s' if len(regions) > 1 else ''}"
    return f"{count} (at {places}{f' and {more} more' if more > 0 else ''})"


def told_json(told: ReferenceReport) -> dict[str, object]:
    """As the command's JSON lists it."""
    return {
        "regions": len(told.regions),
        "open": [_region_json(region) for region in told.open_regions],
        "unsure": [_region_json(region) for region in told.unsure_regions],
    }


def _region_json(region: ToldRegion) -> dict[str, object]:
    return {
        "x": round(region.x, 1),
        "y": round(region.y, 1),
        "pixels": region.pixels,
        "colour": None if region.color is None else format_color(region.color),
        "confidence": round(region.confidence, 3),
    }
