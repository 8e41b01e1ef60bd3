"""Short ways to read an invented file in a test."""

from iron.exchange.options import NO_OPTIONS
from iron.exchange.reading.sniff import read_file


def read(text, options=NO_OPTIONS):
    return read_file(text if isinstance(text, bytes) else text.encode(), options)


def sets(foreign):
    return [each for workout in foreign.workouts for block in workout.blocks for each in block.sets]


def figures(foreign):
    return [
        (each.load, each.load_unit, each.reps, each.duration_s, each.distance, each.distance_unit)
        for each in sets(foreign)
    ]
