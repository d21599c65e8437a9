"""A head on a box as a line drawing, hints for both, and the command that colours it."""

import cv2
import numpy as np

from app.cli.command import run_command


def line_art():
    line_u8 = np.full((90, 70), 255, np.uint8)
    cv2.circle(line_u8, (35, 30), 22, 0, 2, cv2.LINE_AA)
    cv2.rectangle(line_u8, (20, 56), (50, 84), 0, 2)
    return line_u8


def girl_hints():
    head = {"kind": "point", "x": 35, "y": 30, "color": "#f0c8a0", "radius": 4}
    body = {"kind": "stroke", "points": [[30, 65], [42, 78]], "color": "#3060c0", "radius": 2}
    return {"version": 1, "hints": [head, body]}


def colorize(*arguments):
    return run_command(["colorize", *(str(argument) for argument in arguments)])
