"""A package, so that no installed one of this name (torch-fidelity brings one) takes its place."""
