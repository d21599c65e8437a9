"""Random views of samples as training items; seed and number tell each."""
