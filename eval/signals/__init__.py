"""Error rates of the signals by simulation, and their checks on published data; see `python -m eval.signals -h`."""
