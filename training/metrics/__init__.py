"""Single figures: what each measures of a picture, a set of pictures or a sequence."""
