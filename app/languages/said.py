"""Words that know what they were made of, so that they can be said in another language."""


class Said(str):
    """A text in English.

    form    what is translated, with names in braces in the place of values.
    values  what stands there by name; those that are Said are translated, too.
    """

    form: str
    values: dict[str, str]


def said(form: str, **values: object) -> Said:
    """The text of a form and its values; without values the form as it is."""
    text = Said(form.format(**values) if values else form)
    text.form = form
    text.values = {name: v if isinstance(v, str) else str(v) for name, v in values.items()}
    return text
