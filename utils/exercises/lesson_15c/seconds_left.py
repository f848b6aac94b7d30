"""The task `seconds_left` of dive 15c, roads that were never driven."""

from utils.checking.cases import given
from utils.checking.tasks import Task

seconds_left = Task(
    "seconds_left",
    code="""
    def seconds_left(pixels, metres, focal, speed):
        distance = focal * metres / pixels
        return distance / (speed / 3.6)
    """,
    why="A thing `metres` long is focal * metres / distance pixels long; so the "
    "distance is focal * metres / pixels. An hour has 3 600 seconds, a "
    "kilometre 1 000 metres: divide by 3.6.",
    hints=[
        "First the distance. In the lesson, a metre that is `distance` metres away is "
        "focal / distance pixels long. How long is the whole sign?",
        "pixels = focal * metres / distance. Solve it for the distance.",
        "Time is distance over speed, both in metres and seconds: 36 km/h are 10 m/s.",
    ],
    notice="Half as many pixels needed means twice the time: what a detector can do "
    "with small signs is worth seconds.",
    cases=[
        given(10, 1, 100, 36),
        given(20, 1, 100, 36),
        given(10, 0.5, 150, 36),
        given(9, 0.9, 150, 108),
        given(12, 0.6, 1000, 50),
    ],
    mistakes=[
        (
            lambda pixels, metres, focal, speed: focal * metres / pixels,
            "this is the distance in metres. How long does the car take for it?",
        ),
        (
            lambda pixels, metres, focal, speed: focal * metres / pixels / speed,
            "speed is in kilometres an hour, the distance in metres: 36 km/h are "
            "10 m/s.",
        ),
        (
            lambda pixels, metres, focal, speed: focal * metres / pixels / speed / 3.6,
            "kilometres an hour are turned the wrong way: 36 km/h are 10 m/s, fewer "
            "metres a second than kilometres an hour.",
        ),
        (
            lambda pixels, metres, focal, speed: focal * metres / pixels * speed / 3.6,
            "time is distance over speed, not times speed: who drives faster has less.",
        ),
        (
            lambda pixels, metres, focal, speed: focal / pixels / (speed / 3.6),
            "the length of the sign is missing: a larger one is seen from farther off.",
        ),
        (
            lambda pixels, metres, focal, speed: (
                focal * pixels / metres / (speed / 3.6)
            ),
            "the more pixels it needs, the nearer it has to be: divide by pixels.",
        ),
        (
            lambda pixels, metres, focal, speed: (
                pixels * metres / focal / (speed / 3.6)
            ),
            "distance = focal * metres / pixels: focal and pixels are exchanged.",
        ),
    ],
)
