"""Training of the learned engine's tagger. Torch is imported by the modules that compute, never by this one."""
