"""Short ways to read an invented file in a test."""

from iron.exchange.options import NO_OPTIONS
from iron.exchange.reading.sniff import read_file


def read(text, options=NO_OPTIONS):
    return read_file(text if isinstance(text, bytes) else text.encode(), options)


def sets(foreign):
    return [one for workout in foreign.workouts for block in workout.blocks for one in block.sets]


def figures(foreign):
    return [
        (one.load, one.load_unit, one.reps, one.duration_s, one.distance, one.distance_unit)
        for one in sets(foreign)
    ]
