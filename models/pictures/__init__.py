"""Pictures from files of every kind, with what each says of itself, and back."""
