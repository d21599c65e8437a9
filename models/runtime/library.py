"""onnxruntime, and the only way to it: import it from here.

The library reports what it runs to its maker: on being loaded it writes a device number and a
queue of events under the user's cache folder, and sends them when it can. It leaves that alone
where ORT_DISABLE_TELEMETRY is set before it is loaded; afterwards nothing helps on Linux. Processes
that are started from here inherit the variable.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()  # what Windows goes by

__all__ = ["onnxruntime"]
